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
    let paid = ratios.map(\.paid)
    let prices = StaffingPrices.of(original, paidPerFloor: paid, varied: varied)
    let cells = scenario.groups.indices.map { group in
      grid.periods.indices.map { period in
        let simulated = plan[group, period]
        let isOff = !mayWork[group][period] && varied.contains(group)
        return StaffingResult.Cell(
          formula: formula.cells[group][period], simulated: simulated, present: onFloor[group][period],
          heads: Double(simulated) * ratios[group].heads,
          reason: isOff
            ? StaffingReason.offHours(-formula.cells[group][period].sipp)
            : reasons.reason(group: group, period: period, row: formula.cells[group], simulated: simulated))
      }
    }
    var certainOption: StaffingResult.Option?
    if let certain { certainOption = try option(certain, try play(certain, on: reporting), goals, prices) }
    var result = StaffingResult(
      scenario: original, grid: grid, settings: settings, groups: varied.sorted(), cells: cells,
      plan: try option(plan, trial, goals, prices), certain: certainOption,
      present: try presentOption(onFloor, present, goals), paidPerFloor: paid, headsPerFloor: ratios.map(\.heads),
      trials: trials)
    result.prices = prices
    result.pricedPlays = asRun.count
    return result
  }

  /// The plays of a `run` of the scenario: the same customers give the same price to the cent.
  private var asRun: Range<Int> { 0..<max(1, min(original.experiment.replications, 2 * settings.replications)) }

  /// What one person on the floor takes in paid time and in heads scheduled.
  private func ratio(_ group: Int, _ trial: StaffingTrial) -> (paid: Double, heads: Double) {
    func sum(_ values: [Int64]) -> Double {
      Double(stride(from: group, to: values.count, by: scenario.groups.count).reduce(Int64(0)) { $0 + values[$1] })
    }
    let floor = sum(trial.onFloor)
    return floor > 0 ? (sum(trial.paid) / floor, max(1, sum(trial.scheduled) / floor)) : (1, 1)
  }

  private mutating func option(
    _ plan: StaffingPlan, _ trial: StaffingTrial, _ goals: StaffingGoals, _ prices: [AgentGroup.Cost?]
  ) throws(StaffingProblem) -> StaffingResult.Option {
    let lengths = grid.periods.indices.map { grid.hours($0, in: original.horizon) }
    return try price(trial, goals, plan, prices) { group, period in Double(plan[group, period]) * lengths[period] }
  }

  private mutating func presentOption(
    _ onFloor: [[Double]], _ trial: StaffingTrial, _ goals: StaffingGoals
  ) throws(StaffingProblem) -> StaffingResult.Option {
    let lengths = grid.periods.indices.map { grid.hours($0, in: original.horizon) }
    let asItIs = StaffingPlan(counts: scenario.groups.map { _ in nil })
    return try price(trial, goals, asItIs, scenario.groups.map(\.cost)) { group, period in onFloor[group][period] * lengths[period] }
  }

  private mutating func price(
    _ trial: StaffingTrial, _ goals: StaffingGoals, _ plan: StaffingPlan, _ prices: [AgentGroup.Cost?], _ hours: (Int, Int) -> Double
  ) throws(StaffingProblem) -> StaffingResult.Option {
    let all = varied.sorted().reduce(0.0) { sum, group in sum + grid.periods.indices.reduce(0) { $0 + hours(group, $1) } }
    let run = try play(plan, on: asRun)
    let costs = prices.contains { $0 != nil } ? StaffingPrices.costs(run, prices) : []
    let known = costs.compactMap { $0 }
    let levels = try levels(trial, goals)
    let promises = original.targets.count
    return StaffingResult.Option(
      plan: plan, targets: Array(levels.prefix(promises)),
      contactTypes: zip(floors?.floors ?? [], levels.dropFirst(promises)).map(typeLevel), hours: all,
      cost: known.isEmpty ? nil : known.reduce(0, +), groupCosts: costs,
      played: try self.levels(run, goals).prefix(promises).map(\.total),
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

  /// A promise that so many are answered, told from its other side.
  private func typeLevel(_ floor: AbandonmentFloors.Floor, _ answered: StaffingResult.TargetLevel) -> StaffingResult.TypeLevel {
    func turned(_ level: StaffingResult.Level) -> StaffingResult.Level {
      .init(estimate: 1 - level.estimate, low: 1 - level.high, high: 1 - level.low)
    }
    let asked = answered.intervals.indices.compactMap { interval -> (interval: Int, share: Double)? in
      if case .none = answered.rules[interval] { return nil }
      return answered.intervals[interval].map { (interval, 1 - $0.estimate) }
    }
    var isOutOfReach = false
    if case .unattainable = answered.totalRule { isOutOfReach = true }
    return StaffingResult.TypeLevel(
      floor: floor, unanswered: answered.total.map(turned), worst: asked.max { $0.share < $1.share }, isOutOfReach: isOutOfReach)
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
