/// Why a comparison ended.
package enum ComparisonStop: Sendable, Equatable {
  /// Nothing was to be selected; all replications were played.
  case completed
  /// The best is known with the asked confidence.
  case bestKnown
  /// No option keeps the requirements, with the asked confidence.
  case noneFeasible
  /// The replications were spent before the best was known; it would be after so many at the latest.
  case budgetSpent(needed: Int)
  case interrupted
}
