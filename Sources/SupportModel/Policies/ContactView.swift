/// A contact as a routing criterion sees it.
package struct ContactView: BitwiseCopyable {
  /// Index into `Scenario.contactTypes`.
  package var contactType: Int32
  /// Priority now, ageing included; higher is served first.
  package var priority: Double
  /// When it entered its queue, µs from the start of the horizon.
  package var queuedAt: Int64
  /// When its answer target falls due, µs; `Int64.max` without a target.
  package var due: Int64
  /// Of the clock with the least: time left ÷ time promised; where it is overdrawn, the seconds since, negative. Infinite without a target.
  package var timeLeft: Double = .infinity
  /// Expected handle time by the deciding agent's group (by the type's base when an agent is being chosen), seconds.
  package var expectedHandle: Double
  /// Preference rank of this contact type in the deciding agent's group; 1 is best.
  package var rank: Int32
  /// Contacts waiting in the same queue, this one included.
  package var queueLength: Int32
  /// The agent who last handled this need, or -1.
  package var lastAgent: Int32

  /// Something made up for `CriterionProbe`: every fact has another value in another view.
  static func probe(_ type: Int, _ view: Int64) -> Self {
    Self(
      contactType: Int32(type), priority: Double(view % 3), queuedAt: view * 800_000_000, due: view * 1_100_000_000,
      timeLeft: 1 - Double(view) / 3,
      expectedHandle: 120 + Double(view) * 60, rank: Int32(1 + view % 3), queueLength: Int32(1 + view), lastAgent: Int32(view - 1))
  }
}

extension ContactView {
  /// `timeLeft` of one clock, of µs left and promised.
  @inline(__always)
  static func timeLeft(_ left: Int64, of promised: Int64) -> Double {
    left < 0 ? Double(left) * 1e-6 : promised > 0 ? Double(left) / Double(promised) : 0
  }
}
