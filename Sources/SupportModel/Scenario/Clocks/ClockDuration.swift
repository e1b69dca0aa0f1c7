package import SimulationCore

/// How long something may take: time in which the clock runs, or days on which it does.
package enum ClockDuration: Sendable, BitwiseCopyable, Equatable {
  /// At least 0.
  case time(TimeSpan)
  /// At least 1: the same time on the wall on the so-manieth later day with open hours, moved to the next open instant.
  case businessDays(Int)
}

/// A promised time that may depend on the priority of the contact.
package struct ClockDurations: Sendable, Equatable {
  /// Of the priorities that have one of their own.
  package var byPriority: [(priority: Int, duration: ClockDuration)]
  /// Of all others; nil: nothing is promised to them.
  package var otherwise: ClockDuration?

  package init(_ otherwise: ClockDuration?, byPriority: [(priority: Int, duration: ClockDuration)] = []) {
    self.otherwise = otherwise
    self.byPriority = byPriority
  }

  /// What is promised to a contact of this priority; nil: nothing.
  package func duration(_ priority: Int) -> ClockDuration? {
    for entry in byPriority where entry.priority == priority { return entry.duration }
    return otherwise
  }

  package static func == (a: ClockDurations, b: ClockDurations) -> Bool {
    a.otherwise == b.otherwise && a.byPriority.count == b.byPriority.count
      && zip(a.byPriority, b.byPriority).allSatisfy { $0.priority == $1.priority && $0.duration == $1.duration }
  }
}
