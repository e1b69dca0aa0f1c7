import QueueingTheory
package import SimulationCore
import SupportModel

/// Mean and spread of the time a group takes for a contact type, talk and wrap-up together, at an instant.
struct HandleTimes {
  let scenario: Scenario
  let pairs: [CompiledRouting.Pair]

  /// How much of an agent's time a contact takes, in seconds and seconds squared: its handle time, divided by how many are in hand at once where
  /// hands are full, each at the pace for so many. nil where the group cannot serve the type or a mean does not exist.
  /// `touch`: the number of the touch, which may have laws of its own.
  func moments(group: Int, type: Int, at instant: SimInstant, touch: Int = 1) -> (mean: Double, variance: Double)? {
    let pair = pairs[group * scenario.contactTypes.count + type]
    guard pair.canServe else { return nil }
    let kind = scenario.contactTypes[type]
    func own(_ laws: [TimedDistribution]?) -> TimedDistribution? {
      guard touch > 1, let laws, !laws.isEmpty else { return nil }
      return laws[min(touch - 1, laws.count) - 1]
    }
    let talk = (own(kind.touches?.talk) ?? kind.talk).distribution(at: instant)
    let wrapUp = (own(kind.touches?.wrapUp) ?? kind.wrapUp)?.distribution(at: instant)
    let channel = scenario.channels.isEmpty ? nil : scenario.channels[scenario.contactTypes[type].channel]
    let part = pair.handleFactor / Double(channel?.mostInHand ?? 1)
    let slowed = part / (channel?.pace.speed(of: channel?.mostInHand ?? 1) ?? 1)
    let mean = talk.mean * slowed + (wrapUp?.mean ?? 0) * part
    let variance = talk.variance * slowed * slowed + (wrapUp?.variance ?? 0) * part * part
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
