/// The durations that were observed, drawn again.
///
/// `values` in seconds, 0 or more, and, if they are not equally likely, as many `weights`, 0 or more with a positive sum.
/// Of 30, 60, 60 and 210 s the mean is 90 s, the variance 4950 s² and the median 60 s.
///
/// Sampled by inversion, a binary search of the cumulated weights.
///
/// Source: Law, *Simulation Modeling and Analysis*, 5th ed., §6.2.4 (without interpolation).
public struct EmpiricalDistribution: Distribution {
  /// Seconds, rising.
  public let values: [Double]
  /// Chance of a value up to and including the one at this index; the last is exactly 1.
  public let cumulated: [Double]
  /// Seconds, weighted.
  public let mean: Double
  /// s², divided by the sum of the weights: the values are the law, not a sample of it.
  public let variance: Double

  /// - Parameters:
  ///   - values: seconds, 0 or more, in any order.
  ///   - weights: as many as the values, 0 or more with a positive sum; equal when nil.
  public init(values: [Double], weights: [Double]? = nil) {
    precondition(!values.isEmpty && (weights == nil || weights!.count == values.count))
    let pairs = zip(values, weights ?? Array(repeating: 1, count: values.count)).filter { $0.1 > 0 }.sorted { $0.0 < $1.0 }
    precondition(!pairs.isEmpty)
    let total = pairs.reduce(0) { $0 + $1.1 }
    var sum = 0.0
    var cumulated: [Double] = []
    cumulated.reserveCapacity(pairs.count)
    for pair in pairs {
      sum += pair.1
      cumulated.append(sum / total)
    }
    let mean = pairs.reduce(0) { $0 + $1.0 * $1.1 } / total
    self.values = pairs.map { $0.0 }
    self.cumulated = cumulated
    self.mean = mean
    variance = pairs.reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) * $1.1 } / total
  }

  /// A binary search.
  public func cumulative(_ x: Double) -> Double {
    let count = EmpiricalDistribution.firstIndex(in: values) { $0 > x }
    return count == 0 ? 0 : cumulated[count - 1]
  }

  /// An observed value, never one between two.
  public func quantile(_ p: Double) -> Double { values[min(values.count - 1, EmpiricalDistribution.firstIndex(in: cumulated) { $0 >= p })] }

  /// Exact sums over the values.
  public func limitedMoments(at bound: Double) -> LimitedMoments {
    var total = LimitedMoments(mean: 0, meanSquare: 0)
    for index in values.indices {
      let share = cumulated[index] - (index == 0 ? 0 : cumulated[index - 1])
      let smaller = max(0, min(values[index], bound))
      total.mean += share * smaller
      total.meanSquare += share * smaller * smaller
    }
    return total
  }

  /// The first index of a rising list where the condition holds, or its count.
  private static func firstIndex(in list: [Double], where holds: (Double) -> Bool) -> Int {
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if holds(list[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Values in the scenario or from a file.
  public static let family = DistributionFamily(
    name: "empirical", help: "observed durations, drawn again", example: "{empirical: {values: [30s, 1m, 1m, 3m30s]}}",
    forms: [
      [
        Parameter("values", .durations, "the durations", from: 0),
        Parameter("weights", .numbers, "how likely each is, relative to the others", from: 0, isOptional: true),
      ]
    ],
    samples: [["values": [30.0, 60.0, 60.0, 210.0]], ["values": [300.0, 0.0, 20.0, 45.0], "weights": [1.0, 2.0, 0.0, 4.5]]]
  ) { values throws(ParameterProblem) in
    let durations = values.numbers("values")
    if durations.isEmpty { throw ParameterProblem(parameter: "values", complaint: "must not be empty") }
    if !values.has("weights") { return EmpiricalDistribution(values: durations) }
    let weights = values.numbers("weights")
    if weights.count != durations.count { throw ParameterProblem(parameter: "weights", complaint: "must be as many as the values") }
    if !weights.contains(where: { $0 > 0 }) { throw ParameterProblem(parameter: "weights", complaint: "must not all be zero") }
    return EmpiricalDistribution(values: durations, weights: weights)
  }
}
