import QueueingTheory
import SimulationCore

/// The handle time of one touch by one group: talk and then wrap-up, seconds.
struct TouchWork {
  let mean: Double
  let variance: Double
  let isExponential: Bool
  /// A walk through memoryless phases; nil where it is none.
  let phases: HandlePhases?
  let hasWrapUp: Bool

  init(talk: AnyDistribution, wrapUp: AnyDistribution?, factor: Double) {
    mean = factor * (talk.mean + (wrapUp?.mean ?? 0))
    variance = factor * factor * (talk.variance + (wrapUp?.variance ?? 0))
    hasWrapUp = (wrapUp?.mean ?? 0) > 0
    let talkIsNothing = talk.mean == 0
    let parts = (talkIsNothing ? [] : [talk.handlePhases]) + (hasWrapUp ? [wrapUp?.handlePhases] : [])
    phases = TouchWork.phases(parts, factor)
    isExponential = hasWrapUp ? talkIsNothing && (wrapUp?.isExponential ?? false) : talk.isExponential
  }

  /// One part after the other, all of them by the factor; nil where one is no walk through phases.
  private static func phases(_ parts: [HandlePhases?], _ factor: Double) -> HandlePhases? {
    guard var all = parts.first ?? nil else { return nil }
    for part in parts.dropFirst() {
      guard let part, let both = try? all.followed(by: part) else { return nil }
      all = both
    }
    return try? all.scaled(by: factor)
  }

  /// The same law, as far as any formula looks at it.
  func isLike(_ other: TouchWork) -> Bool {
    func same(_ a: Double, _ b: Double) -> Bool { a == b || abs(a - b) <= 1e-12 * max(abs(a), abs(b)) }
    return same(mean, other.mean) && same(variance, other.variance) && isExponential == other.isExponential && phases == other.phases
  }
}
