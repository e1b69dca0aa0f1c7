import Experiments
package import ReportKit
import ServiceMetrics
import SupportModel

/// A long horizon week by week: on a terminal as a short table, on a page as small charts, sentences and the table with every interval.
package enum WeeksSection {
  package static let family = SectionFamily<ReportContext>(
    name: "weeks", title: "Week by week", help: "demand, promises, people and cost by week, in long horizons"
  ) { context in
    guard context.isLong else { return [] }
    return [.table(table(context, isShort: true))]
  }

  package static let page = SectionFamily<ReportContext>(
    name: "weeks", title: "Week by week", help: "promises, demand, people and cost by week, in long horizons"
  ) { context in
    guard context.isLong else { return [] }
    let words = WeekWords(context)
    let said = context.scenario.targets.indices.compactMap { words.sentence($0) }.map { ReportBlock.sentence(ReportText($0)) }
    let note = ReportText(
      "Weeks are calendar weeks from Monday on, by the day with which they begin. Bands: \(context.confidence) interval of the mean.",
      .muted)
    return said + [.sentence(note)] + WeekCharts(context).blocks + [.table(table(context, isShort: false))]
  }

  private static func table(_ context: ReportContext, isShort: Bool) -> ReportTable {
    let scenario = context.scenario
    let words = WeekWords(context)
    // A terminal has room for three; those farthest behind in any week.
    let targets = isShort ? Array(weakest(words).prefix(3).sorted()) : Array(scenario.targets.indices)
    let hasCost = context.estimate(.staffingCost) != nil
    func cell(_ metric: Metric, _ week: Int) -> ReportText {
      let scope = Scope(period: week)
      return isShort ? context.shortCell(metric, scope) : context.cell(context.estimate(metric, scope))
    }
    func level(_ target: Int, _ week: Int) -> ReportText {
      guard let level = words.level(target, week), let value = level.estimate else { return ReportText(Words.undefined) }
      let verdict = Verdict(level, goal: scenario.targets[target].goal)
      let tone: ReportText.Tone = verdict == .holds ? .good : verdict == .misses ? .bad : .unsure
      let text = isShort ? Words.number(value, .share) + (verdict == .misses ? " ✗" : "") : context.words(level)
      return ReportText(text, tone, number: context.number(level))
    }
    let columns =
      [
        ReportTable.Column(isShort && !targets.isEmpty ? "Weeks, worst first" : scenario.horizon.startDate == nil ? "Week" : "Week of"),
        .init("offered", .trailing, term: ReportTerm(metric: .offered)),
      ]
      + targets.map { ReportTable.Column(scenario.targets[$0].name, .trailing, mayShorten: true) }
      + [
        .init("occupancy", .trailing, term: ReportTerm(metric: .occupancy)),
        .init("people", .trailing, term: ReportTerm(metric: .staffedMean)),
      ]
      + (hasCost ? [.init("cost", .trailing, term: ReportTerm(metric: .staffingCost))] : [])
    // A terminal has room for the first few.
    let rows = (isShort ? worstFirst(words) : words.weeks).map { week -> [ReportText] in
      [ReportText(scenario.horizon.periods[week].shortLabel), cell(.offered, week)] + targets.map { level($0, week) }
        + [cell(.occupancy, week), cell(.staffedMean, week)] + (hasCost ? [cell(.staffingCost, week)] : [])
    }
    var table = ReportTable(columns: columns, rows: rows, essentialRows: 5)
    table.restIn = "weeks.csv"
    return table
  }

  /// Weeks by how far any target is from its goal in them; as they come where nothing is promised.
  private static func worstFirst(_ words: WeekWords) -> [Int] {
    let targets = words.context.scenario.targets
    func gap(_ week: Int) -> Double {
      targets.indices.compactMap { target in words.level(target, week)?.estimate.map { $0 - targets[target].goal } }.min() ?? 1
    }
    return words.weeks.sorted { (gap($0), $0) < (gap($1), $1) }
  }

  /// Targets by how far the worst of their weeks is from the goal.
  private static func weakest(_ words: WeekWords) -> [Int] {
    let targets = words.context.scenario.targets
    func gap(_ target: Int) -> Double {
      words.weeks.compactMap { words.level(target, $0)?.estimate }.map { $0 - targets[target].goal }.min() ?? 1
    }
    return targets.indices.sorted { (gap($0), $0) < (gap($1), $1) }
  }
}
