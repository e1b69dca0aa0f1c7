/// Why the simulation asks for another number than Erlang C with the rate of the period: the way from one to the other, step by step.
package struct StaffingReason: Sendable, Equatable {
  /// What sets simulation and formula apart.
  package enum Cause: Sendable, Equatable {
    /// Patience: this share of the group's contacts gives up.
    case abandonment(share: Double)
    /// Work of earlier intervals is still in hand, on average that of this one.
    case spillOver(from: Int)
    /// Work has yet to build up.
    case buildUp
    /// Work that was open before the horizon comes with its start.
    case backlog
    /// Nothing is open when the horizon starts.
    case emptyStart
    /// The group may not work then.
    case offHours
    /// Only the whole horizon is judged, so a period may be short where another makes up for it.
    case wholeDay
    /// Deferred work waits for quiet times; elsewhere it is done in them.
    case deferredFillsTroughs(contactTypes: [Int])
    case deferredFromBefore(contactTypes: [Int])
    /// Other groups take this share of the group's contacts.
    case helpedBy(group: Int, share: Double)
    /// The group takes contacts that are counted for others.
    case helps(contactType: Int)
    /// The volume differs from day to day.
    case daysDiffer
    /// Every interval must be shown to keep its promise with the asked confidence.
    case certainty
    /// None of the above.
    case other
  }
  /// So many people more, or fewer where negative, for these causes together.
  package struct Step: Sendable, Equatable {
    /// More than one where they cannot be told apart.
    package var causes: [Cause]
    /// Negative: fewer.
    package var people: Int
  }

  /// The widest first. They add up to simulated − Erlang C; none where both are the same.
  package var steps: [Step] = []

  package init(_ steps: [Step] = []) { self.steps = steps }

  /// Nobody is there, because nobody may be.
  static func offHours(_ people: Int) -> StaffingReason {
    people == 0 ? StaffingReason() : StaffingReason([Step(causes: [.offHours], people: people)])
  }
}
