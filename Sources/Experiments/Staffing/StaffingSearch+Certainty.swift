import SampleStatistics
import SupportModel

/// Staffing for a bad day instead of the average one.
extension StaffingSearch {
  /// Adds people until each target is met on so large a share of days, at the asked confidence; where not even unlimited staffing gives that
  /// share, what it gives.
  ///
  /// People go where most contacts are missed on the days that fail: one more in every period with at least half as many misses as the worst.
  mutating func assure(
    _ start: StaffingPlan, days wanted: Double, on lot: Range<Int>, generous: StaffingPlan
  ) throws(StaffingProblem) -> StaffingPlan {
    var plan = start
    let best = try play(generous, on: lot)
    for _ in 0..<200 {
      let trial = try play(plan, on: lot)
      var isShort = false
      for target in scenario.targets.indices where trial.days[target] > 0 {
        let reachable = min(wanted, Double(best.daysMet[target]) / Double(max(1, best.days[target])))
        if try shareOfDays(trial, target).low >= reachable || trial.daysMet[target] >= best.daysMet[target] { continue }
        let missed = grid.periods.map { range in
          range.reduce(Int64(0)) { $0 + trial.missedOnBadDays[$1 * scenario.targets.count + target] }
        }
        let most = missed.max() ?? 0
        if most == 0 { continue }
        isShort = true
        for period in missed.indices where missed[period] * 2 >= most {
          guard let group = servers(of: target).max(by: { plan[$0, period] < plan[$1, period] }) else { continue }
          plan[group, period] += max(1, plan[group, period] / 32)
        }
      }
      if !isShort { break }
    }
    return plan
  }

  /// Probability that a day meets a target, with the exact one-sided bound below it.
  func shareOfDays(_ trial: StaffingTrial, _ target: Int) throws(StaffingProblem) -> (estimate: Double, low: Double) {
    try statistics { () throws(GSLError) in
      let proportion = Proportion(successes: trial.daysMet[target], trials: trial.days[target])
      let interval = try proportion.clopperPearson(confidence: 2 * settings.confidence - 1)
      return (proportion.estimate ?? 0, interval?.low ?? 0)
    }
  }
}
