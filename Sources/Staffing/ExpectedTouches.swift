import SimulationCore
package import SupportModel

/// Touches after the first that contacts are expected to want, by type and reporting interval: of customers who answer, of holds that end, and of
/// contacts that come back after they were solved. A forecast like `ExpectedDemand`, from the laws alone: as if every touch were made when it is
/// wanted.
///
/// Delays are averaged over twenty of their quantiles from the middle of an interval. What would come after the horizon is left out; where there is a
/// warm-up the weeks (or days) go on as they were before, so it stands for what comes from before the first interval.
package struct ExpectedTouches: Sendable {
  /// `[type][position][interval]`: touches number `position` + 2; the last stands for all later ones.
  package private(set) var later: [[[Double]]]
  /// `[type][interval]`: first touches, of contacts that come in the type and of those that go on in it.
  package private(set) var first: [[Double]]
  /// `[type][interval]`: touches that are to be approved.
  package private(set) var asked: [[Double]]
  /// `[type][hold][interval]`: contacts that go on hold after any touch.
  package private(set) var held: [[[Double]]]
  let scenario: Scenario
  let spreading: DelaySpread

  /// Shares of the contacts of a type that come to so few further touches are left out.
  private static let least = 0.002
  private static let mostTouches = 60

  package init(_ scenario: Scenario, _ demand: ExpectedDemand) {
    self.scenario = scenario
    spreading = DelaySpread(scenario)
    let whole = scenario.horizon.intervals.count
    later = Array(repeating: [], count: scenario.contactTypes.count)
    held = scenario.contactTypes.map { type in type.holds.map { _ in Array(repeating: 0, count: whole) } }
    first = demand.counts
    asked = scenario.contactTypes.map { _ in Array(repeating: 0, count: whole) }
    for type in scenario.contactTypes.indices {
      let laws = max(1, scenario.contactTypes[type].touches?.talk.count ?? 0, scenario.contactTypes[type].touches?.wrapUp.count ?? 0)
      if scenario.contactTypes[type].hasTouches { later[type] = Array(repeating: Array(repeating: 0, count: whole), count: laws) }
    }
    // Legs of a round, and then those that follow them, until hardly any do.
    func sum(_ legs: [[Double]]) -> Double { legs.reduce(0) { $0 + $1.reduce(0, +) } }
    var legs = demand.counts
    for _ in 1...ExpectedTouches.mostTouches where sum(legs) > sum(demand.counts) * ExpectedTouches.least {
      var next = scenario.contactTypes.map { _ in Array(repeating: 0.0, count: whole) }
      for type in scenario.contactTypes.indices where scenario.contactTypes[type].hasTouches { follow(type, legs[type], into: &next) }
      if !scenario.hasMoves { break }
      for type in first.indices { for interval in first[type].indices { first[type][interval] += next[type][interval] } }
      legs = next
    }
  }

  /// Touches of all contacts of a type after the first, in all.
  package func total(_ type: Int) -> Double { later[type].reduce(0) { $0 + $1.reduce(0, +) } }

  /// `legs`: those that follow, by type.
  private mutating func follow(_ index: Int, _ first: [Double], into legs: inout [[Double]]) {
    let type = scenario.contactTypes[index]
    let laws = later[index].count
    let all = first.reduce(0, +)
    var now = first
    for touch in 1...ExpectedTouches.mostTouches {
      let approved = type.approvedShare(after: touch)
      if approved > 0 { for interval in now.indices { asked[index][interval] += now[interval] * approved } }
      for (position, hold) in type.holds.enumerated() {
        let share = hold.shares[min(touch, hold.shares.count) - 1] * (1 - approved)
        for interval in now.indices { held[index][position][interval] += now[interval] * share }
      }
      moveOn(now, after: touch, index, into: &legs)
      now = returns(after: touch, of: index, now)
      if now.reduce(0, +) <= all * ExpectedTouches.least { break }
      for interval in now.indices { later[index][min(touch, laws) - 1][interval] += now[interval] }
    }
  }

  /// Touches that follow those of one number.
  private func returns(after touch: Int, of index: Int, _ touches: [Double]) -> [Double] {
    let type = scenario.contactTypes[index]
    func value<T>(_ list: [T]) -> T { list[min(touch, list.count) - 1] }
    var next = Array(repeating: 0.0, count: touches.count)
    let approved = type.approvedShare(after: touch)
    var left = 1 - approved
    for hold in type.holds {
      let share = value(hold.shares) * (1 - approved)
      left -= share
      let hours = hold.calendar.map { scenario.calendars[$0].hours }
      spreading.spread(touches, share, value(hold.takes), into: &next) { begun, time in
        guard let hours else { return begun + time }
        return hours.due(after: time, from: begun)
      }
    }
    let reopening = type.reopening ?? .ofLateReplies
    func comesBack(_ solved: SimInstant, _ at: SimInstant) -> SimInstant? {
      let isInTime = reopening.within.map { at - solved <= $0 } ?? true
      return isInTime || reopening.afterWindow == .new ? at : nil
    }
    if let rule = type.touches {
      let share = left * value(rule.more)
      left -= share
      if share > 0 {
        spreading.spread(touches, share * (1 - value(rule.neverReplies)), value(rule.repliesIn), into: &next) { begun, time in
          let at = begun + time
          guard let close = close(rule.autoClose, begun), close < at else { return at }
          return rule.lateReplies == .reopen ? comesBack(close, at) : nil
        }
      }
    }
    left = left * (1 - type.moves.reduce(0) { $0 + scenario.expectedShare(of: $1, in: index) }) + approved
    if let after = reopening.after, reopening.share > 0 {
      spreading.spread(touches, left * reopening.share, after, into: &next) { begun, time in comesBack(begun, begun + time) }
    }
    return next
  }

  /// When a contact that is pending from then on closes by itself; nil: never.
  private func close(_ rule: Touches.AutoClose?, _ begun: SimInstant) -> SimInstant? {
    guard let rule else { return nil }
    var clock = ServiceClock(rule.after)
    let hours = scenario.clockHours(rule.calendar)
    clock.begin(.running, at: begun, hours)
    return clock.due(at: begun, hours)
  }
}
