import Experiments

/// People by period, group by group: what the formulas ask for, what the simulated day needs, and who is there now; then the gap.
package enum StaffPeopleSection {
  package static let family = SectionFamily<StaffingContext>(
    name: "people", title: "People through the day", help: "formulas, simulated requirement and present staffing by period, and the gap"
  ) { context in
    guard context.result.grid.periods.count > 1 else { return [] }
    return [people(context), gap(context)]
  }

  /// As many groups as a page can afford the tables of; the rest is in requirements.csv.
  private static func drawn(_ context: StaffingContext) -> ArraySlice<Int> {
    context.groups.prefix(max(1, ChartMaker.mostRows / context.result.grid.periods.count))
  }

  private static func people(_ context: StaffingContext) -> ReportBlock {
    let views = drawn(context).map { group -> ReportChart.View in
      let cells = context.result.cells[group]
      func series(_ name: String, _ people: (StaffingResult.Cell) -> Double) -> ReportChart.Series {
        ReportChart.Series(name, cells.map(people), style: .step)
      }
      var all = [
        series("needed (simulated)") { Double($0.simulated) },
        series("present now") { $0.present },
        series("Erlang C, the period by itself") { Double($0.formula.sipp) },
        series("Erlang C, modified offered load") { Double($0.formula.modifiedOfferedLoad) },
      ]
      if let certain = context.result.certain {
        all.append(
          ReportChart.Series(
            "needed on \(context.dayShare) of days", cells.indices.map { Double(certain.plan[group, $0]) }, style: .step))
      }
      return ReportChart.View(context.scenario.groups[group].name, all)
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
    let count = context.groups.count - drawn(context).count
    return count > 0 ? " \(Words.counted(count, "group")) more in requirements.csv." : ""
  }

  private static func gap(_ context: StaffingContext) -> ReportBlock {
    let views = drawn(context).map { group in
      ReportChart.View(
        context.scenario.groups[group].name,
        [ReportChart.Series("missing", context.result.cells[group].map { Double($0.simulated) - $0.present })])
    }
    return .chart(
      ReportChart(
        name: "gap", title: "Who is missing",
        note: "Needed less present. Above 0 people are missing, below 0 there are some to spare." + leftOut(context), form: .stackedBars,
        axis: context.axis,
        quantity: .count, unit: "people", views: views, terms: context.terms("gap")))
  }
}
