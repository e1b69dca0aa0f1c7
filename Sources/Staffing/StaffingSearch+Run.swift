import QueueingTheory
import SampleStatistics
import SupportModel

extension StaffingSearch {
  /// Finds the plan and reports it beside the formulas and what the scenario has now. Where a signal ends the search early the best plan so far is
  /// made sure of on fresh plays and reported.
  package mutating func run() throws(StaffingProblem) -> StaffingResult {
    try checkScenario()
    try checkFloors()
    var found: Found?
    do throws(StaffingProblem) {
      return try search(&found)
    } catch {
      guard error == .interrupted, let found, let best else { throw error }
      endInPeace()
      var result = try report(best, certain: nil, formula: found.formula, goals: found.goals)
      result.isPartial = true
      return result
    }
  }

  /// What a report needs beside a plan.
  private struct Found {
    var formula: FormulaRequirement
    var goals: StaffingGoals
  }

  private mutating func search(_ found: inout Found?) throws(StaffingProblem) -> StaffingResult {
    let presentOnSearching = try playPresent(on: searching)
    let onFloor = people(presentOnSearching)
    let formula: FormulaRequirement
    do throws(TheoryError) {
      formula = try FormulaRequirement(original, grid: grid, onFloor: onFloor)
    } catch {
      throw .theory(error)
    }

    var plan = start(formula)
    let generous = unlimited(formula)
    // So few plays show little at the asked confidence, and staffing for that would be too much: the estimate leads the way.
    let first = try self.goals(try play(generous, on: searching), confidence: 0.5)
    found = Found(formula: formula, goals: first)
    plan = try raise(plan, first, on: searching)
    // Groups that share work one after the other, the dearest first. What people are worth changes as others go, so it is done again.
    for groups in rounds + rounds { plan = try spare(groups, plan, first, on: searching) }

    // More plays show more: the asked confidence costs some people here and there, and who was only just needed may be spared after all.
    let goals = try self.goals(try play(generous, on: checking))
    found = Found(formula: formula, goals: goals)
    plan = try raise(plan, goals, on: checking, comparing: false)
    plan = try spare(varied, plan, goals, on: checking)

    var certain: StaffingPlan?
    if let wanted = settings.confidenceOfDay { certain = try assure(plan, days: wanted, on: checking, generous: generous) }
    return try report(plan, certain: certain, formula: formula, goals: goals)
  }

  /// Contacts in one play; the search makes tens of thousands of plays.
  static var mostContacts: Double { 2_000_000 }

  private func checkScenario() throws(StaffingProblem) {
    if original.targets.isEmpty { throw .noTargets }
    let contacts = ExpectedDemand(scenario).counts.reduce(0) { $0 + $1.reduce(0, +) }
    if contacts > StaffingSearch.mostContacts { throw .tooMany(contacts: contacts) }
    for target in original.targets.indices {
      for type in original.targets[target].contactTypes {
        let isServed = scenario.groups.indices.contains { pairs[$0 * scenario.contactTypes.count + type].canServe }
        if !isServed { throw .unservable(contactType: scenario.contactTypes[type].name) }
      }
    }
  }

  /// People on the floor in each period, `[group][period]`.
  func people(_ trial: StaffingTrial) -> [[Double]] {
    scenario.groups.indices.map { group in
      grid.periods.indices.map { period in
        let time = grid.periods[period].reduce(Int64(0)) { $0 + trial.onFloor[$1 * scenario.groups.count + group] }
        return Double(time) / (grid.hours(period, in: scenario.horizon) * 3.6e9 * Double(max(1, trial.replications)))
      }
    }
  }

  private func start(_ formula: FormulaRequirement) -> StaffingPlan {
    StaffingPlan(
      counts: scenario.groups.indices.map { group in
        varied.contains(group) ? formula.cells[group].map(\.agentsForModifiedLoad) : nil
      }, mayWork: mayWork)
  }

  /// More people than anybody could use: every group could carry everything it is able to serve, twice, in the hours in which it may work.
  private func unlimited(_ formula: FormulaRequirement) -> StaffingPlan {
    let all = grid.periods.indices.map { period in
      formula.cells.reduce(0) { $0 + max($1[period].agentsForModifiedLoad, $1[period].sipp) }
    }
    let peak = all.max() ?? 0
    return StaffingPlan(
      counts: scenario.groups.indices.map { group in
        let open = max(1, mayWork[group].count { $0 })
        let waits = open < all.count
        let share = (all.count + open - 1) / open
        return varied.contains(group) ? all.map { (2 * (waits ? peak : $0) + peak / 4 + 10) * share } : nil
      }, mayWork: mayWork)
  }
}
