import Experiments
import SupportModel

/// All that a section of a gate's report may look at.
package struct GateContext: Sendable {
  package let gated: GatedScenario
  /// Names of the files written beside this report, in order; empty where others report them.
  package let files: [String]
  /// Folder of these files as the user would type it.
  package let folder: String?
  let clock: ScenarioClock

  package init(_ gated: GatedScenario, folder: String? = nil, files: [String] = []) {
    self.gated = gated
    self.folder = folder
    self.files = files
    clock = ScenarioClock(gated.result.candidate.horizon)
  }

  package var result: GateResult { gated.result }
  package var scenario: Scenario { gated.result.candidate }

  func quantity(_ metric: String) -> Quantity { Quantity(metric: metric, currency: scenario.currency) }

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
    let result = gated.result
    let gates = result.candidate.gates.indices
    let failed = gates.count { result.verdict(of: $0) == .fail }
    let open = gates.count { result.verdict(of: $0) == .undecided }
    let verdict: String
    let tone: ReportText.Tone
    switch result.verdict {
    case .fail: (verdict, tone) = ("FAIL, \(failed) of \(Words.counted(gates.count, "gate")) broken", .bad)
    case .undecided: (verdict, tone) = ("undecided, \(open) of \(Words.counted(gates.count, "gate")) open", .unsure)
    case .pass, .notCompared: (verdict, tone) = ("pass, \(Words.counted(gates.count, "gate"))", .good)
    }
    let played = "\(Words.counted(result.replications, "replication")) of each side, seed \(result.plan.seed)"
    return ReportText("\(gated.name): \(verdict) (\(result.isPartial ? "interrupted after " : "")\(played))", tone)
  }
}

extension ReportDocument {
  /// The report of one gated scenario.
  package init(_ context: GateContext) {
    self.init(title: GateContext.title(context.gated), context, sections: SectionCatalog.gate)
  }
}
