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
  /// lateness and offline time go, and nobody joins or leaves: a plan says who must be there, not who is paid.
  ///
  /// A plan that fills a day goes on with the same day while the horizon drains; one of several days with a group that is not always there
  /// goes on for a week with its last day, or, where it has a week, with its last week; any other keeps its last counts. Likewise with the
  /// first of them through the warm-up.
  package func applied(to scenario: Scenario, grid: StaffingGrid) -> Scenario {
    var result = scenario
    for group in counts.indices where counts[group] != nil {
      result.groups[group].presence = .staffing(steps(group, scenario.horizon, grid))
      result.groups[group].absence = 0
      result.groups[group].lateBy = nil
      result.groups[group].offline = []
      result.groups[group].hires = []
      result.groups[group].attrition = nil
    }
    return result
  }

  /// The counts of a group as they change, from the start of the horizon on.
  private func steps(_ group: Int, _ horizon: Horizon, _ grid: StaffingGrid) -> [AgentGroup.StaffingStep] {
    var steps: [AgentGroup.StaffingStep] = []
    func add(_ period: Int, daysLater: Int) {
      let count = self[group, period]
      let from = grid.start(period, in: horizon) + .days(Double(daysLater))
      // The first counts stand for the time before them too, and the last that begin before the horizon for its start.
      if steps.isEmpty || from <= .zero {
        steps = [.init(from: .zero, count: count)]
      } else if steps[steps.count - 1].count != count {
        steps.append(.init(from: from, count: count))
      }
    }
    let copies = self.copies(horizon, grid)
    for copy in copies where copy.days < 0 { for period in copy.periods { add(period, daysLater: copy.days) } }
    for period in grid.periods.indices { add(period, daysLater: 0) }
    if StaffingPlan.fillsDay(horizon) {
      for day in 1...Int(Simulation.longestDrain / TimeSpan.days(1).microseconds) {
        for period in grid.periods.indices { add(period, daysLater: day) }
      }
    } else {
      for copy in copies where copy.days > 0 { for period in copy.periods { add(period, daysLater: copy.days) } }
    }
    return steps
  }

  /// Days after the horizon for which a plan goes on.
  package static let daysAfter = 7

  /// Periods of the plan that stand for times outside it, so many days earlier or later, in order of time: those of the first week before it, through
  /// the warm-up, and those of the last week after it, through the cool-down and a week more; of days where the plan is shorter than a week.
  /// Only of a plan of several days where some group may not work at all times.
  package func copies(_ horizon: Horizon, _ grid: StaffingGrid) -> [(periods: Range<Int>, days: Int)] {
    guard let first = horizon.intervals.first?.start, let end = horizon.intervals.last?.end, horizon.length > .days(1),
      mayWork?.contains(where: { $0.contains(false) }) ?? false
    else { return [] }
    let cycle = end - first >= .days(7) ? 7 : 1
    let span = TimeSpan.days(Double(cycle))
    func place(_ instant: SimInstant) -> Int? { grid.periods.indices.first { grid.start($0, in: horizon) == instant } }
    var copies: [(periods: Range<Int>, days: Int)] = []
    if horizon.warmUp > .zero, let next = end - first == span ? grid.periods.count : place(first + span) {
      let times = (horizon.warmUp.microseconds + span.microseconds - 1) / span.microseconds
      copies += (1...Int(times)).reversed().map { (0..<next, -$0 * cycle) }
    }
    if let last = place(end - span) {
      let days = StaffingPlan.daysAfter + Int((horizon.cooldown.microseconds + 86_399_999_999) / 86_400_000_000)
      copies += (1...((days + cycle - 1) / cycle)).map { (last..<grid.periods.count, $0 * cycle) }
    }
    return copies
  }

  /// The horizon is one whole day without warm-up.
  package static func fillsDay(_ horizon: Horizon) -> Bool {
    horizon.warmUp == .zero && horizon.cooldown == .zero && horizon.length == .days(1)
  }
}
