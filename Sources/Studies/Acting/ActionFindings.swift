/// What trying single changes found.
package struct ActionFindings: Sendable {
  /// Why nothing was tried.
  package enum LeftOut: Sendable, Equatable {
    case noTargets
    /// No place is behind, or has somebody to spare.
    case nothingToTry
    /// One play takes so many contacts that trying would take longer than the run.
    case tooLong(contacts: Int64)
    case interrupted
    case notWanted
  }

  /// The best first, at most three; each of them surely does something.
  package var actions: [TriedAction] = []
  /// Changes that were played.
  package var tried = 0
  /// Of each of them, the first ones of the seed.
  package var replications = 0
  package var seed: UInt64 = 0
  /// People were taken away, because every promise is kept.
  package var isSparing = false
  package var leftOut: LeftOut?

  package init(leftOut: LeftOut? = nil) { self.leftOut = leftOut }
}
