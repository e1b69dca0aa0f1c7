import SimulationCore
package import SupportModel

/// Mean handle time, talk and wrap-up of all touches together, that a contact arriving in an interval is expected to take from the group that ranks
/// it best; over several contact types, weighted by the contacts expected of each.
package struct ExpectedHandleTimes: Sendable {
  /// Seconds, `[type][interval]`; nil where nobody serves the type or its mean does not exist.
  package private(set) var byType: [[Double?]]
  /// Seconds, by interval; nil where nothing is expected.
  package private(set) var all: [Double?]

  package init(_ scenario: Scenario) {
    let pairs = CompiledScenario(scenario).routing.pairs
    let times = HandleTimes(scenario: scenario, pairs: pairs)
    let demand = ExpectedDemand(scenario)
    let intervals = scenario.horizon.intervals
    let count = scenario.contactTypes.count
    byType = scenario.contactTypes.indices.map { type in
      let able = scenario.groups.indices.filter { pairs[$0 * count + type].canServe }
      let best = able.min { (pairs[$0 * count + type].rank, $0) < (pairs[$1 * count + type].rank, $1) }
      let all = ExpectedHandleTimes.allTouches(scenario.contactTypes[type])
      return intervals.map { interval in best.flatMap { times.moments(group: $0, type: type, at: interval.start).map { $0.mean * all } } }
    }
    all = []
    for interval in intervals.indices {
      var contacts = 0.0
      var work = 0.0
      for type in scenario.contactTypes.indices {
        guard let seconds = byType[type][interval] else { continue }
        contacts += demand.counts[type][interval]
        work += demand.counts[type][interval] * seconds
      }
      all.append(contacts > 0 ? work / contacts : nil)
    }
  }

  /// The work of all touches of a contact as a multiple of that of the first.
  private static func allTouches(_ type: ContactType) -> Double {
    let first = type.expectedHandle
    guard type.hasTouches, first > 0 else { return 1 }
    let all = type.expectedCourse { $0.pieces[0].distribution.mean }.work
    return all.isFinite ? all / first : 1
  }
}
