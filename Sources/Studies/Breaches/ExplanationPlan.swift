/// What is asked of an explanation.
package struct ExplanationPlan: Sendable {
  /// Index into `Scenario.targets`.
  package var target: Int
  /// Index into `Horizon.intervals`; nil: the whole horizon.
  package var interval: Int?
  /// All plays meet the customers of this seed.
  package var seed: UInt64
  /// Of all shares together.
  package var confidence: Double
  /// Plays that say whether the target is missed.
  package var replications: Int
  /// Plays with each set of causes taken away; nil: as many as `contactBudget` allows. Never more than `replications`.
  package var playsOfEach: Int?
  /// Orders of the causes that are tried, an even number; nil: all where there are at most `mostForEveryOrder` causes, else `usualOrders`.
  package var orders: Int?

  /// Causes up to which every order is tried: 256 sets of them.
  package static let mostForEveryOrder = 8
  package static let usualOrders = 32
  /// Orders of which more would take longer than anybody waits.
  package static let mostOrders = 10_000
  /// Contacts played for the division where nobody says how often: some tens of seconds.
  package static let contactBudget = 20_000_000.0
  package static let usualPlays = 20...200
  /// What is kept of an experiment by replication.
  package static let mostReplications = 10_000

  package init(target: Int, interval: Int? = nil, seed: UInt64, confidence: Double, replications: Int) {
    self.target = target
    self.interval = interval
    self.seed = seed
    self.confidence = confidence
    self.replications = replications
  }

  /// Plays of each of so many sets, of so many contacts a play.
  package func plays(sets: Int, contacts: Double) -> Int {
    if let playsOfEach { return min(playsOfEach, replications) }
    let affordable = Self.contactBudget / max(1, contacts * Double(sets))
    let wanted = min(Double(Self.usualPlays.upperBound), max(Double(Self.usualPlays.lowerBound), affordable))
    return min(Int(wanted), replications)
  }
}
