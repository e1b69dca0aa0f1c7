package import SimulationCore

/// One clock of one contact: it runs, stands still or is off, and knows what it has counted, what is left and when that is used up. The hours
/// that it counts are handed in, the same at every call.
///
/// ```swift
/// var clock = ServiceClock(.time(.hours(4)))
/// clock.begin(.running, at: fridayFour)
/// clock.due(at: fridayFour, office)                      // Monday noon, in an office that is open from nine to five
/// ```
///
/// All arithmetic is on whole microseconds and exact. Instants must not go backwards.
package struct ServiceClock: Sendable, BitwiseCopyable {
  package enum State: UInt8, Sendable, BitwiseCopyable { case off, paused, running }

  package private(set) var state = State.off
  /// What is promised now; nil: nothing, so there is no due instant, and the clock goes on.
  package private(set) var duration: ClockDuration?
  /// Counted until `at`, and open time in which it stood still, since the count began.
  private var counted = TimeSpan.zero
  private var stood = TimeSpan.zero
  private var at = SimInstant.zero
  /// The count began here; business days are told from it.
  private var began = SimInstant.zero

  package init(_ duration: ClockDuration?) { self.duration = duration }

  /// From nothing.
  package mutating func begin(_ state: State, at now: SimInstant) {
    counted = .zero
    stood = .zero
    at = now
    began = now
    self.state = state
  }

  /// Runs, stands still or stops from now on; what was counted stays.
  package mutating func set(_ state: State, at now: SimInstant, _ hours: ClockHours) {
    advance(to: now, hours)
    self.state = state
  }

  /// Another promise from now on.
  package mutating func change(_ duration: ClockDuration?, _ terms: ClockTerms, at now: SimInstant, _ hours: ClockHours) {
    advance(to: now, hours)
    self.duration = duration
    if terms.pausesOnChange == .drop {
      counted = counted + stood
      stood = .zero
    }
    if terms.elapsedOnChange == .restart { begin(state, at: now) }
  }

  /// Counts open time that passed while the clock was off.
  package mutating func count(since then: SimInstant, to now: SimInstant, _ hours: ClockHours) {
    counted = counted + hours.open.elapsed(from: then, to: now)
  }

  private mutating func advance(to now: SimInstant, _ hours: ClockHours) {
    switch state {
    case .running: counted = counted + hours.open.elapsed(from: at, to: now)
    case .paused: stood = stood + hours.open.elapsed(from: at, to: now)
    case .off: break
    }
    at = max(at, now)
  }

  /// Open time counted until now.
  package func elapsed(at now: SimInstant, _ hours: ClockHours) -> TimeSpan {
    state == .running ? counted + hours.open.elapsed(from: at, to: now) : counted
  }

  /// Open time that may be counted in all; nil: nothing is promised, or it is never open for so long.
  package func allowed(_ hours: ClockHours) -> TimeSpan? {
    switch duration {
    case nil: nil
    case .time(let span): span
    case .businessDays(let days): hours.time(ofBusinessDays: days, from: began)
    }
  }

  /// The earliest instant at which the time is used up if nothing else happens: now, where it is used up already. nil: the clock stands, or
  /// nothing is promised, or there are no such hours.
  package func due(at now: SimInstant, _ hours: ClockHours) -> SimInstant? { state == .running ? dueIfRunning(at: now, hours) : nil }

  /// The same if a clock that stands went on now.
  package func dueIfRunning(at now: SimInstant, _ hours: ClockHours) -> SimInstant? {
    guard let allowed = allowed(hours) else { return nil }
    let left = allowed - elapsed(at: now, hours)
    guard left >= .zero else { return now }
    guard let due = hours.open.due(after: left, from: now) else { return nil }
    // Also of no open time at all: from Saturday morning to Monday's opening.
    if case .businessDays = duration { return hours.open.nextOpen(from: due) }
    return due
  }
}
