import SimulationCore
import SupportModel

/// The clock of a target in words, with one worked example on the scenario's own calendar.
struct ClockPicture {
  let scenario: Scenario
  let clock: HorizonClock

  init(_ scenario: Scenario, clock: HorizonClock) {
    self.scenario = scenario
    self.clock = clock
  }

  /// `answered within 20s`, `resolved within 16h, 1h for urgent`.
  func promise(of target: Target) -> String {
    let verb =
      switch target.measure {
      case .answer: "answered"
      case .firstResponse: "first responded to"
      case .nextResponse: "responded to again"
      case .resolution: "resolved"
      }
    return "\(verb) within \(target.durations.spelled(scenario.priorities, onClock: target.terms.calendar != nil))"
  }

  /// Nothing for an answer within plain time.
  func lines(of target: Target) -> [String] {
    guard !target.isPlainAnswer else { return [] }
    var hours = "every hour counts"
    if let calendar = target.terms.calendar { hours = "counts the open time of \(scenario.calendars[calendar].name)" }
    var words = ["from \(start(of: target)); \(hours)"]
    let pauses = ClockPhase.pausing.filter(target.terms.pauses.contains)
    if !pauses.isEmpty { words.append("stands still while \(orList(pauses.map(\.name)))") }
    if target.terms.elapsedOnChange == .restart { words.append("a new priority starts it again") }
    if target.terms.pausesOnChange == .drop { words.append("a new priority counts what stood still") }
    if target.terms.countsSolved { words.append("the time between a solve and a reopen counts") }
    return [words.joined(separator: "; ")] + (example(of: target).map { [$0] } ?? [])
  }

  private func start(of target: Target) -> String {
    switch target.measure {
    case .answer: "queue entry until an agent takes it"
    case .firstResponse: "arrival until the first reply"
    case .nextResponse: "the oldest unanswered message until the next reply"
    case .resolution: "arrival until it is solved"
    }
  }

  /// `for example one that comes Fri 18 Sep 16:00 with 4h is due Mon 21 Sep 12:00`
  private func example(of target: Target) -> String? {
    guard let duration = target.durations.otherwise ?? target.durations.byPriority.first?.duration else { return nil }
    let hours = scenario.clockRule(of: target).hours
    var created = SimInstant.zero
    if target.terms.calendar != nil {
      // An hour before it closes for the longest, so that the hours which do not count are seen.
      let ends = hours.open.stretches.ranges.filter { $0.lowerBound >= .zero }.prefix(14)
      let gaps = zip(ends, ends.dropFirst()).map { ($0.upperBound, $1.lowerBound - $0.upperBound) }
      guard let close = gaps.max(by: { $0.1 < $1.1 })?.0 ?? ends.first?.upperBound else { return nil }
      created = close - .hours(1)
    }
    var example = ServiceClock(duration)
    example.begin(.running, at: created, hours)
    guard let due = example.due(at: created, hours) else { return nil }
    return
      "for example one that comes \(clock.longText(created)) with \(duration.spelled(onClock: target.terms.calendar != nil)) is due \(clock.longText(due))"
  }
}
