/// What the shares of a round are shares of. The number is that of the file.
package enum ShardCut: Int, Sendable, Equatable {
  /// Each plays some replications whole.
  case replications
  /// Each plays some components of the scenario, in all replications.
  case components

  func replications(of share: ShardShare, _ round: ShardRound) -> Range<Int> {
    self == .components ? round.replications : share.part(of: round.replications)
  }
}
