package import SimulationCore
package import SupportModel

/// The calendars of a scenario as they were written, to time contacts that come long before or after its horizon.
package struct ClockBook: Sendable {
  let clock: HorizonClock
  let calendars: [WrittenCalendar?]

  /// What the clocks of a target go by, with calendars worked out from well before the first of these instants to two years after the last.
  package func rule(of target: Target, in scenario: Scenario, around instants: [SimInstant]) -> ClockRule {
    let rule = scenario.clockRule(of: target)
    guard let calendar = target.terms.calendar, calendars.indices.contains(calendar), let written = calendars[calendar] else { return rule }
    let day = 86_400_000_000.0
    var wide = clock
    let first = instants.map(\.microseconds).min() ?? 0
    let last = instants.map(\.microseconds).max() ?? 0
    wide.daysBefore = max(HorizonClock.daysBefore, Int((-Double(first) / day).rounded(.up)) + 8)
    wide.daysAfter = max(HorizonClock.daysAfter, Int((Double(last - clock.length.microseconds) / day).rounded(.up)) + 731)
    return ClockRule(
      rule.measure, rule.durations, rule.terms, ClockHours(open: written.businessTime(on: wide), wall: wide.wall(in: written.zone)))
  }

  /// An instant as people write it: local to the horizon's time zone, or with its own offset. Without dates a time of day of the first day, or
  /// a duration from the start.
  package func instant(_ text: String) throws(ArgumentText.Wrong) -> SimInstant {
    switch read(text) {
    case .success(let instant): return instant
    case .failure(let complaint): throw ArgumentText.Wrong(description: complaint.sentence)
    }
  }

  func read(_ text: String) -> Result<SimInstant, ScalarComplaint> {
    if clock.hasDates {
      return InstantText.read(text).flatMap { instant in
        guard text.count > 10 else {
          return .failure(ScalarComplaint("\(shortened(text)) has no time of day", expected: InstantText.expectation))
        }
        return .success(clock.instant(instant))
      }
    }
    if case .success(let time) = TimeOfDay.read(text) { return .success(.zero + .seconds(Double(time.seconds))) }
    if case .success(let duration) = DurationText.read(text) { return .success(.zero + duration.span) }
    return .failure(
      ScalarComplaint(
        "\(shortened(text)) is no instant of a scenario without dates", expected: "a time of day such as 09:00, or a duration such as 1d9h")
    )
  }

  /// `2026-09-14T09:00:00-04:00`, with a fraction where there is one; seconds from the start without dates.
  package func isoText(_ instant: SimInstant) -> String {
    guard clock.hasDates else { return plain(Double(instant.microseconds) / 1e6) }
    let text = clock.isoText(instant)
    let part = ((instant.microseconds % 1_000_000) + 1_000_000) % 1_000_000
    guard part != 0 else { return text }
    var digits = String(part)
    digits = String(repeating: "0", count: 6 - digits.count) + digits
    while digits.last == "0" { digits.removeLast() }
    return text.prefix(19) + "." + digits + text.dropFirst(19)
  }

  /// `Mon 14 Sep 2026 09:00`, with seconds where there are some.
  package func spoken(_ instant: SimInstant) -> String {
    let (day, seconds) = clock.local(instant, in: clock.zone)
    let time = TimeOfDay(seconds: seconds).text
    guard clock.hasDates else { return day == 0 ? time : "day \(day + 1) \(time)" }
    let date = CivilDate(dayNumber: day)
    return "\(date.shortText) \(date.text.prefix(4)) \(time)"
  }

  /// `resolved within 16h, 1h for urgent`
  package func promise(of target: Target, in scenario: Scenario) -> String { ClockPicture(scenario, clock: clock).promise(of: target) }

  /// The clock in words.
  package func explanation(of target: Target, in scenario: Scenario) -> [String] { ClockPicture(scenario, clock: clock).lines(of: target) }
}
