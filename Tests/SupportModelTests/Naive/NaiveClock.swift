import SimulationCore

@testable import SupportModel

/// The clock of a promise, worked out from all that happened to a contact: open time since it came, less what lies in phases that pause.
struct NaiveClock {
  let contact: NaiveContact
  let target: Target
  let hours: BusinessTime
  let allowed: TimeSpan
  /// When it stopped; nil: it did not.
  let stopped: Int64?

  /// nil where nothing is promised, or nothing starts the clock.
  init?(_ contact: NaiveContact, _ target: Target, _ scenario: Scenario) {
    let type = scenario.contactTypes[contact.type]
    guard case .time(let allowed)? = target.duration(priority: type.priority), target.measure != .nextResponse else { return nil }
    self.contact = contact
    self.target = target
    self.allowed = allowed
    hours = target.terms.calendar.map { scenario.calendars[$0].hours } ?? .always
    let isLive = scenario.channels.isEmpty || scenario.channels[type.channel].isLive
    let solved = contact.outcome == .handled ? contact.endedAt : nil
    switch target.measure {
    case .answer: stopped = contact.answeredAt
    case .firstResponse: stopped = isLive ? contact.answeredAt : solved
    case .nextResponse, .resolution: stopped = solved
    }
  }

  func isInTime(at now: Int64) -> Bool { elapsed(until: now) <= allowed }

  /// While a contact waits or is worked on; nil where the clock stands still or has stopped.
  func due(at now: Int64) -> Int64? {
    guard stopped == nil, !target.terms.pauses.contains(contact.isWaiting ? .waiting : .inHand) else { return nil }
    let left = allowed - elapsed(until: now)
    // What is overdrawn is due as long ago as it is overdrawn.
    if left <= .zero { return now + left.microseconds }
    return hours.due(after: left, from: SimInstant(microseconds: now))?.microseconds
  }

  private func elapsed(until end: Int64) -> TimeSpan {
    var elapsed = open(contact.arrivedAt, end)
    let inHand = contact.work.map { ($0.began, $0.talkEnded ?? end) }
    if target.terms.pauses.contains(.inHand) { for (from, to) in inHand { elapsed = elapsed - open(from, min(to, end)) } }
    if target.terms.pauses.contains(.waiting) {
      var from = contact.arrivedAt
      for stay in inHand {
        elapsed = elapsed - open(from, min(stay.0, end))
        from = stay.1
      }
      if contact.outcome != .handled { elapsed = elapsed - open(from, end) }
    }
    return elapsed
  }

  private func open(_ from: Int64, _ to: Int64) -> TimeSpan {
    hours.elapsed(from: SimInstant(microseconds: from), to: SimInstant(microseconds: to))
  }
}
