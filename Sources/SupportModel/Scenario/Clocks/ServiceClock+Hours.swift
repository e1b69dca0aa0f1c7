package import SimulationCore

/// A clock with its hours at hand, the same at every call.
extension ServiceClock {
  package mutating func begin(_ state: State, at now: SimInstant, _ hours: ClockHours) {
    begin(state, at: hours.open.reading(at: now), allowing: hours.time(duration, from: now))
  }

  package mutating func set(_ state: State, at now: SimInstant, _ hours: ClockHours) { set(state, at: hours.open.reading(at: now)) }

  /// Another promise from now on.
  package mutating func change(_ duration: ClockDuration?, _ terms: ClockTerms, at now: SimInstant, _ hours: ClockHours) {
    let start = terms.elapsedOnChange == .restart ? now : began
    change(duration, terms, at: hours.open.reading(at: now), allowing: hours.time(duration, from: start))
  }

  /// Open time counted until now.
  package func elapsed(at now: SimInstant, _ hours: ClockHours) -> TimeSpan { elapsed(at: hours.open.reading(at: now)) }

  /// The earliest instant at which the time is used up if nothing else happens: now, where it is used up already. nil: the clock stands, or
  /// nothing is promised, or there are no such hours.
  package func due(at now: SimInstant, _ hours: ClockHours) -> SimInstant? { state == .running ? dueIfRunning(at: now, hours) : nil }

  /// The same if a clock that stands went on now.
  package func dueIfRunning(at now: SimInstant, _ hours: ClockHours) -> SimInstant? {
    guard let allowed else { return nil }
    let left = allowed - elapsed(at: now, hours)
    guard left >= .zero else { return now }
    guard let due = hours.open.due(after: left, from: now) else { return nil }
    // Also of no open time at all: from Saturday morning to Monday's opening.
    if case .businessDays = duration { return hours.open.nextOpen(from: due) }
    return due
  }
}
