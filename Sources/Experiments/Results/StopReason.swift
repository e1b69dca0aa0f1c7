/// Why an experiment ended.
package enum StopReason: Sendable, Equatable {
  /// All asked replications were played.
  case completed
  /// The named precision was reached.
  case precisionReached
  /// The budget of `at-most` replications was spent before the precision was reached.
  case budgetSpent
  /// A signal came; finished replications are reported.
  case interrupted
}
