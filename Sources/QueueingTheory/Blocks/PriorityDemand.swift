/// Two classes of impatient customers, the more important first: rates, in range.
struct PriorityDemand: Sendable {
  /// Of the more important class and of the other.
  let arriving: (first: Double, second: Double)
  let finishing: (first: Double, second: Double)
  let leaving: (first: Double, second: Double)
  let agents: Int

  /// With one handle time it does not matter whom an agent has in hand.
  var isAlike: Bool { finishing.first == finishing.second }

  /// Rates at which agents become free of a contact of either class, all of them busy and so many with the first.
  func done(_ firstInHand: Int) -> (first: Double, second: Double) {
    isAlike
      ? (0, Double(agents) * finishing.second)
      : (Double(firstInHand) * finishing.first, Double(agents - firstInHand) * finishing.second)
  }
}
