import Foundation

/// A handle time made of memoryless phases: a walk from phase to phase until the work is done (a phase-type law).
///
/// Erlang and hyperexponential laws are such walks, and so are talk and wrap-up one after the other where each of them is.
///
/// Source: Neuts, *Matrix-Geometric Solutions in Stochastic Models* (1981), ch. 2.
package struct HandlePhases: Sendable, Equatable {
  /// Chance of beginning in each phase; they add up to 1.
  package let starts: [Double]
  /// Rate of leaving each phase.
  package let rates: [Double]
  /// `moves[i][j]`: chance of going from phase i to phase j; what a row lacks to 1 is the chance of being done.
  package let moves: [[Double]]

  /// - Parameter means: of the time in each phase, above 0.
  package init(starts: [Double], means: [Double], moves: [[Double]]) throws(TheoryError) {
    for share in starts { try Require.share(share, "chance of beginning in a phase") }
    for mean in means { try Require.positive(mean, "mean time in a phase") }
    let total = starts.reduce(0, +)
    guard abs(total - 1) < 1e-9 else { throw .outOfRange(quantity: "sum of the chances of beginning", value: total, allowed: "1") }
    for row in moves {
      let sum = row.reduce(0, +)
      guard row.allSatisfy({ $0 >= 0 }), sum <= 1 + 1e-9 else {
        throw .outOfRange(quantity: "chance of going on", value: sum, allowed: "from 0 to 1")
      }
    }
    self.starts = starts
    rates = means.map { 1 / $0 }
    self.moves = moves
  }

  /// One phase: the handle time of the textbook formulas.
  package static func exponential(mean: Double) throws(TheoryError) -> HandlePhases {
    try HandlePhases(starts: [1], means: [mean], moves: [[0]])
  }

  /// The sum of equal stages.
  package static func erlang(stages: Int, mean: Double) throws(TheoryError) -> HandlePhases {
    guard stages > 0 else { throw .outOfRange(quantity: "number of stages", value: Double(stages), allowed: "1 or more") }
    let moves = (0..<stages).map { from in (0..<stages).map { $0 == from + 1 ? 1.0 : 0 } }
    return try HandlePhases(
      starts: (0..<stages).map { $0 == 0 ? 1 : 0 }, means: Array(repeating: mean / Double(stages), count: stages), moves: moves)
  }

  /// One of several exponential laws.
  package static func hyperexponential(_ branches: [(share: Double, mean: Double)]) throws(TheoryError) -> HandlePhases {
    try HandlePhases(
      starts: branches.map(\.share), means: branches.map(\.mean),
      moves: Array(repeating: Array(repeating: 0, count: branches.count), count: branches.count))
  }

  /// One of several laws: handle times of contacts of several kinds in one queue.
  package static func mixture(_ parts: [(share: Double, phases: HandlePhases)]) throws(TheoryError) -> HandlePhases {
    let total = parts.reduce(0) { $0 + $1.phases.count }
    var moves: [[Double]] = []
    for part in parts {
      let before = Array(repeating: 0.0, count: moves.count)
      moves += part.phases.moves.map { before + $0 + Array(repeating: 0, count: total - before.count - $0.count) }
    }
    return try HandlePhases(
      starts: parts.flatMap { part in part.phases.starts.map { $0 * part.share } },
      means: parts.flatMap { part in part.phases.rates.map { 1 / $0 } }, moves: moves)
  }

  /// This one, and then another.
  package func followed(by next: HandlePhases) throws(TheoryError) -> HandlePhases {
    let first = moves.enumerated().map { index, row in row + next.starts.map { $0 * done(index) } }
    let second = next.moves.map { Array(repeating: 0.0, count: starts.count) + $0 }
    return try HandlePhases(
      starts: starts + Array(repeating: 0, count: next.starts.count), means: (rates + next.rates).map { 1 / $0 }, moves: first + second)
  }

  /// The same shape with every phase longer or shorter: how a group with a multiplier on handle time works.
  package func scaled(by factor: Double) throws(TheoryError) -> HandlePhases {
    try HandlePhases(starts: starts, means: rates.map { factor / $0 }, moves: moves)
  }

  /// Phases; with k of them n agents can be spread over them in about nᵏ⁻¹ ÷ (k − 1)! ways, which the chain counts one by one.
  package var count: Int { starts.count }
  /// Chance of being done after a phase.
  func done(_ phase: Int) -> Double { max(0, 1 - moves[phase].reduce(0, +)) }

  /// Mean of the whole.
  package var mean: Double { zip(starts, timeLeft(weighing: Array(repeating: 1, count: count))).reduce(0) { $0 + $1.0 * $1.1 } }

  /// Variance of the whole ÷ square of its mean.
  package var variability: Double {
    let ones = [Double](repeating: 1, count: count)
    let square = 2 * zip(starts, timeLeft(weighing: timeLeft(weighing: ones))).reduce(0) { $0 + $1.0 * $1.1 }
    return max(0, square / (mean * mean) - 1)
  }

  /// Time spent in all phases from each phase on, each phase's weighed: t = m·w + P t, by elimination of I − P, which needs no pivoting.
  private func timeLeft(weighing weights: [Double]) -> [Double] {
    var left = zip(rates, weights).map { $1 / $0 }
    var matrix = moves.enumerated().map { row, chances in chances.enumerated().map { ($0.offset == row ? 1 : 0) - $0.element } }
    for column in 0..<count {
      for row in (column + 1)..<max(count, column + 1) where matrix[row][column] != 0 {
        let factor = matrix[row][column] / matrix[column][column]
        for k in column..<count { matrix[row][k] -= factor * matrix[column][k] }
        left[row] -= factor * left[column]
      }
    }
    for row in (0..<count).reversed() {
      for k in (row + 1)..<max(count, row + 1) { left[row] -= matrix[row][k] * left[k] }
      left[row] /= matrix[row][row]
    }
    return left
  }
}
