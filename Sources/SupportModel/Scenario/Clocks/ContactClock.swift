package import SimulationCore

/// The clock of one promise on one contact, moved by what happens to the contact. The rule is handed in, the same at every call.
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

    var isPriority: Bool { if case .priority = self { true } else { false } }
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
  private var priority: Int32
  private var hasReplied = false
  private var isAnswered = false
  private var overSince = SimInstant.zero

  package init(_ rule: ClockRule, priority: Int) {
    self.priority = Int32(clamping: priority)
    clock = ServiceClock(rule.durations.duration(priority))
  }

  /// The measurement, where the event stops the clock.
  package mutating func take(_ event: Event, _ rule: ClockRule, at now: SimInstant) -> Measurement? {
    switch event {
    case .created: if rule.measure != .nextResponse { clock.begin(moving(rule), at: now) }
    case .answered: return answer(rule, at: now)
    case .replied: return reply(rule, at: now)
    case .customer:
      if phase == .pending || phase.isOver { _ = enter(.waiting, rule, at: now) }
      if rule.measure == .nextResponse, hasReplied, clock.state == .off { clock.begin(moving(rule), at: now) }
    case .phase(let phase): return enter(phase, rule, at: now)
    case .priority(let priority):
      self.priority = Int32(clamping: priority)
      if rule.measure == .resolution || rule.measure == .nextResponse || isOpen(rule) {
        clock.change(rule.durations.duration(priority), rule.terms, at: now, rule.hours)
      }
    }
    return nil
  }

  /// Whether the clock waits for something that may still come.
  package func isOpen(_ rule: ClockRule) -> Bool {
    switch rule.measure {
    case .answer: !isAnswered
    case .firstResponse: !hasReplied
    case .nextResponse: clock.state != .off
    case .resolution: !phase.isOver
    }
  }

  private func moving(_ rule: ClockRule) -> ServiceClock.State { rule.terms.pauses.contains(phase) ? .paused : .running }

  private mutating func answer(_ rule: ClockRule, at now: SimInstant) -> Measurement? {
    defer { isAnswered = true }
    return rule.measure == .answer && !isAnswered ? stop(rule, at: now) : nil
  }

  private mutating func reply(_ rule: ClockRule, at now: SimInstant) -> Measurement? {
    defer { hasReplied = true }
    switch rule.measure {
    case .answer: return answer(rule, at: now)
    case .firstResponse: return hasReplied ? nil : stop(rule, at: now)
    case .nextResponse: return clock.state == .off ? nil : stop(rule, at: now)
    case .resolution: return nil
    }
  }

  private mutating func enter(_ next: ClockPhase, _ rule: ClockRule, at now: SimInstant) -> Measurement? {
    let wasOver = phase.isOver
    if next.isOver, !wasOver {
      var stopped: Measurement?
      switch rule.measure {
      case .resolution: stopped = stop(rule, at: now)
      // An unanswered message is dropped without a measurement; a first answer may still come, after a reopen.
      case .nextResponse: clock.begin(.off, at: now)
      case .answer, .firstResponse: if isOpen(rule) { clock.set(.paused, at: now, rule.hours) }
      }
      phase = next
      overSince = now
      return stopped
    }
    phase = next
    if next.isOver { return nil }
    if wasOver, rule.measure == .resolution, rule.terms.countsSolved { clock.count(since: overSince, to: now, rule.hours) }
    if isOpen(rule) { clock.set(moving(rule), at: now, rule.hours) }
    return nil
  }

  private mutating func stop(_ rule: ClockRule, at now: SimInstant) -> Measurement {
    clock.set(.off, at: now, rule.hours)
    let measurement = Measurement(
      stopped: now, elapsed: clock.elapsed(at: now, rule.hours), allowed: clock.allowed(rule.hours))
    if rule.measure == .nextResponse { clock.begin(.off, at: now) }
    return measurement
  }
}
