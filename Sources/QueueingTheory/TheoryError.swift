import Foundation
package import SampleStatistics

/// Why a formula has no answer. Holds facts; `TheoryError.description` is the one place with words.
package enum TheoryError: Error, Equatable, Sendable {
  /// A quantity is outside the formula's range: its name, the value, and what is allowed, as in "above 0".
  case outOfRange(quantity: String, value: Double, allowed: String)
  /// More work arrives than the agents can do and nobody leaves: the queue grows without bound.
  /// `load` in erlangs, `servers` in agents.
  case unstable(load: Double, servers: Double)
  /// No staffing whatever meets this goal.
  case unreachable(Goal)
  /// Even the smallest volume (or handle time) breaks the goal with this staffing.
  case neverCarried(Goal, servers: Double)
  /// The goal holds however large the volume (or handle time).
  case alwaysCarried(Goal)
  /// No patience explains an observed share of abandonment; the shares between which it could lie.
  case abandonmentUnexplained(observed: Double, lowest: Double, highest: Double)
  /// No number of agents explains what was seen; the figure with hardly anybody at work, and with endlessly many.
  case unexplained(Goal, worst: Double, best: Double)
  /// The formula has no such measure: "Erlang B has no occupancy cap".
  case undefined(measure: String, formula: String)
  /// The Markov chain behind a formula would not fit into memory or time, for so many agents.
  case tooLarge(formula: String, agents: Int)
  /// GSL could not compute to the wanted accuracy.
  case numerical(GSLError)
}

extension Double {
  /// Six significant digits without trailing zeros, for messages.
  var shortText: String {
    if self == rounded(), abs(self) < 1e15 { return String(Int(self)) }
    let text = String(self)
    guard text.count > 8, self != 0, isFinite, !text.contains("e") else { return text }
    let digits = max(0, 5 - Int(log10(abs(self)).rounded(.down)))
    let scale = pow(10, Double(min(digits, 15)))
    return String((self * scale).rounded() / scale)
  }
}
