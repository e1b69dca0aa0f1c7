package import SimulationCore

/// What the clock of a promise shows after each of the things that happen to one contact.
package struct ClockTimeline: Sendable {
  /// The clock just after an event.
  package struct Row: Sendable {
    package var at: SimInstant
    package var event: ContactClock.Event
    package var phase: ClockPhase
    package var state: ServiceClock.State
    /// Open time counted.
    package var elapsed: TimeSpan
    /// Open time left, negative when it is overdrawn; nil: nothing is promised, or there is nothing to wait for.
    package var left: TimeSpan?
    /// nil: the clock stands, or nothing is promised.
    package var due: SimInstant?
    /// When it would be due if a clock that stands still went on now.
    package var dueIfResumed: SimInstant?
    /// Where the event stopped the clock.
    package var measurement: ContactClock.Measurement?
  }

  package let rows: [Row]

  /// `events` in order of time; those of one instant in the order given.
  package init(_ rule: ClockRule, priority: Int, created: SimInstant, events: [(at: SimInstant, event: ContactClock.Event)]) {
    var clock = ContactClock(rule.durations.duration(priority))
    rows = ([(created, .created)] + events).map { at, event in
      let measurement = clock.take(event, rule, at: at)
      let isOpen = clock.isOpen(rule.course) && clock.clock.state != .off
      let elapsed = clock.clock.elapsed(at: at, rule.hours)
      return Row(
        at: at, event: event, phase: clock.phase, state: clock.clock.state, elapsed: elapsed,
        left: isOpen ? clock.clock.allowed.map { $0 - elapsed } : nil, due: clock.clock.due(at: at, rule.hours),
        dueIfResumed: clock.clock.state == .paused ? clock.clock.dueIfRunning(at: at, rule.hours) : nil, measurement: measurement)
    }
  }
}
