import Foundation

extension HandlePhases {
  /// A law of phases with this mean and this squared coefficient of variation: the usual choices where only two moments are known.
  ///
  /// Above 1: one of two exponential laws that bring half of the work each (balanced means). Below 1: k − 1 or k equal stages, k as few as will do;
  /// nil below 1 ÷ `mostStages`.
  /// Source: Tijms, *A First Course in Stochastic Models* (2003), app. B.
  package static func matching(mean: Double, variability: Double, mostStages: Int = 12) throws(TheoryError) -> HandlePhases? {
    try Require.positive(mean, "mean")
    try Require.notNegative(variability, "variability of the handle time")
    if variability == 1 { return try .exponential(mean: mean) }
    if variability > 1 {
      let share = 0.5 * (1 + ((variability - 1) / (variability + 1)).squareRoot())
      return try .hyperexponential([(share, mean / (2 * share)), (1 - share, mean / (2 * (1 - share)))])
    }
    let stages = (1 / variability).rounded(.up)
    guard stages <= Double(mostStages) else { return nil }
    let k = Int(stages)
    // The share of those with one stage fewer.
    let fewer = (variability * stages - (stages * (1 + variability) - stages * stages * variability).squareRoot()) / (1 + variability)
    let stage = mean / (stages - fewer)
    let moves = (0..<k).map { from in (0..<k).map { $0 == from + 1 ? 1.0 : 0 } }
    var starts = [Double](repeating: 0, count: k)
    starts[0] = 1 - fewer
    if k > 1 { starts[1] = fewer }
    return try HandlePhases(starts: starts, means: Array(repeating: stage, count: k), moves: moves)
  }
}
