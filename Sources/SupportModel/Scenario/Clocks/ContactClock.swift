package import SimulationCore

/// The clock of one promise on one contact, moved by what happens to the contact. Its course is handed in, the same at every call, and readings
/// of one calendar.
package struct ContactClock: Sendable, BitwiseCopyable {
  /// What happens to a contact, as far as clocks look at it.
  package enum Event: Sendable, Equatable {
    /// The contact comes.
    case created
    /// An agent takes it up.
    case answered
    /// An agent says something that the customer reads.
    case replied
    /// The customer says something.
    case customer
    /// It goes into another phase.
    case phase(ClockPhase)
    case priority(Int)

    /// A clock may begin with it.
    @inline(__always) var begins: Bool { self == .created || self == .customer }
  }

  /// A clock that stopped, with its verdict.
  package struct Measurement: Sendable, Equatable {
    package var stopped: SimInstant
    /// Open time counted.
    package var elapsed: TimeSpan
    /// nil: nothing was promised.
    package var allowed: TimeSpan?

    /// Exactly used up is in time; nil where nothing was promised.
    package var isInTime: Bool? { allowed.map { elapsed <= $0 } }
  }

  package private(set) var clock: ServiceClock
  package private(set) var phase = ClockPhase.waiting
  private var hasReplied = false
  private var isAnswered = false
  private var overSince = OpenReading(at: .zero, opened: .zero)

  package init(_ duration: ClockDuration?) { clock = ServiceClock(duration) }

  /// The measurement, where the event stops the clock. `allowed`: of an event with which a clock `begins`, what the duration comes to from now on.
  /// A new priority is `change`.
  package mutating func take(_ event: Event, _ course: ClockCourse, at now: OpenReading, allowing allowed: TimeSpan?) -> Measurement? {
    switch event {
    case .created: if course.measure != .nextResponse { clock.begin(moving(course), at: now, allowing: allowed) }
    case .answered: return answer(course, at: now)
    case .replied: return reply(course, at: now)
    case .customer:
      if phase == .pending || phase.isOver { _ = enter(.waiting, course, at: now) }
      if course.measure == .nextResponse, hasReplied, clock.state == .off { clock.begin(moving(course), at: now, allowing: allowed) }
    case .phase(let phase): return enter(phase, course, at: now)
    case .priority: break
    }
    return nil
  }

  /// The same with a rule at hand, of every event.
  package mutating func take(_ event: Event, _ rule: ClockRule, at now: SimInstant) -> Measurement? {
    if case .priority(let priority) = event {
      change(rule.durations.duration(priority), rule, at: now)
      return nil
    }
    let allowed = event.begins ? rule.hours.time(clock.duration, from: now) : nil
    return take(event, rule.course, at: rule.hours.open.reading(at: now), allowing: allowed)
  }

  /// Another promise from now on.
  mutating func change(_ duration: ClockDuration?, _ rule: ClockRule, at now: SimInstant) {
    if rule.measure == .resolution || rule.measure == .nextResponse || isOpen(rule.course) {
      clock.change(duration, rule.terms, at: now, rule.hours)
    }
  }

  /// Takes a new phase in which the clock goes on as in the present one, whatever the hours say; false: it does not, and the phase is still to be taken.
  @inline(__always)
  mutating func goesOn(in next: ClockPhase, _ course: ClockCourse) -> Bool {
    if phase.isOver || next.isOver || course.terms.pauses.contains(phase) != course.terms.pauses.contains(next) { return false }
    phase = next
    return true
  }

  /// Whether the clock waits for something that may still come.
  package func isOpen(_ course: ClockCourse) -> Bool {
    switch course.measure {
    case .answer: !isAnswered
    case .firstResponse: !hasReplied
    case .nextResponse: clock.state != .off
    case .resolution: !phase.isOver
    }
  }

  private func moving(_ course: ClockCourse) -> ServiceClock.State { course.terms.pauses.contains(phase) ? .paused : .running }

  private mutating func answer(_ course: ClockCourse, at now: OpenReading) -> Measurement? {
    defer { isAnswered = true }
    return course.measure == .answer && !isAnswered ? stop(course, at: now) : nil
  }

  private mutating func reply(_ course: ClockCourse, at now: OpenReading) -> Measurement? {
    defer { hasReplied = true }
    switch course.measure {
    case .answer: return answer(course, at: now)
    case .firstResponse: return hasReplied ? nil : stop(course, at: now)
    case .nextResponse: return clock.state == .off ? nil : stop(course, at: now)
    case .resolution: return nil
    }
  }

  private mutating func enter(_ next: ClockPhase, _ course: ClockCourse, at now: OpenReading) -> Measurement? {
    let wasOver = phase.isOver
    if next.isOver, !wasOver {
      var stopped: Measurement?
      switch course.measure {
      case .resolution: stopped = stop(course, at: now)
      // An unanswered message is dropped without a measurement; a first answer may still come, after a reopen.
      case .nextResponse: clock.begin(.off, at: now, allowing: clock.allowed)
      case .answer, .firstResponse: if isOpen(course) { clock.set(.paused, at: now) }
      }
      phase = next
      overSince = now
      return stopped
    }
    phase = next
    if next.isOver { return nil }
    if wasOver, course.measure == .resolution, course.terms.countsSolved { clock.count(since: overSince, to: now) }
    if isOpen(course) { clock.set(moving(course), at: now) }
    return nil
  }

  private mutating func stop(_ course: ClockCourse, at now: OpenReading) -> Measurement {
    clock.set(.off, at: now)
    let measurement = Measurement(stopped: now.at, elapsed: clock.elapsed(at: now), allowed: clock.allowed)
    if course.measure == .nextResponse { clock.begin(.off, at: now, allowing: clock.allowed) }
    return measurement
  }
}
