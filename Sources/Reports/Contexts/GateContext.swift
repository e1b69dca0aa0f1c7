package import ReportKit
package import ServiceMetrics
package import Studies
package import SupportModel

/// All that a section of a gate's report may look at.
package struct GateContext: Sendable {
  /// The scenario whose gates the report is about.
  package let gated: GatedScenario
  /// Names of the files written beside this report, in order; empty where others report them.
  package let files: [String]
  /// Folder of these files as the user would type it.
  package let folder: String?
  /// Where it comes from and how to get it again; nil where no page needs it.
  package var origin: ReportOrigin?
  let clock: ScenarioClock

  package init(_ gated: GatedScenario, folder: String? = nil, files: [String] = []) {
    self.gated = gated
    self.folder = folder
    self.files = files
    clock = ScenarioClock(gated.result.candidate.horizon)
  }

  /// What the gates found.
  package var result: GateResult { gated.result }
  /// The candidate's: gates are those of the new side.
  package var scenario: Scenario { gated.result.candidate }

  /// Unit and spelling of a metric's numbers.
  package func quantity(_ metric: Metric) -> Quantity { Quantity(metric: metric, currency: scenario.currency) }

  /// `10:42`, `2026-09-15 10:42`: to the minute, as people tell the time.
  func time(_ microseconds: Int64) -> String {
    let text = clock.journal(microseconds)
    return text.count > 7 ? String(text.dropLast(7)) : text
  }

  /// To the second where two instants of the same minute must be told apart.
  func second(_ microseconds: Int64) -> String { String(clock.journal(microseconds).dropLast(4)) }

  func type(_ index: Int) -> String { scenario.contactTypes[index].name }

  /// What people call the reporting intervals, in the plural.
  var intervalWord: String { ReportContext.intervalWord(scenario) }

  static func title(_ gated: GatedScenario) -> ReportText {
    let outcome = outcome(gated)
    return ReportText("\(gated.name): \(outcome.text)", outcome.tone)
  }

  /// `pass, 3 gates (500 replications of each side, seed 1)`, `FAIL, promise weaker in 1 place, 3 gates pass (…)`
  static func outcome(_ gated: GatedScenario) -> ReportText {
    let result = gated.result
    let gates = result.candidate.gates.indices
    let failed = gates.count { result.verdict(of: $0) == .fail }
    let open = gates.count { result.verdict(of: $0) == .undecided }
    let counted = gates.isEmpty ? "no gates" : Words.counted(gates.count, "gate")
    let weakened = result.weakenings.isEmpty ? "" : "promise weaker in \(Words.counted(result.weakenings.count, "place"))"
    var parts: [String] = []
    switch result.gatesVerdict {
    case .fail: parts = ["\(failed) of \(counted) broken", weakened]
    case .undecided: parts = [weakened, "\(open) of \(counted) open"]
    case .pass, .notCompared:
      let passes = result.verdict == .fail && !gates.isEmpty ? "\(counted) \(gates.count == 1 ? "passes" : "pass")" : counted
      parts = result.verdict == .fail ? [weakened, passes] : [passes, weakened]
    }
    let verdict: String
    let tone: ReportText.Tone
    switch result.verdict {
    case .fail: (verdict, tone) = ("FAIL", .bad)
    case .undecided: (verdict, tone) = ("undecided", .unsure)
    case .pass, .notCompared: (verdict, tone) = ("pass", result.isWeakened ? .unsure : .good)
    }
    let said = ([verdict] + parts).filter { !$0.isEmpty }.joined(separator: ", ")
    let played = "\(Words.counted(result.replications, "replication")) of each side, seed \(result.plan.seed)"
    return ReportText("\(said) (\(result.isPartial ? "interrupted after " : "")\(played))", tone)
  }
}
