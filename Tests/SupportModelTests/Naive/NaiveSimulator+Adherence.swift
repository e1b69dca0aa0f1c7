import SimulationCore

@testable import SupportModel

/// Time in the scheduled state: what was planned for every instant of every shift, beside what was done.
extension NaiveSimulator {
  func timeAsScheduled(_ agent: NaiveAgent, within interval: Horizon.Interval) -> Int64 {
    agent.days.reduce(0) { sum, day in
      sum
        + agent.history.reduce(0) { sum, stretch in
          let from = max(stretch.from, day.shift.start.microseconds, interval.start.microseconds)
          let to = min(stretch.to, day.shift.end.microseconds, interval.end.microseconds)
          return from < to && !stretch.isOvertime ? sum + time(from, to, doing: stretch.activity, day.plan) : sum
        }
    }
  }

  /// The time between two instants in which the plan asks for what is done: cut where the plan changes, each piece asked at its start.
  private func time(_ from: Int64, _ to: Int64, doing activity: NaiveAgent.Activity, _ plan: [NaiveActivity]) -> Int64 {
    let edges = Set([from, to] + plan.flatMap { [$0.start, $0.end] }).filter { $0 >= from && $0 <= to }.sorted()
    return zip(edges, edges.dropFirst()).reduce(0) { sum, piece in
      let planned = plan.filter { $0.start <= piece.0 && piece.0 < $0.end }
      let isAsPlanned =
        switch activity {
        case .off: false
        case .onBreak: planned.contains { $0.isBreak }
        case .offline: planned.contains { !$0.isBreak }
        case .available, .handling, .wrapUp: planned.isEmpty
        }
      return isAsPlanned ? sum + piece.1 - piece.0 : sum
    }
  }
}
