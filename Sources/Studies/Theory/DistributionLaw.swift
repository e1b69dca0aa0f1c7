import QueueingTheory
import SimulationCore

/// A distribution of the scenario as a formula needs it. Times in seconds.
struct DistributionLaw: DurationLaw {
  let distribution: AnyDistribution

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

extension Distribution {
  /// The law as a walk through memoryless phases, where it is written as one; nil otherwise, and beyond a handful of phases, which no
  /// formula could solve for several agents.
  var handlePhases: HandlePhases? {
    let most = 12
    switch self {
    case let law as ExponentialDistribution: return try? .exponential(mean: law.mean)
    case let law as ErlangDistribution: return law.k <= most ? try? .erlang(stages: law.k, mean: law.mean) : nil
    case let law as HyperexponentialDistribution:
      return law.means.count <= most ? try? .hyperexponential(zip(law.shares, law.means).map { (share: $0, mean: $1) }) : nil
    case let law as PhaseTypeDistribution:
      let n = law.means.count
      let moves = (0..<n).map { Array(law.moves[($0 * n)..<($0 * n + n)]) }
      return n <= most ? try? HandlePhases(starts: law.starts, means: law.means, moves: moves) : nil
    case let law as AnyDistribution: return law.content.handlePhases
    case let law as ScaledDistribution: return law.inner.handlePhases.flatMap { try? $0.scaled(by: law.factor) }
    default: return nil
    }
  }
}
