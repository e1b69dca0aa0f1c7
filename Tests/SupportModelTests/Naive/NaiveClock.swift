import SimulationCore

@testable import SupportModel

/// The clock of a promise, worked out from all that happened to a contact: open time since it came, less what lies in phases that pause.
struct NaiveClock {
  let contact: NaiveContact
  let target: Target
  let hours: BusinessTime
  let allowed: TimeSpan
  /// When it began, and when it stopped; nil: it did not.
  let began: Int64
  let stopped: Int64?

  /// nil where nothing is promised, or nothing starts the clock.
  init?(_ contact: NaiveContact, _ target: Target, _ scenario: Scenario) {
    let type = scenario.contactTypes[contact.comesAs]
    // What was measured before the horizon is nobody's.
    if contact.wasTouched, target.measure == .answer || target.measure == .firstResponse && type.replies { return nil }
    let isLive = scenario.channels.isEmpty || scenario.channels[type.channel].isLive
    let solved = contact.outcome == .handled ? contact.endedAt : nil
    // Without touches the end of the talk is the reply, and the contact is solved by it.
    let said = contact.said.first { $0.what == .replied }
    let replied = said?.at ?? (scenario.hasTickets ? nil : solved)
    let first = contact.answerPriority ?? contact.priority
    switch target.measure {
    case .answer: self.init(contact, target, scenario, from: contact.arrivedAt, to: contact.answeredAt, first)
    case .firstResponse:
      let isAtOnce = isLive && type.replies
      self.init(
        contact, target, scenario, from: contact.cameAt, to: isAtOnce ? contact.answeredAt : replied,
        isAtOnce ? first : said?.priority ?? contact.priority)
    case .resolution: self.init(contact, target, scenario, from: contact.cameAt, to: solved, contact.priority)
    case .nextResponse: return nil
    }
  }

  /// `priority`: when it stopped, or now.
  private init?(_ contact: NaiveContact, _ target: Target, _ scenario: Scenario, from: Int64, to: Int64?, _ priority: Int) {
    guard case .time(let allowed)? = target.duration(priority: priority) else { return nil }
    self.contact = contact
    self.target = target
    self.allowed = allowed
    hours = target.terms.calendar.map { scenario.calendars[$0].hours } ?? .always
    (began, stopped) = (from, to)
  }

  /// A clock for each message of the customer that somebody had to answer: the oldest that nobody had.
  static func ofMessages(_ contact: NaiveContact, _ target: Target, _ scenario: Scenario) -> [NaiveClock] {
    let isLive = scenario.channels.isEmpty || scenario.channels[scenario.contactTypes[contact.comesAs].channel].isLive
    var clocks: [NaiveClock] = []
    var oldest: Int64?
    var hasReplied = isLive && contact.answeredAt != nil && scenario.contactTypes[contact.comesAs].replies
    for (at, what, priority) in contact.said {
      switch what {
      case .replied:
        hasReplied = true
        if let since = oldest, let clock = NaiveClock(contact, target, scenario, from: since, to: at, priority) { clocks.append(clock) }
        oldest = nil
      case .heard: if hasReplied, oldest == nil { oldest = at }
      case .over: oldest = nil
      }
    }
    if let since = oldest, let clock = NaiveClock(contact, target, scenario, from: since, to: nil, contact.priority) {
      clocks.append(clock)
    }
    return clocks
  }

  func isInTime(at now: Int64) -> Bool { elapsed(until: now) <= allowed }

  /// While a contact waits or is worked on; nil where the clock stands still or has stopped.
  func due(at now: Int64) -> Int64? {
    guard stopped == nil, !target.terms.pauses.contains(contact.phases.last!.phase) else { return nil }
    let left = allowed - elapsed(until: now)
    // What is overdrawn is due as long ago as it is overdrawn.
    if left <= .zero { return now + left.microseconds }
    return hours.due(after: left, from: SimInstant(microseconds: now))?.microseconds
  }

  /// Share of the promise, or seconds overdrawn; nil where the clock stands still or has stopped.
  func timeLeft(at now: Int64) -> Double? {
    guard stopped == nil, !target.terms.pauses.contains(contact.phases.last!.phase) else { return nil }
    return ContactView.timeLeft((allowed - elapsed(until: now)).microseconds, of: allowed.microseconds)
  }

  func elapsed(until end: Int64) -> TimeSpan {
    var elapsed = TimeSpan.zero
    for (position, stretch) in contact.stretches.enumerated() {
      let comesBack = position + 1 < contact.stretches.count
      let counts =
        stretch.phase.isOver
        ? target.measure == .resolution && target.terms.countsSolved && comesBack : !target.terms.pauses.contains(stretch.phase)
      if counts { elapsed = elapsed + open(max(stretch.from, began), min(stretch.to ?? end, end)) }
    }
    return elapsed
  }

  private func open(_ from: Int64, _ to: Int64) -> TimeSpan {
    from < to ? hours.elapsed(from: SimInstant(microseconds: from), to: SimInstant(microseconds: to)) : .zero
  }
}
