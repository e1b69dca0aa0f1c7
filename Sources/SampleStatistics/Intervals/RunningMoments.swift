/// Mean and variance of numbers seen one at a time, in order, without keeping them.
///
/// ```swift
/// var moments = RunningMoments()
/// for x in [2.0, 4, 4, 4, 5, 5, 7, 9] { moments.add(x) }
/// moments.mean        // 5
/// moments.variance    // 32 / 7
/// ```
///
/// Source: Welford, *Note on a method for calculating corrected sums of squares and products*, Technometrics 4 (1962).
/// Keeps eight correct digits where a sum of squares keeps none (NIST StRD NumAcc4). The result depends on the order of the
/// numbers in the last digits; fold in replication order.
package struct RunningMoments: Sendable, Equatable {
  /// Numbers seen so far.
  package private(set) var count = 0
  /// 0 before the first number.
  package private(set) var mean = 0.0
  /// Σ(x − mean)².
  package private(set) var squares = 0.0
  /// ∞ before the first number.
  package private(set) var minimum = Double.infinity
  /// −∞ before the first number.
  package private(set) var maximum = -Double.infinity

  package init() {}

  package init(_ values: some Sequence<Double>) {
    for value in values { add(value) }
  }

  /// Numbers must come in replication order, or the last digits change.
  package mutating func add(_ x: Double) {
    count += 1
    let before = x - mean
    mean += before / Double(count)
    squares += before * (x - mean)
    minimum = min(minimum, x)
    maximum = max(maximum, x)
  }

  /// Unbiased sample variance; nil with fewer than two numbers.
  package var variance: Double? { count < 2 ? nil : squares / Double(count - 1) }
  /// Of one observation, not of the mean; nil with fewer than two numbers.
  package var standardDeviation: Double? { variance?.squareRoot() }
  /// Standard error of the mean of independent observations.
  package var standardError: Double? { variance.map { ($0 / Double(count)).squareRoot() } }
}
