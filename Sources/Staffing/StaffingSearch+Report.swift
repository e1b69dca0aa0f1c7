import SampleStatistics
import SupportModel

extension StaffingSearch {
  mutating func report(
    _ plan: StaffingPlan, certain: StaffingPlan?, formula: FormulaRequirement, goals: StaffingGoals
  ) throws(StaffingProblem) -> StaffingResult {
    let present = try playPresent(on: reporting)
    let trial = try play(plan, on: reporting)
    let onFloor = people(present)
    let ratios = scenario.groups.indices.map { ratio($0, present) }
    let reasons = StaffingReasons(scenario, grid: grid, pairs: pairs, trial: trial, scope: settings.scope)
    let cells = scenario.groups.indices.map { group in
      grid.periods.indices.map { period in
        let simulated = plan[group, period]
        return StaffingResult.Cell(
          formula: formula.cells[group][period], simulated: simulated, present: onFloor[group][period],
          heads: Double(simulated) * ratios[group].heads,
          reason: reasons.reason(group: group, period: period, row: formula.cells[group], simulated: simulated))
      }
    }
    let paid = ratios.map(\.paid)
    var certainOption: StaffingResult.Option?
    if let certain { certainOption = try option(certain, try play(certain, on: reporting), goals, paid) }
    return StaffingResult(
      scenario: scenario, grid: grid, settings: settings, groups: varied.sorted(), cells: cells,
      plan: try option(plan, trial, goals, paid), certain: certainOption,
      present: try presentOption(onFloor, present, goals, paid), paidPerFloor: paid, headsPerFloor: ratios.map(\.heads),
      trials: trials)
  }

  /// What one person on the floor takes in paid time and in heads scheduled.
  private func ratio(_ group: Int, _ trial: StaffingTrial) -> (paid: Double, heads: Double) {
    func sum(_ values: [Int64]) -> Double {
      Double(stride(from: group, to: values.count, by: scenario.groups.count).reduce(Int64(0)) { $0 + values[$1] })
    }
    let floor = sum(trial.onFloor)
    return floor > 0 ? (sum(trial.paid) / floor, max(1, sum(trial.scheduled) / floor)) : (1, 1)
  }

  private func option(
    _ plan: StaffingPlan, _ trial: StaffingTrial, _ goals: StaffingGoals, _ paid: [Double]
  ) throws(StaffingProblem) -> StaffingResult.Option {
    try price(trial, goals, plan, paid) { group, period in Double(plan[group, period]) }
  }

  private func presentOption(
    _ onFloor: [[Double]], _ trial: StaffingTrial, _ goals: StaffingGoals, _ paid: [Double]
  ) throws(StaffingProblem) -> StaffingResult.Option {
    try price(trial, goals, StaffingPlan(counts: scenario.groups.map { _ in nil }), paid) { group, period in onFloor[group][period] }
  }

  private func price(
    _ trial: StaffingTrial, _ goals: StaffingGoals, _ plan: StaffingPlan, _ paid: [Double], _ people: (Int, Int) -> Double
  ) throws(StaffingProblem) -> StaffingResult.Option {
    var hours = 0.0
    var cost: Double?
    for group in varied.sorted() {
      let here = grid.periods.indices.reduce(0) { $0 + people(group, $1) * grid.hours($1, in: scenario.horizon) }
      hours += here
      if let perHour = scenario.groups[group].cost?.perHour { cost = (cost ?? 0) + here * paid[group] * perHour }
    }
    return StaffingResult.Option(
      plan: plan, targets: try levels(trial, goals), hours: hours, cost: cost,
      waitingAtEnd: trial.waitingAtEnd.map { Double($0) / Double(max(1, trial.replications)) })
  }

  private func levels(_ trial: StaffingTrial, _ goals: StaffingGoals) throws(StaffingProblem) -> [StaffingResult.TargetLevel] {
    var result: [StaffingResult.TargetLevel] = []
    for target in scenario.targets.indices {
      let intervals = scenario.horizon.intervals.indices
      var levels: [StaffingResult.Level?] = []
      for interval in intervals { levels.append(try level(trial[target, interval], trial.replications)) }
      let days = Proportion(successes: trial.daysMet[target], trials: trial.days[target])
      let share = try statistics { () throws(GSLError) in try days.clopperPearson(confidence: settings.confidence) }
      result.append(
        StaffingResult.TargetLevel(
          total: try level(trial.totals[target], trial.replications), intervals: levels,
          rules: intervals.map { goals.cells[$0 * scenario.targets.count + target] },
          days: share.map { .init(estimate: $0.estimate, low: $0.low, high: $0.high) }, totalRule: goals.totals[target]))
    }
    return result
  }

  private func level(_ sums: StaffingTrial.Sums, _ replications: Int) throws(StaffingProblem) -> StaffingResult.Level? {
    guard let share = sums.share else { return nil }
    let interval = try statistics { () throws(GSLError) in
      sums.met == sums.of
        ? try Proportion(successes: Int(sums.met), trials: Int(sums.of)).clopperPearson(confidence: settings.confidence)
        : try sums.ratio(replications: replications).interval(confidence: settings.confidence)
    }
    guard let interval else { return nil }
    return .init(estimate: share, low: max(0, interval.low), high: min(1, interval.high))
  }
}
