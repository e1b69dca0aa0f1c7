import SimulationCore

@testable import SupportModel

/// People over weeks: who is new takes longer.
extension NaiveSimulator {
  /// Tenure at an instant of somebody who is new, µs; nil: has long been there, or nobody takes longer.
  func tenure(_ agent: NaiveAgent, at instant: Int64) -> Int64? {
    guard let ramp = scenario.groups[agent.group].ramp, !ramp.isFlat else { return nil }
    // The first day on the floor is that of the first shift after training.
    if let hire = agent.hire {
      return instant - (agent.shifts.first { $0.start >= hire.floorFrom }?.start ?? hire.floorFrom).microseconds
    }
    guard let new = scenario.groups[agent.group].newHires else { return nil }
    let people = agents.filter { $0.group == agent.group && $0.hire == nil }
    let place = people.firstIndex { $0 === agent }!
    // Spread evenly: among the first so many of the list is their share of them.
    let count = Int((Double(people.count) * new.share).rounded())
    let among = { (first: Int) in (Double(first * count) / Double(people.count)).rounded(.down) }
    if among(place + 1) == among(place) || new.tenure >= ramp.length { return nil }
    return new.tenure.microseconds + (scenario.horizon.startDate == nil ? 0 : instant)
  }

  /// Multiplier on the time of work begun at an instant, beside that of the group.
  func ramp(_ agent: NaiveAgent, at instant: Int64) -> Double {
    guard let tenure = tenure(agent, at: instant), let ramp = scenario.groups[agent.group].ramp else { return 1 }
    let length = ramp.length.microseconds
    return tenure >= length ? 1 : ramp.startsAt - (ramp.startsAt - 1) * (Double(tenure) / Double(length))
  }

  /// Multiplier on the time of what is in hand.
  func factor(_ work: NaiveAssignment) -> Double {
    pair(work.agent.group, work.contact).handle * ramp(work.agent, at: work.wentOnAt)
  }

  func countLearning(_ agent: NaiveAgent, within range: Range<Int64>, _ totals: inout AgentTotals) {
    for talk in agent.talks where range.contains(talk.ended) {
      guard let tenure = tenure(agent, at: talk.began) else { continue }
      totals.handledLearning += 1
      totals.rampExcess += Int64(((ramp(agent, at: talk.began) - 1) * 1e6).rounded())
      totals.tenure += tenure / 1_000_000
    }
  }
}
