import SampleStatistics
import SupportModel

/// The last step of the search: nobody in the plan can be left out on the replications that judge it.
///
/// Playing the day without each person in turn would take longer than all the rest. What one person is worth is seen on few replications,
/// because the same customers are met with and without; how much each promise can lose is seen on many. Everybody whose worth fits into
/// that is left out at once and the day is played on the many: who breaks a promise comes back, and is tried once more by himself.
extension StaffingSearch {
  /// A plan that meets every goal on these replications with nobody to spare. The plan given must meet them, else it is returned as it is.
  mutating func spareAll(
    _ start: StaffingPlan, _ goals: StaffingGoals, on lot: Range<Int>
  ) throws(StaffingProblem) -> StaffingPlan {
    var plan = start
    var slack = try slack(try play(plan, on: lot), goals)
    guard slack.allSatisfy({ $0 >= 0 }) else { return plan }
    let worth = try worth(plan, goals)
    var doubtful: Set<Place> = []
    var needed: Set<Place> = []
    while true {
      var chosen = choose(plan, worth, slack, doubtful, needed)
      if chosen.isEmpty { return plan }
      while !chosen.isEmpty {
        var fewer = plan
        for place in chosen { fewer[place.group, place.period] -= 1 }
        let left = try self.slack(try play(fewer, on: lot), goals)
        let broken = left.indices.filter { left[$0] < 0 }
        if broken.isEmpty {
          (plan, slack) = (fewer, left)
          break
        }
        let blamed = blamed(for: broken, left, among: chosen, worth, goals)
        chosen.removeAll(where: blamed.contains)
        // The first time it was perhaps the company.
        needed.formUnion(doubtful.intersection(blamed))
        doubtful.formUnion(blamed)
      }
    }
  }

  /// What each promise loses without one person, by promise; small losses are left out.
  typealias Worth = [Place: [Int: Double]]

  /// A worth that is as good as none.
  private static var nothing: Double { 1e-4 }

  /// How far above what is asked each promise is; endless where nothing is asked. Cells first, then the totals.
  private func slack(_ trial: StaffingTrial, _ goals: StaffingGoals) throws(StaffingProblem) -> [Double] {
    try statistics { () throws(GSLError) in try goals.slack(trial) }
  }

  /// The worth of one person in every place, on the replications of the search.
  private mutating func worth(_ plan: StaffingPlan, _ goals: StaffingGoals) throws(StaffingProblem) -> Worth {
    let base = try play(plan, on: searching)
    var worth: Worth = [:]
    for places in batches {
      let batch = places.filter { plan[$0.group, $0.period] > 0 }
      if batch.isEmpty { continue }
      var fewer = plan
      for place in batch { fewer[place.group, place.period] -= 1 }
      let trial = try play(fewer, on: searching)
      for promise in goals.asked {
        let loss = (base.sums(promise).share ?? 0) - (trial.sums(promise).share ?? 0)
        guard loss > StaffingSearch.nothing else { continue }
        let under = suspected(goals.failure(promise, by: loss), among: batch, within: spacing)
        for place in under { worth[place, default: [:]][promise] = loss / Double(under.count) }
      }
    }
    return worth
  }

  /// Who is left out next, the dearest first: everybody whose worth fits into the slack that is left; those in doubt only where nobody else
  /// touches the same promises, so that what breaks then has one culprit.
  private func choose(_ plan: StaffingPlan, _ worth: Worth, _ slack: [Double], _ doubtful: Set<Place>, _ needed: Set<Place>) -> [Place] {
    var left = slack
    var touched: Set<Int> = []
    var chosen: [Place] = []
    for isDoubtful in [false, true] {
      for group in varied {
        for period in grid.periods.indices where plan[group, period] > 0 {
          let place = Place(group: group, period: period)
          guard !needed.contains(place), doubtful.contains(place) == isDoubtful else { continue }
          let losses = worth[place] ?? [:]
          let tight = losses.keys.filter { losses[$0]! > 0.2 * slack[$0] }
          // Seen on few replications, a worth may be less than it looks.
          let fits = isDoubtful ? touched.isDisjoint(with: tight) : losses.allSatisfy { 0.9 * $0.value <= left[$0.key] }
          guard fits else { continue }
          chosen.append(place)
          for (promise, loss) in losses { left[promise] -= loss }
          touched.formUnion(tight)
        }
      }
    }
    return chosen
  }

  /// For every broken promise those who are worth most to it, until it would be kept again.
  private func blamed(
    for broken: [Int], _ left: [Double], among chosen: [Place], _ worth: Worth, _ goals: StaffingGoals
  ) -> Set<Place> {
    var blamed: Set<Place> = []
    for promise in broken {
      func loss(_ place: Place) -> Double { worth[place]?[promise] ?? 0 }
      var short = -left[promise] - blamed.reduce(0) { $0 + loss($1) }
      let touching = chosen.filter { !blamed.contains($0) && loss($0) > 0 }.sorted { (loss($1), $0) < (loss($0), $1) }
      for place in touching where short > 0 {
        blamed.insert(place)
        short -= loss(place)
      }
      if touching.isEmpty && short > 0 && blamed.allSatisfy({ loss($0) == 0 }) {
        blamed.formUnion(suspected(goals.failure(promise, by: short), among: chosen, within: spacing))
      }
    }
    return blamed
  }
}
