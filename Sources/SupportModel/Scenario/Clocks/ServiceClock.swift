package import SimulationCore

/// One clock of one contact: it runs, stands still or is off, and knows what it has counted, what is left and when that is used up. It goes by
/// readings of one calendar, the same at every call; `ServiceClock+Hours` takes them from hours.
///
/// ```swift
/// var clock = ServiceClock(.time(.hours(4)))
/// clock.begin(.running, at: fridayFour, office)
/// clock.due(at: fridayFour, office)                      // Monday noon, in an office that is open from nine to five
/// ```
///
/// All arithmetic is on whole microseconds and exact. Instants must not go backwards.
package struct ServiceClock: Sendable, BitwiseCopyable {
  package enum State: UInt8, Sendable, BitwiseCopyable { case off, paused, running }

  package private(set) var state = State.off
  /// What is promised now; nil: nothing, so there is no due instant, and the clock goes on.
  package private(set) var duration: ClockDuration?
  /// Open time that may be counted in all; nil: nothing is promised, or it is never open for so long.
  package private(set) var allowed: TimeSpan?
  /// Counted until the last look, and open time in which it stood still, since the count began.
  private var counted = TimeSpan.zero
  private var stood = TimeSpan.zero
  /// What the calendar said at the last look.
  private var lastOpened = TimeSpan.zero
  /// The count began here; business days are told from it.
  package private(set) var began = SimInstant.zero

  package init(_ duration: ClockDuration?) { self.duration = duration }

  /// From nothing. `allowed`: what the duration comes to from now on (`ClockHours.time`).
  package mutating func begin(_ state: State, at now: OpenReading, allowing allowed: TimeSpan?) {
    counted = .zero
    stood = .zero
    lastOpened = now.opened
    began = now.at
    self.state = state
    self.allowed = allowed
  }

  /// Runs, stands still or stops from now on; what was counted stays.
  package mutating func set(_ state: State, at now: OpenReading) {
    advance(to: now)
    self.state = state
  }

  /// Another promise from now on; `allowed`: what it comes to since the count began, or begins again.
  mutating func change(_ duration: ClockDuration?, _ terms: ClockTerms, at now: OpenReading, allowing allowed: TimeSpan?) {
    advance(to: now)
    self.duration = duration
    self.allowed = allowed
    if terms.pausesOnChange == .drop {
      counted = counted + stood
      stood = .zero
    }
    if terms.elapsedOnChange == .restart { begin(state, at: now, allowing: allowed) }
  }

  /// Counts open time that passed while the clock was off.
  package mutating func count(since then: OpenReading, to now: OpenReading) { counted = counted + (now.opened - then.opened) }

  private mutating func advance(to now: OpenReading) {
    switch state {
    case .running: counted = counted + (now.opened - lastOpened)
    case .paused: stood = stood + (now.opened - lastOpened)
    case .off: break
    }
    lastOpened = now.opened
  }

  /// Open time counted until now.
  package func elapsed(at now: OpenReading) -> TimeSpan { state == .running ? counted + (now.opened - lastOpened) : counted }
}
