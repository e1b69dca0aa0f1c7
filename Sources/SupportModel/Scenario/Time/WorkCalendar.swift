/// Hours that have a name: when contacts are let in, when other rules rule, when a clock runs.
///
/// Days of the week, holidays and time zones are resolved to instants where the scenario is read; here are only the hours that came of them.
package struct WorkCalendar: Sendable, Equatable {
  /// The key in the scenario; unique among calendars.
  package var name: String
  /// From two days before the horizon to 28 days after it, so that work left open at its end can be timed.
  package var hours: BusinessTime
  /// The clock on the wall where it holds.
  package var wall: LocalTime

  package init(name: String, hours: BusinessTime, wall: LocalTime = .elapsed) {
    self.name = name
    self.hours = hours
    self.wall = wall
  }
}
