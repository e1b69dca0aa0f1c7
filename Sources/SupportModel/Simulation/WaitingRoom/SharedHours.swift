/// The hours of a calendar in one piece: asking them counts one owner, and not those of all their arrays.
final class SharedHours: Sendable {
  let hours: ClockHours

  init(_ hours: ClockHours) { self.hours = hours }
}
