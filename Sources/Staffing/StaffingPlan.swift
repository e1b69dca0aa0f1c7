import SimulationCore
package import SupportModel

/// How many people of each group are on the floor in each period.
package struct StaffingPlan: Sendable, Equatable {
  /// `[group][period]`; nil for a group that is left as the scenario has it.
  package var counts: [[Int]?]

  package init(counts: [[Int]?]) { self.counts = counts }

  /// 0 for a group that is left as the scenario has it, and setting it then does nothing.
  package subscript(group: Int, period: Int) -> Int {
    get { counts[group]?[period] ?? 0 }
    set { counts[group]?[period] = newValue }
  }

  /// The scenario with these people in place of what its groups have. People on the floor are interchangeable and never away, so absence,
  /// lateness and offline time go: a plan says who must be there, not who is paid.
  ///
  /// A plan that fills a day goes on with the same day while the horizon drains; any other keeps its last counts.
  package func applied(to scenario: Scenario, grid: StaffingGrid) -> Scenario {
    var result = scenario
    let repeats = StaffingPlan.fillsDay(scenario.horizon) ? 1 + Int(Simulation.longestDrain / TimeSpan.days(1).microseconds) : 1
    for (group, counts) in counts.enumerated() {
      guard let counts else { continue }
      var steps: [AgentGroup.StaffingStep] = []
      for day in 0..<repeats {
        for (period, count) in counts.enumerated() {
          let first = day == 0 && period == 0
          let from = first ? SimInstant.zero : grid.start(period, in: scenario.horizon) + .days(Double(day))
          if steps.last?.count != count { steps.append(.init(from: from, count: count)) }
        }
      }
      result.groups[group].presence = .staffing(steps)
      result.groups[group].absence = 0
      result.groups[group].lateBy = nil
      result.groups[group].offline = []
    }
    return result
  }

  /// The horizon is one whole day without warm-up.
  package static func fillsDay(_ horizon: Horizon) -> Bool {
    horizon.warmUp == .zero && horizon.cooldown == .zero && horizon.length == .days(1)
  }
}
