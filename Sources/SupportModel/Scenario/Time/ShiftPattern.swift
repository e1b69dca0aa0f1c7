package import SimulationCore

/// A working day by the clock on the wall of whoever works it: what a planner calls "the early shift".
///
/// `RosterLine.shifts` has the working days that came of it in one time zone, holidays taken out. The pattern stays beside them for whoever
/// draws shifts or plans people by them.
package struct ShiftPattern: Sendable, Equatable {
  /// Paid time away from contacts.
  package struct Break: Sendable, Equatable {
    /// After the start of the shift.
    package var at: TimeSpan
    /// More than nothing.
    package var length: TimeSpan

    package init(at: TimeSpan, length: TimeSpan) {
      self.at = at
      self.length = length
    }

    /// After the start of the shift.
    package var end: TimeSpan { at + length }
  }

  /// The key in the scenario; roster lines and their agents are named after it.
  package let name: String
  /// Days on which it starts; a night shift belongs to the evening.
  package let days: DaySet
  /// After local midnight, from 0 to 24 h.
  package let start: TimeSpan
  /// Elapsed time, breaks included: more than nothing and at most a week.
  package let length: TimeSpan
  /// In order, inside the shift, not overlapping.
  package let breaks: [Break]

  /// At most this long.
  package static let longest = TimeSpan.days(7)

  package init(name: String, days: DaySet = .everyDay, start: TimeSpan, length: TimeSpan, breaks: [Break] = []) {
    precondition(start >= .zero && start <= .days(1), "a shift starts on a local day")
    precondition(length > .zero && length <= Self.longest, "a shift has a length")
    var free = TimeSpan.zero
    for pause in breaks {
      precondition(pause.at >= free && pause.length > .zero && pause.end <= length, "breaks lie inside the shift, in order")
      free = pause.end
    }
    self.name = name
    self.days = days
    self.start = start
    self.length = length
    self.breaks = breaks
  }

  /// The working day that begins at an instant.
  package func shift(from start: SimInstant) -> AgentGroup.Shift {
    AgentGroup.Shift(start: start, end: start + length, breaks: breaks.map { (start + $0.at)..<(start + $0.end) })
  }
}
