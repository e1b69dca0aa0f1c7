import Foundation

/// The sum of k independent exponential stages.
package struct ErlangLaw: DurationLaw, Equatable {
  /// Of the sum of all stages.
  package let mean: Double
  /// Whole, 1 or more; the squared coefficient of variation is 1 ÷ stages.
  package let stages: Int

  package init(stages: Int, mean: Double) throws(TheoryError) {
    try Require.positive(mean, "mean")
    guard stages > 0 else { throw .outOfRange(quantity: "number of stages", value: Double(stages), allowed: "1 or more") }
    self.stages = stages
    self.mean = mean
  }

  private var rate: Double { Double(stages) / mean }

  /// A sum of Poisson weights, at most as long as there are stages.
  package func survival(_ t: Double) -> Double { tail(stages, rate * t) }
  /// Added up from its small end, so accurate where it is small.
  package func cumulative(_ t: Double) -> Double { head(stages, rate * t) }
  package func limitedMean(_ t: Double) -> Double { mean * head(stages + 1, rate * t) + t * tail(stages, rate * t) }
  package func limitedSquare(_ t: Double) -> Double {
    mean * mean * Double(stages + 1) / Double(stages) * head(stages + 2, rate * t) + t * t * tail(stages, rate * t)
  }
  package func meanUpTo(_ t: Double) -> Double { mean * head(stages + 1, rate * t) }

  /// P(Poisson(z) < k).
  private func tail(_ k: Int, _ z: Double) -> Double {
    if z > Double(k) + 1 {
      var sum = 0.0
      for i in 0..<k { sum += weight(i, z) }
      return sum
    }
    return 1 - head(k, z)
  }
  /// P(Poisson(z) ≥ k).
  private func head(_ k: Int, _ z: Double) -> Double {
    if z <= 0 { return 0 }
    if z > Double(k) + 1 { return 1 - tail(k, z) }
    var term = weight(k, z)
    var sum = 0.0
    var i = Double(k)
    while term > 1e-18 * sum {
      sum += term
      i += 1
      term *= z / i
    }
    return sum
  }
  private func weight(_ i: Int, _ z: Double) -> Double { exp(PoissonTails.logWeight(Double(i), z)) }
}
