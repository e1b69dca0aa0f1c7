package import SimulationCore

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

  /// Open time that a duration from an instant comes to; nil: nothing is promised, or it is never open for so long.
  package func time(_ duration: ClockDuration?, from start: SimInstant) -> TimeSpan? {
    switch duration {
    case nil: nil
    case .time(let span): span
    case .businessDays(let days): time(ofBusinessDays: days, from: start)
    }
  }

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
