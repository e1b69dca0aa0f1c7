import SimulationCore
import SupportModel

/// Work that nobody waits for live, and for which a promise with a clock says when it must be done: it need not be done when it comes. A formula that
/// staffs for it then asks for people at night; so it is spread over the periods between its arrival and its due instant in which the group works.
struct DeferredWork {
  private let scenario: Scenario
  private let grid: StaffingGrid
  /// `[group][period]`
  private let mayWork: [[Bool]]

  init(_ scenario: Scenario, _ grid: StaffingGrid) {
    self.scenario = scenario
    self.grid = grid
    mayWork = WorkingHours.periods(scenario, grid)
  }

  /// What comes in each period, moved to when the group is to do it. `isFirst`: first touches; later ones answer a message.
  func moved(_ counts: [Double], type: Int, group: Int, isFirst: Bool) -> [Double] {
    let rules = scenario.isLive(scenario.contactTypes[type]) ? [] : promises(type, isFirst: isFirst)
    guard !rules.isEmpty, mayWork[group].contains(true) else { return counts }
    var moved = Array(repeating: 0.0, count: counts.count)
    for period in counts.indices where counts[period] > 0 {
      let places = self.places(of: period, due: due(rules, type, from: grid.start(period, in: scenario.horizon)), group)
      let all = places.reduce(0) { $0 + grid.hours($1, in: scenario.horizon) }
      for place in places { moved[place] += counts[period] * grid.hours(place, in: scenario.horizon) / all }
    }
    return moved
  }

  /// Clocks of the promises that say until when; nothing where all are about the answer in plain time, which formulas know themselves.
  private func promises(_ type: Int, isFirst: Bool) -> [ClockRule] {
    let targets = scenario.targets.filter { $0.contactTypes.contains(type) && $0.hasClock }
    let about = targets.filter { $0.measure == .resolution || (isFirst ? $0.measure != .nextResponse : $0.measure == .nextResponse) }
    return (about.isEmpty ? targets : about).map { scenario.clockRule(of: $0) }
  }

  /// The first of the due instants of what comes at an instant; nil: there is none.
  private func due(_ rules: [ClockRule], _ type: Int, from instant: SimInstant) -> SimInstant? {
    rules.compactMap { rule -> SimInstant? in
      var clock = ServiceClock(rule.durations.duration(scenario.contactTypes[type].priority))
      clock.begin(.running, at: instant, rule.hours)
      return clock.due(at: instant, rule.hours)
    }.min()
  }

  /// Periods in which the group works from one on until the due instant; else the next one; else, where the plan is a day that comes again, the
  /// first. None: it is done after the horizon.
  private func places(of period: Int, due: SimInstant?, _ group: Int) -> [Int] {
    let works = mayWork[group]
    guard let next = works.indices.first(where: { $0 >= period && works[$0] }) else {
      return StaffingPlan.fillsDay(scenario.horizon) ? [works.firstIndex(of: true)!] : []
    }
    guard let due else { return [next] }
    return [next] + works.indices.dropFirst(next + 1).prefix { grid.start($0, in: scenario.horizon) < due }.filter { works[$0] }
  }
}
