import ServiceMetrics
import SimulationCore
import SupportModel

/// Finds why the simulation and Erlang C differ: the way from one to the other goes step by step, each with the people it is worth.
///
/// Erlang C with the rate of the period → with the modified offered load (work spills over) → Erlang A with the same load (people give up) →
/// the simulated day (groups share, deferred work waits, days differ).
struct StaffingReasons {
  let scenario: Scenario
  let grid: StaffingGrid
  let pairs: [CompiledRouting.Pair]
  let trial: StaffingTrial
  let scope: StaffingGoals.Scope

  init(
    _ scenario: Scenario, grid: StaffingGrid, pairs: [CompiledRouting.Pair], trial: StaffingTrial, scope: StaffingGoals.Scope = .interval
  ) {
    self.scope = scope
    self.scenario = scenario
    self.grid = grid
    self.pairs = pairs
    self.trial = trial
  }

  func reason(group: Int, period: Int, row: [FormulaRequirement.Cell], simulated: Int) -> StaffingReason {
    let cell = row[period]
    let whole = simulated - cell.sipp
    if whole == 0 { return StaffingReason() }
    let patient = cell.withPatience ?? cell.agentsForModifiedLoad
    let rest = simulated - patient
    let steps = [
      StaffingReason.Step(causes: [spill(row, period)], people: cell.agentsForModifiedLoad - cell.sipp),
      StaffingReason.Step(causes: [.abandonment(share: abandonment(group))], people: patient - cell.agentsForModifiedLoad),
      StaffingReason.Step(causes: rest < 0 ? fewer(group, period, cell) : more(group, period), people: rest),
    ]
    let taken = steps.enumerated().filter { $0.element.people != 0 }
    return StaffingReason(
      taken.sorted { (-abs($0.element.people), $0.offset) < (-abs($1.element.people), $1.offset) }.map(\.element))
  }

  /// What is in hand when the period begins came so long before, on average, as the stationary excess of the handle time says.
  private func spill(_ row: [FormulaRequirement.Cell], _ period: Int) -> StaffingReason.Cause {
    guard row[period].modifiedLoad > row[period].load, period > 0 else { return .buildUp }
    let came = grid.start(period, in: scenario.horizon) - TimeSpan(seconds: row[period].ageInHand)
    let source = (0..<period).last { grid.start($0, in: scenario.horizon) <= came } ?? 0
    return .spillOver(from: grid.periods[source].lowerBound)
  }

  /// Share of the contacts that the group is best at which give up, under the plan.
  private func abandonment(_ group: Int) -> Double {
    let types = ownTypes(group)
    let offered = types.reduce(Int64(0)) { $0 + trial.offered[$1] }
    let abandoned = types.reduce(Int64(0)) { $0 + trial.abandoned[$1] }
    return offered > 0 ? Double(abandoned) / Double(offered) : 0
  }

  private func ownTypes(_ group: Int) -> [Int] {
    let count = scenario.contactTypes.count
    return scenario.contactTypes.indices.filter { type in
      let pair = pairs[group * count + type]
      guard pair.canServe else { return false }
      return !scenario.groups.indices.contains { pairs[$0 * count + type].canServe && pairs[$0 * count + type].rank < pair.rank }
    }
  }

  /// What is too little to be named: a share of a group's contacts.
  private static let leastShare = 0.05

  /// Why the simulated day needs fewer than the formula with patience.
  private func fewer(_ group: Int, _ period: Int, _ cell: FormulaRequirement.Cell) -> [StaffingReason.Cause] {
    let count = scenario.contactTypes.count
    let own = ownTypes(group)
    func handled(_ by: Int) -> Int64 { own.reduce(0) { $0 + trial.handledBy[by * count + $1] } }
    let all = scenario.groups.indices.reduce(0) { $0 + handled($1) }
    let helpers = scenario.groups.indices.filter { $0 != group && all > 0 }.map { (group: $0, share: Double(handled($0)) / Double(all)) }
    var causes = Self.largest(helpers, by: \.share).map { StaffingReason.Cause.helpedBy(group: $0.group, share: $0.share) }
    let waiting = deferred(own)
    if !waiting.isEmpty { causes.append(.deferredFillsTroughs(contactTypes: waiting)) }
    // The formulas take it that the day before was like this one.
    if period == 0, scenario.horizon.warmUp == .zero, !hasBacklog(own) { causes.append(.emptyStart) }
    // Where only some have patience no formula has taken those who leave into account.
    let share = abandonment(group)
    if cell.withPatience == nil, share > 0.005 { causes.append(.abandonment(share: share)) }
    if scope == .day { causes.append(.wholeDay) }
    return causes.isEmpty ? [.other] : causes
  }

  /// Why it needs more.
  private func more(_ group: Int, _ period: Int) -> [StaffingReason.Cause] {
    let count = scenario.contactTypes.count
    let own = ownTypes(group)
    var causes: [StaffingReason.Cause] = []
    if period == 0, hasBacklog(own) { causes.append(.backlog) }
    let waiting = deferred(own)
    if period > 0, !waiting.isEmpty { causes.append(.deferredFromBefore(contactTypes: waiting)) }
    let all = scenario.contactTypes.indices.reduce(Int64(0)) { $0 + trial.handledBy[group * count + $1] }
    let foreign = scenario.contactTypes.indices.filter { all > 0 && pairs[group * count + $0].canServe && !own.contains($0) }.map {
      (type: $0, share: Double(trial.handledBy[group * count + $0]) / Double(all))
    }
    causes += Self.largest(foreign, by: \.share).map { .helps(contactType: $0.type) }
    let varies =
      own.contains { scenario.contactTypes[$0].arrivals.contains { $0.busyness != nil } }
      || scenario.demandEvents.contains { event in event.extra.contains { own.contains($0.contactType) } }
    if varies { causes.append(.daysDiffer) }
    return causes.isEmpty ? [scope == .day ? .wholeDay : .certainty] : causes
  }

  /// The two largest that are worth a word.
  private static func largest<T>(_ all: [T], by share: (T) -> Double) -> [T] {
    let ranked = all.enumerated().filter { share($0.element) >= leastShare }
      .sorted { (-share($0.element), $0.offset) < (-share($1.element), $1.offset) }
    return ranked.prefix(2).map(\.element)
  }

  private func hasBacklog(_ types: [Int]) -> Bool {
    scenario.horizon.backlog.contains { types.contains($0.contactType) && $0.count > 0 }
  }

  /// Types whose customers do not wait live, of those that came.
  private func deferred(_ types: [Int]) -> [Int] {
    types.filter { !scenario.channels[scenario.contactTypes[$0].channel].isLive && trial.offered[$0] > 0 }
  }
}
