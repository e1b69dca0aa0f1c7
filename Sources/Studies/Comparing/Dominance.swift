/// Another option that is no dearer and no worse in any target, and better in something.
package struct Dominance: Sendable, Equatable {
  /// Position of that option.
  package var by: Int
  /// Held by the simultaneous intervals, not only by the estimates.
  package var isSure: Bool
}
