import Experiments

/// Replications that an experiment asks for at once: no decision falls within them. Most experiments have one round.
package struct ShardRound: Sendable, Equatable {
  /// From 1.
  package var number: Int
  /// From 0, without the last.
  package var replications: Range<Int>
  /// Positions of the options that are played.
  package var options: [Int]

  init(number: Int, replications: Range<Int>, options: [Int]) {
    self.number = number
    self.replications = replications
    self.options = options
  }

  /// What an experiment asks for that has these folds.
  init(number: Int, _ round: PlaySupply.Round, _ folds: [ExperimentFold]) {
    let start = round.options.map { folds[$0].end }.min() ?? 0
    self.init(number: number, replications: start..<max(start, round.total), options: round.options)
  }
}
