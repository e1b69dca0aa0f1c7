import SimulationCore

/// The hours of a calendar in one piece: asking them counts one owner, and not those of all their arrays.
final class SharedHours: Sendable {
  let hours: ClockHours

  init(_ hours: ClockHours) { self.hours = hours }

  /// When so much open time has passed since an instant, at least none; `isInDays`: moved to the next open instant. nil: there is not so much.
  func due(after left: TimeSpan, from now: OpenReading, isInDays: Bool) -> SimInstant? {
    let due = hours.open.due(after: left, from: now)
    return isInDays ? due.flatMap { hours.open.nextOpen(from: $0) } : due
  }

  /// The same for a clock of this duration that begins to run.
  func due(_ duration: ClockDuration, from start: SimInstant) -> SimInstant? {
    switch duration {
    case .time(let span): return hours.open.due(after: span, from: start)
    case .businessDays(let days):
      let reading = hours.open.reading(at: start)
      return hours.time(ofBusinessDays: days, from: start).flatMap { due(after: $0, from: reading, isInDays: true) }
    }
  }
}
