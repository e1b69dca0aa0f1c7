/// What a gate says about a change.
package enum GateVerdict: String, Sendable, CaseIterable {
  /// The limit is kept.
  case pass
  /// The limit is broken.
  case fail
  /// The budget was spent, or a signal came, before either was clear.
  case undecided
  /// The baseline has nothing of that name to compare with.
  case notCompared = "not-compared"

  /// Of several: one failure fails, and one open question leaves it open.
  package static func overall(_ verdicts: some Sequence<GateVerdict>) -> GateVerdict {
    var overall = GateVerdict.pass
    for verdict in verdicts {
      if verdict == .fail { return .fail }
      if verdict == .undecided { overall = .undecided }
    }
    return overall
  }
}
