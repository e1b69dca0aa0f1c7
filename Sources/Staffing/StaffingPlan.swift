import SimulationCore
package import SupportModel

/// How many people of each group are on the floor in each period.
package struct StaffingPlan: Sendable, Equatable {
  /// `[group][period]`; nil for a group that is left as the scenario has it.
  package private(set) var counts: [[Int]?]
  /// `[group][period]`: whether the group may be staffed then; nil: always.
  private let mayWork: [[Bool]]?

  /// Nobody is staffed where nobody may be.
  package init(counts: [[Int]?], mayWork: [[Bool]]? = nil) {
    self.mayWork = mayWork
    self.counts = counts.enumerated().map { group, row in
      guard let row, let mayWork else { return row }
      return row.indices.map { mayWork[group][$0] ? row[$0] : 0 }
    }
  }

  /// 0 for a group that is left as the scenario has it, and setting it then does nothing; likewise where the group may not work.
  package subscript(group: Int, period: Int) -> Int {
    get { counts[group]?[period] ?? 0 }
    set { if mayWork?[group][period] ?? true { counts[group]?[period] = newValue } }
  }

  /// The scenario with these people in place of what its groups have. People on the floor are interchangeable and never away, so absence,
  /// lateness and offline time go: a plan says who must be there, not who is paid.
  ///
  /// A plan that fills a day goes on with the same day while the horizon drains; one of several days with a group that is not always there
  /// goes on with its last day for a week; any other keeps its last counts.
  package func applied(to scenario: Scenario, grid: StaffingGrid) -> Scenario {
    var result = scenario
    for group in counts.indices where counts[group] != nil {
      result.groups[group].presence = .staffing(steps(group, scenario.horizon, grid))
      result.groups[group].absence = 0
      result.groups[group].lateBy = nil
      result.groups[group].offline = []
    }
    return result
  }

  /// The counts of a group as they change, from the start of the horizon on.
  private func steps(_ group: Int, _ horizon: Horizon, _ grid: StaffingGrid) -> [AgentGroup.StaffingStep] {
    var steps: [AgentGroup.StaffingStep] = []
    func add(_ period: Int, daysLater: Int) {
      let count = self[group, period]
      if steps.last?.count == count { return }
      // The first counts stand for the time before them too.
      let isFirst = period == 0 && daysLater == 0
      steps.append(.init(from: isFirst ? .zero : grid.start(period, in: horizon) + .days(Double(daysLater)), count: count))
    }
    for period in grid.periods.indices { add(period, daysLater: 0) }
    if StaffingPlan.fillsDay(horizon) {
      for day in 1...Int(Simulation.longestDrain / TimeSpan.days(1).microseconds) {
        for period in grid.periods.indices { add(period, daysLater: day) }
      }
    } else {
      for day in 1...StaffingPlan.daysAfter { for period in daysOn(horizon, grid) { add(period, daysLater: day) } }
    }
    return steps
  }

  /// Days after the horizon for which the last one goes on.
  package static let daysAfter = 7

  /// The periods of the last day, with which a plan of several days goes on where some group may not work at all times; else none.
  package func daysOn(_ horizon: Horizon, _ grid: StaffingGrid) -> Range<Int> {
    guard let end = horizon.intervals.last?.end, horizon.length > .days(1), mayWork?.contains(where: { $0.contains(false) }) ?? false,
      let first = grid.periods.indices.first(where: { grid.start($0, in: horizon) == end - .days(1) })
    else { return 0..<0 }
    return first..<grid.periods.count
  }

  /// The horizon is one whole day without warm-up.
  package static func fillsDay(_ horizon: Horizon) -> Bool {
    horizon.warmUp == .zero && horizon.length == .days(1)
  }
}
