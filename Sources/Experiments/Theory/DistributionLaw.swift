import QueueingTheory
import SimulationCore

/// A distribution of the scenario as a formula needs it. Times in seconds.
struct DistributionLaw: DurationLaw {
  let distribution: any Distribution

  var mean: Double { distribution.mean }
  func survival(_ t: Double) -> Double { 1 - distribution.cumulative(t) }
  func cumulative(_ t: Double) -> Double { distribution.cumulative(t) }
  func limitedMean(_ t: Double) -> Double { distribution.limitedMoments(at: t).mean }
  func limitedSquare(_ t: Double) -> Double { distribution.limitedMoments(at: t).meanSquare }
  func meanUpTo(_ t: Double) -> Double { max(0, limitedMean(t) - t * survival(t)) }
}

extension Distribution {
  /// Whether it is the memoryless law, however it is spelled (an Erlang law of one stage, a phase-type law of one phase):
  /// the cumulative function is compared at points from 0.1 % to 99.99 %.
  var isExponential: Bool {
    guard mean.isFinite, mean > 0, let law = try? ExponentialLaw(mean: mean) else { return false }
    return [0.001, 0.01, 0.1, 0.3, 1, 2, 4, 9].allSatisfy { abs(cumulative($0 * mean) - law.cumulative($0 * mean)) < 1e-9 }
  }
}
