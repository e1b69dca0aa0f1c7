package import ReportKit
import Staffing
import SupportModel

/// People by period, group by group: what the formulas ask for, what the simulated day needs, and who is there now; then the gap.
package enum StaffPeopleSection {
  package static let family = SectionFamily<StaffingContext>(
    name: "people", title: "People through the day", help: "formulas, simulated requirement and present staffing by period, and the gap"
  ) { context in
    guard context.result.grid.periods.count > 1 else { return [] }
    return [people(context), gap(context)]
  }

  /// Groups that are looked at together: everyone, or one alone.
  private struct Choice {
    var name: String
    var groups: [Int]

    func sum(_ context: StaffingContext, _ people: (StaffingResult.Cell) -> Double) -> [Double] {
      context.result.grid.periods.indices.map { period in groups.reduce(0) { $0 + people(context.result.cells[$1][period]) } }
    }
  }

  /// Everyone, and as many groups as a page can afford the tables of; the rest is in requirements.csv.
  private static func drawn(_ context: StaffingContext) -> [Choice] {
    let most = max(1, ChartMaker.mostRows / context.result.grid.periods.count)
    let everyone = context.groups.count > 1 ? [Choice(name: "everyone", groups: context.groups)] : []
    return everyone + context.groups.prefix(most).map { Choice(name: context.scenario.groups[$0].name, groups: [$0]) }
  }

  private static func people(_ context: StaffingContext) -> ReportBlock {
    let views = drawn(context).map { choice -> ReportChart.View in
      func series(_ name: String, _ people: (StaffingResult.Cell) -> Double) -> ReportChart.Series {
        ReportChart.Series(name, choice.sum(context, people), style: .step)
      }
      var all = [
        series("needed (simulated)") { Double($0.simulated) },
        series("present now") { $0.present },
        series("Erlang C, the period by itself") { Double($0.formula.sipp) },
        series("Erlang C, modified offered load") { Double($0.formula.agentsForModifiedLoad) },
      ]
      if let certain = context.result.certain {
        all.append(
          ReportChart.Series(
            "needed in \(context.dayShare) of \(ReportContext.horizonWord(context.scenario))s",
            context.result.grid.periods.indices.map { period in choice.groups.reduce(0) { $0 + Double(certain.plan[$1, period]) } },
            style: .step))
      }
      return ReportChart.View(choice.name, all)
    }
    return .chart(
      ReportChart(
        name: "people", title: "People on the floor",
        note:
          "Needed: the fewest that keep every target in the simulated day. Erlang C: the formula, with the rate of the period by itself and with the "
          + "modified offered load, which knows that work spills over." + leftOut(context),
        axis: context.axis, quantity: .count, unit: "people", views: views,
        terms: context.terms("erlang-c-sipp", "erlang-c-load", "simulated", "present")))
  }

  private static func leftOut(_ context: StaffingContext) -> String {
    let count = context.groups.count - drawn(context).count { $0.groups.count == 1 }
    return count > 0 ? " \(Words.counted(count, "group")) more in requirements.csv." : ""
  }

  private static func gap(_ context: StaffingContext) -> ReportBlock {
    let views = drawn(context).map { choice in
      ReportChart.View(choice.name, [ReportChart.Series("missing", choice.sum(context) { Double($0.simulated) - $0.present })])
    }
    return .chart(
      ReportChart(
        name: "gap", title: "Who is missing",
        note: "Needed less present. Above 0 people are missing, below 0 there are some to spare." + leftOut(context), form: .stackedBars,
        axis: context.axis,
        quantity: .count, unit: "people", views: views, terms: context.terms("gap")))
  }
}
