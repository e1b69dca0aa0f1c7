import ReportKit
package import Studies

/// What happened to the scenarios of a folder, where a folder is gated.
package struct GateFolder: Sendable {
  /// Section `scenarios`; the subject is the file as the user named it.
  package var changes: [ScenarioChange]
  package var isStrict: Bool

  package init(changes: [ScenarioChange] = [], isStrict: Bool = false) {
    self.changes = changes
    self.isStrict = isStrict
  }

  package var weakenings: [ScenarioChange] { changes.filter(\.effect.isWeakening) }

  /// A scenario that is gone promises nothing any more.
  package var verdict: GateVerdict { isStrict && !weakenings.isEmpty ? .fail : .pass }

  package static func sentence(_ change: ScenarioChange) -> String { ScenarioChangeWords(change, currency: "").sentence }
}
