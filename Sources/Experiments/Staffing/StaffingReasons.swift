import SupportModel

/// Finds the main reason why the simulation and Erlang C differ: the way from one to the other goes step by step, and the largest step in
/// the direction of the whole is named.
///
/// Erlang C with the rate of the period → with the modified offered load (work spills over) → Erlang A with the same load (people give up) →
/// the simulated day (groups share, deferred work waits, days differ).
struct StaffingReasons {
  let scenario: Scenario
  let grid: StaffingGrid
  let pairs: [CompiledRouting.Pair]
  let trial: StaffingTrial

  init(_ scenario: Scenario, grid: StaffingGrid, pairs: [CompiledRouting.Pair], trial: StaffingTrial) {
    self.scenario = scenario
    self.grid = grid
    self.pairs = pairs
    self.trial = trial
  }

  func reason(group: Int, period: Int, row: [FormulaRequirement.Cell], simulated: Int) -> StaffingReason {
    let cell = row[period]
    let whole = simulated - cell.sipp
    if whole == 0 { return .same }
    let patient = cell.withPatience ?? cell.modifiedOfferedLoad
    let steps = [
      (cell.modifiedOfferedLoad - cell.sipp, spill(row, period)),
      (patient - cell.modifiedOfferedLoad, StaffingReason.abandonment(share: abandonment(group))),
      (simulated - patient, rest(group, period, fewer: whole < 0)),
    ]
    let along = steps.filter { $0.0 * whole.signum() > 0 }
    return along.max { abs($0.0) < abs($1.0) }?.1 ?? .other
  }

  private func spill(_ row: [FormulaRequirement.Cell], _ period: Int) -> StaffingReason {
    guard row[period].modifiedLoad > row[period].load, period > 0 else { return .buildUp }
    return .spillOver(from: grid.periods[period - 1].lowerBound)
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

  private func rest(_ group: Int, _ period: Int, fewer: Bool) -> StaffingReason {
    let count = scenario.contactTypes.count
    let own = ownTypes(group)
    if !fewer && period == 0 && scenario.horizon.backlog.contains(where: { own.contains($0.contactType) }) { return .backlog }
    if fewer {
      let handled = own.reduce(Int64(0)) { sum, type in sum + scenario.groups.indices.reduce(0) { $0 + trial.handledBy[$1 * count + type] }
      }
      let others = scenario.groups.indices.filter { $0 != group }.map { other in
        (other, own.reduce(Int64(0)) { $0 + trial.handledBy[other * count + $1] })
      }
      if let helper = others.max(by: { $0.1 < $1.1 }), handled > 0, Double(helper.1) >= 0.05 * Double(handled) {
        return .helpedBy(group: helper.0, share: Double(helper.1) / Double(handled))
      }
      if let deferred = own.first(where: { !scenario.channels[scenario.contactTypes[$0].channel].isLive }) {
        return .deferredFillsTroughs(contactType: deferred)
      }
      return trial.abandoned.contains { $0 > 0 } && abandonment(group) > 0.005 ? .abandonment(share: abandonment(group)) : .other
    }
    let foreign = scenario.contactTypes.indices.filter { pairs[group * count + $0].canServe && !own.contains($0) }
    if let most = foreign.max(by: { trial.handledBy[group * count + $0] < trial.handledBy[group * count + $1] }),
      trial.handledBy[group * count + most] > 0
    {
      return .helps(contactType: most)
    }
    let varies =
      own.contains { scenario.contactTypes[$0].arrivals.contains { $0.busyness != nil } }
      || scenario.demandEvents.contains { event in event.extra.contains { own.contains($0.contactType) } }
    return varies ? .daysDiffer : .other
  }
}
