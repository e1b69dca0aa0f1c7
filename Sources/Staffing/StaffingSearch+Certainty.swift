import SampleStatistics
import SupportModel

/// Staffing for a bad day instead of the average one.
extension StaffingSearch {
  /// Adds people until each target is met on so large a share of days, at the asked confidence. A target that not even unlimited staffing
  /// keeps on so many days is left as it is; the report says so.
  ///
  /// People go where most contacts are missed on the days that fail: into every period with at least half as many misses as the worst, to the
  /// group that has the most people there. Whoever of them is not needed in the end goes again, the dearest first.
  mutating func assure(
    _ start: StaffingPlan, days wanted: Double, on lot: Range<Int>, generous: StaffingPlan
  ) throws(StaffingProblem) -> StaffingPlan {
    var plan = start
    let best = try play(generous, on: lot)
    var open: [Int] = []
    for target in original.targets.indices where best.days[target] > 0 {
      if try shareOfDays(best, target).low >= wanted { open.append(target) }
    }
    let reachable = open
    for _ in 0..<60 where !open.isEmpty {
      let trial = try play(plan, on: lot)
      var short: [Int] = []
      for target in open where try shareOfDays(trial, target).low < wanted { short.append(target) }
      open = short
      var raised: Set<Place> = []
      for target in open {
        let missed = grid.periods.map { range in
          range.reduce(Int64(0)) { $0 + trial.missedOnBadDays[$1 * scenario.targets.count + target] }
        }
        let most = missed.max() ?? 0
        for period in missed.indices where most > 0 && missed[period] * 2 >= most {
          guard let group = servers(of: target).max(by: { plan[$0, period] < plan[$1, period] }) else { continue }
          guard let place = acting(group, period) else { continue }
          if raised.insert(Place(group: group, period: place)).inserted { plan[group, place] += max(1, plan[group, place] / 24) }
        }
      }
    }
    let kept = reachable.filter { !open.contains($0) }
    let added = varied.flatMap { group in
      grid.periods.indices.flatMap { period in
        Array(repeating: Place(group: group, period: period), count: max(0, plan[group, period] - start[group, period]))
      }
    }
    return try trim(added, plan, kept, days: wanted, on: lot)
  }

  /// Leaves out all of these people, or, where a target would then be met on too few days, as many as can go: halves, one after the other.
  private mutating func trim(
    _ people: [Place], _ plan: StaffingPlan, _ targets: [Int], days wanted: Double, on lot: Range<Int>
  ) throws(StaffingProblem) -> StaffingPlan {
    if people.isEmpty { return plan }
    var fewer = plan
    for place in people { fewer[place.group, place.period] -= 1 }
    let trial = try play(fewer, on: lot)
    var isKept = true
    for target in targets where try shareOfDays(trial, target).low < wanted { isKept = false }
    if isKept { return fewer }
    if people.count == 1 { return plan }
    let half = people.count / 2
    let first = try trim(Array(people.prefix(half)), plan, targets, days: wanted, on: lot)
    return try trim(Array(people.dropFirst(half)), first, targets, days: wanted, on: lot)
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
