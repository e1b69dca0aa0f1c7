import SimulationCore

@testable import SupportModel

/// Several contacts in the same hands.
extension NaiveSimulator {
  func channel(_ type: Int) -> Channel { scenario.channels[scenario.contactTypes[type].channel] }

  /// Whether a contact leaves room for others in the same hands.
  func isShared(_ type: Int) -> Bool { channel(type).concurrency > 1 }

  /// An agent is divided into as many units as every concurrency in use divides.
  var units: Int {
    let concurrencies = scenario.contactTypes.indices.map { channel($0).concurrency }
    return (1...).first { units in concurrencies.allSatisfy { units.isMultiple(of: $0) } }!
  }

  func units(_ type: Int) -> Int { units / channel(type).concurrency }

  /// Units that an agent has free; what is in wrap-up keeps its own.
  func unitsFree(_ agent: NaiveAgent) -> Int { units - agent.work.reduce(0) { $0 + units($1.type) } }

  /// There is room for a contact in an agent's hands, and not as many of its channel in them as may be.
  func fits(_ type: Int, _ agent: NaiveAgent) -> Bool {
    let ofChannel = agent.work.count { scenario.contactTypes[$0.type].channel == scenario.contactTypes[type].channel }
    return units(type) <= unitsFree(agent) && ofChannel < channel(type).atMost ?? .max
  }

  /// On duty, and free to take something now: no break is due and nobody waits for the person to leave.
  func isWilling(_ agent: NaiveAgent) -> Bool {
    switch agent.activity {
    case .available: true
    case .handling, .wrapUp:
      if case .roster = scenario.groups[agent.group].presence { agent.isOnShift && !agent.isDue } else { !agent.isOvertime }
    case .off, .onBreak, .offline: false
    }
  }

  // MARK: - Pace

  /// All talks of a channel that an agent has in hand go on at the pace for their number.
  func keepPace(_ agent: NaiveAgent, _ type: Int) {
    let paces = channel(type).pace.millionths
    let talks = agent.work.filter { $0.isTalking && scenario.contactTypes[$0.type].channel == scenario.contactTypes[type].channel }
    if paces.isEmpty || talks.isEmpty { return }
    let pace = Int64(paces[min(talks.count, paces.count) - 1])
    for work in talks where work.pace != pace {
      work.workLeft = workLeft(work)
      work.paceSince = now
      work.pace = pace
      // End = now + ⌈left ÷ pace⌉; all here is less than 2⁶³ ÷ 10⁶ µs, 106 days.
      move(work.end, to: now + (work.workLeft * 1_000_000 + pace - 1) / pace)
    }
  }

  /// Work left now: what was left less what was done since, of which whole microseconds count.
  func workLeft(_ work: NaiveAssignment) -> Int64 { max(0, work.workLeft - (now - work.paceSince) * work.pace / 1_000_000) }

  // MARK: - The record

  /// Units in use over an interval, unit·µs.
  func unitTime(_ agent: NaiveAgent, within interval: Horizon.Interval) -> Int64 {
    if units == 1 { return 0 }
    return agent.held.reduce(0) { sum, held in
      let time = min(held.until ?? now, interval.end.microseconds) - max(held.work.began, interval.start.microseconds)
      return sum + Int64(units(held.work.type)) * max(0, time)
    }
  }
}
