import SimulationCore
package import SupportModel

/// When each group may be staffed: in the hours of its calendar (`works`), or those in which any of its shifts runs, or at any time where it
/// has none.
package enum WorkingHours {
  /// `[group][period]`: whether the group may be staffed then. A period must lie inside the hours; where none does, because hours are
  /// shorter than periods, those that touch them count.
  package static func periods(_ scenario: Scenario, _ grid: StaffingGrid) -> [[Bool]] {
    scenario.groups.map { group in
      guard let hours = hours(group, scenario) else { return grid.periods.map { _ in true } }
      let open = grid.periods.indices.map { period -> (time: TimeSpan, whole: TimeSpan) in
        let range = grid.range(period, in: scenario.horizon)
        return (hours.clipped(to: range).total, range.upperBound - range.lowerBound)
      }
      let whole = open.map { $0.time == $0.whole }
      return whole.contains(true) ? whole : open.map { $0.time > .zero }
    }
  }

  /// nil: at all times.
  private static func hours(_ group: AgentGroup, _ scenario: Scenario) -> Stretches? {
    if let calendar = group.works { return scenario.calendars[calendar].hours.stretches }
    guard case .roster(let lines) = group.presence else { return nil }
    let shifts = lines.filter { !$0.agents.isEmpty }.flatMap { $0.shifts.map { $0.start..<$0.end } }
    return shifts.isEmpty ? nil : Stretches(shifts)
  }
}
