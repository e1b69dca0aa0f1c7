import Experiments
package import ReportKit
import ServiceMetrics
import SupportModel

/// Does it hold? One sentence, then every promise on one scale: mean, interval, the range of the next play, goal.
package enum PromisesSection {
  package static let family = SectionFamily<ReportContext>(
    name: "promises", title: "Does it hold?", help: "every promise on one scale: mean, interval, next-day range, goal"
  ) { context in
    let rows = context.scenario.targets.indices.compactMap { row(context, $0) }
    guard !rows.isEmpty else { return [] }
    let note =
      "Dot: mean over \(Words.counted(context.result.replications, "play")). Dark bar: \(context.confidence) interval of that mean. "
      + "Light bar: where the next \(context.horizonWord) falls, with \(context.confidence) chance. Upright line: the goal."
    return [
      .sentence(ReportText(answer(context, rows), .strong)),
      .ranges(
        ReportRanges(rows, note: note, terms: [ReportTerm(metric: .serviceLevel), HeadlineSection.range(context)].compactMap { $0 })),
    ]
  }

  private static func row(_ context: ReportContext, _ index: Int) -> ReportRanges.Row? {
    let target = context.scenario.targets[index]
    guard let level = context.estimate(.serviceLevel, Scope(target: index)), let value = level.estimate else { return nil }
    var words = "\(context.words(level)), goal \(Words.percent(target.goal))"
    if level.nextLow != nil { words += ", next \(context.horizonWord) \(context.nextWords(level))" }
    return ReportRanges.Row(
      target.name, value: value, low: level.low, high: level.high, nextLow: level.nextLow, nextHigh: level.nextHigh, goal: target.goal,
      verdict: Verdict(level, goal: target.goal).text, words: words)
  }

  /// `3 of 5 promises hold; 1 misses: E-mail 90/4h; 1 is too close to call: Experts 85/2m.`
  private static func answer(_ context: ReportContext, _ rows: [ReportRanges.Row]) -> String {
    func named(_ verdict: Verdict) -> [String] { rows.filter { $0.verdict == verdict.text }.map(\.label) }
    let holding = named(.holds)
    let missing = named(.misses)
    let open = named(.tooCloseToCall)
    if holding.count == rows.count { return rows.count == 1 ? "The promise holds." : "\(HeadWords.every(rows.count)) hold." }
    if missing.count == rows.count, rows.count > 1 { return "None of the \(rows.count) promises holds." }
    if rows.count == 1 { return missing.isEmpty ? "Whether the promise holds is too close to call." : "The promise does not hold." }
    var parts = [
      holding.isEmpty
        ? "None of the \(rows.count) promises holds for certain"
        : "\(holding.count) of \(rows.count) promises \(holding.count == 1 ? "holds" : "hold")"
    ]
    if !missing.isEmpty { parts.append("\(missing.count) \(missing.count == 1 ? "misses" : "miss"): \(list(missing))") }
    if !open.isEmpty { parts.append("\(open.count) \(open.count == 1 ? "is" : "are") too close to call: \(list(open))") }
    return parts.joined(separator: "; ") + "."
  }

  private static func list(_ names: [String]) -> String {
    names.count <= 6 ? names.joined(separator: ", ") : names.prefix(5).joined(separator: ", ") + " and \(names.count - 5) more"
  }
}
