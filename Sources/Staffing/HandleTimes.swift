import QueueingTheory
package import SimulationCore
import SupportModel

/// Mean and spread of the time a group takes for a contact type, talk and wrap-up together, at an instant.
struct HandleTimes {
  let scenario: Scenario
  let pairs: [CompiledRouting.Pair]

  /// Seconds and seconds squared; nil where the group cannot serve the type or a mean does not exist.
  func moments(group: Int, type: Int, at instant: SimInstant) -> (mean: Double, variance: Double)? {
    let pair = pairs[group * scenario.contactTypes.count + type]
    guard pair.canServe else { return nil }
    let talk = scenario.contactTypes[type].talk.distribution(at: instant)
    let wrapUp = scenario.contactTypes[type].wrapUp?.distribution(at: instant)
    let mean = (talk.mean + (wrapUp?.mean ?? 0)) * pair.handleFactor
    let variance = (talk.variance + (wrapUp?.variance ?? 0)) * pair.handleFactor * pair.handleFactor
    guard mean > 0, mean.isFinite else { return nil }
    return (mean, variance.isFinite ? variance : mean * mean)
  }
}

extension TimedDistribution {
  /// The distribution in force for a contact that arrives at an instant.
  package func distribution(at instant: SimInstant) -> AnyDistribution {
    (pieces.last { $0.from <= instant } ?? pieces[0]).distribution
  }
}
