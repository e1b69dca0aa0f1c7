package import SimulationCore

/// When the clock of a promise runs, when it stands still, and what a new priority does to it.
package struct ClockTerms: Sendable, BitwiseCopyable, Equatable {
  /// What becomes of time that was counted, or not counted, when the priority changes. The names are the words in the scenario.
  package enum Elapsed: String, Sendable, BitwiseCopyable, CaseIterable { case keep, restart }
  package enum Pauses: String, Sendable, BitwiseCopyable, CaseIterable { case keep, drop }

  /// Index into `Scenario.calendars`; nil: every hour counts.
  package var calendar: Int?
  /// Phases in which it stands still.
  package var pauses = ClockPhases()
  package var elapsedOnChange = Elapsed.keep
  package var pausesOnChange = Pauses.keep
  /// Whether the time between a solve and a reopen counts; of `resolution` only.
  package var countsSolved = false

  package init() {}

  /// Every hour counts, whatever becomes of the contact.
  package var isPlain: Bool { calendar == nil && pauses.isEmpty }
}

/// The hours that a clock counts, with the readings on the wall of their place.
package struct ClockHours: Sendable, Equatable {
  package var open: BusinessTime
  package var wall: LocalTime

  package init(open: BusinessTime, wall: LocalTime) {
    self.open = open
    self.wall = wall
  }

  /// Every hour.
  package static let always = ClockHours(open: .always, wall: .elapsed)

  /// Open time between an instant and the same time on the wall `days` open days later, or the first open instant after that; nil: it is
  /// not open on so many days.
  package func time(ofBusinessDays days: Int, from start: SimInstant) -> TimeSpan? {
    let (first, time) = wall.reading(start)
    var day = first
    var left = days
    while left > 0 {
      // Days without hours are skipped at once: the next open instant after the day is over.
      let midnight = wall.instant(day: day + 1, time: .zero)
      guard let next = open.nextOpen(from: midnight) else { return nil }
      day = wall.reading(next).day
      left -= 1
    }
    let same = wall.instant(day: day, time: time)
    guard let moved = open.nextOpen(from: same) else { return nil }
    return open.elapsed(from: start, to: moved)
  }
}
