import SampleStatistics
import SupportModel

/// The step of the search that leaves people out, until nobody can be left out on the replications that judge it.
///
/// Playing the day without each person in turn would take for ever. What one person is worth is seen on few replications, because the same
/// customers are met with and without; how much each promise can lose is seen on those that judge. Everybody whose worth fits into that is
/// left out at once and the day is played: who breaks a promise comes back, and is tried once more by himself.
extension StaffingSearch {
  /// Leaves people of these groups out until none can be spared on these replications. The plan given must meet every goal on them, else it
  /// is returned as it is.
  mutating func spare(
    _ groups: [Int], _ start: StaffingPlan, _ goals: StaffingGoals, on lot: Range<Int>
  ) throws(StaffingProblem) -> StaffingPlan {
    var plan = start
    var slack = try slack(try play(plan, on: lot), goals)
    guard slack.allSatisfy({ $0 >= 0 }) else { return plan }
    keep(plan)
    var tries = Tries(worth: try worth(groups, plan, goals))
    while true {
      var chosen = choose(groups, plan, slack, &tries, on: lot)
      if chosen.isEmpty { return plan }
      while !chosen.isEmpty {
        var fewer = plan
        for (place, people) in chosen { fewer[place.group, place.period] -= people }
        let left = try self.slack(try play(fewer, on: lot), goals)
        let broken = left.indices.filter { left[$0] < 0 }
        if broken.isEmpty {
          (plan, slack) = (fewer, left)
          keep(plan)
          break
        }
        for place in blamed(for: broken, left, among: chosen, tries.worth, goals) {
          tries.failed(place, people: chosen.removeValue(forKey: place) ?? 1)
        }
      }
    }
  }

  /// What each promise loses without one person, by promise; small losses are left out.
  typealias Worth = [Place: [Int: Double]]

  /// What is known of the places in one pass.
  private struct Tries {
    let worth: Worth
    /// At most so many at once, where a number was too many; one where one was.
    private var most: [Place: Int] = [:]
    private var needed: Set<Place> = []
    private(set) var doubtful: Set<Place> = []

    init(worth: Worth) { self.worth = worth }

    mutating func doubt(_ place: Place) { doubtful.insert(place) }

    mutating func failed(_ place: Place, people: Int) {
      if people > 1 {
        most[place] = people / 2
      } else if doubtful.contains(place) {
        needed.insert(place)
      } else {
        // The first time it was perhaps the company.
        doubtful.insert(place)
      }
    }

    /// How many of those there may be left out at once.
    func people(_ place: Place, of there: Int) -> Int {
      if needed.contains(place) || there == 0 { return 0 }
      return min(most[place] ?? Int.max, max(1, there / 8))
    }
  }

  /// A worth that is as good as none.
  private static var nothing: Double { 1e-4 }

  /// A worth that looks so many times too large for the slack may still fit: it was seen on few replications.
  private static var likelyLess: Double { 2 }

  /// How far above what is asked each promise is; endless where nothing is asked. Cells first, then the totals.
  private func slack(_ trial: StaffingTrial, _ goals: StaffingGoals) throws(StaffingProblem) -> [Double] {
    try statistics { () throws(GSLError) in try goals.slack(trial) }
  }

  /// The worth of one person in every place of these groups, on the replications of the search.
  private mutating func worth(_ groups: [Int], _ plan: StaffingPlan, _ goals: StaffingGoals) throws(StaffingProblem) -> Worth {
    let base = try play(plan, on: searching)
    var worth: Worth = [:]
    for places in batches(groups) {
      let batch = places.filter { plan[$0.group, $0.period] > 0 }
      if batch.isEmpty { continue }
      var fewer = plan
      for place in batch { fewer[place.group, place.period] -= 1 }
      let trial = try play(fewer, on: searching)
      for promise in goals.asked {
        let loss = (base.sums(promise).share ?? 0) - (trial.sums(promise).share ?? 0)
        guard loss > StaffingSearch.nothing else { continue }
        let parts = parts(goals.failure(promise, by: loss), base, trial, among: batch)
        let all = parts.values.reduce(0, +)
        for (place, part) in parts { worth[place, default: [:]][promise] = loss * part / all }
      }
    }
    return worth
  }

  /// Whose absence did it, in parts: of an interval all who may have; of the whole horizon each by what its intervals lost.
  private func parts(
    _ failure: StaffingGoals.Failure, _ base: StaffingTrial, _ trial: StaffingTrial, among batch: [Place]
  ) -> [Place: Double] {
    var parts: [Place: Double] = [:]
    if failure.interval == nil {
      for interval in scenario.horizon.intervals.indices {
        let lost = Double(base[failure.target, interval].met - trial[failure.target, interval].met)
        guard lost > 0 else { continue }
        var here = failure
        here.interval = interval
        let under = suspected(here, among: batch, within: spacing)
        for place in under { parts[place, default: 0] += lost / Double(under.count) }
      }
    }
    if parts.isEmpty { for place in suspected(failure, among: batch, within: spacing) { parts[place] = 1 } }
    return parts
  }

  /// Who is left out next, and how many at once: everybody whose worth fits into the slack that is left, those first who take least of it
  /// for their money; those in doubt only where nobody else touches the same promises, so that what breaks then has one culprit.
  private func choose(
    _ groups: [Int], _ plan: StaffingPlan, _ slack: [Double], _ tries: inout Tries, on lot: Range<Int>
  ) -> [Place: Int] {
    func burden(_ place: Place) -> Double {
      (tries.worth[place] ?? [:]).reduce(0) { max($0, $1.value / max(slack[$1.key], 1e-9)) }
    }
    let places = groups.flatMap { group in grid.periods.indices.map { Place(group: group, period: $0) } }
    let inOrder = places.map { (place: $0, burden: burden($0)) }
      .sorted { ($0.burden / cost($0.place.group), $0.place) < ($1.burden / cost($1.place.group), $1.place) }
    var left = slack
    var touched: Set<Int> = []
    var chosen: [Place: Int] = [:]
    func take(_ place: Place, _ people: Int) {
      chosen[place] = people
      for (promise, loss) in tries.worth[place] ?? [:] {
        left[promise] -= Double(people) * loss
        if loss > 0.2 * slack[promise] { touched.insert(promise) }
      }
    }
    func most(_ place: Place) -> Int {
      min(tries.people(place, of: plan[place.group, place.period]), spareable(place, plan, without: chosen))
    }
    for (place, burden) in inOrder where !tries.doubtful.contains(place) {
      let losses = tries.worth[place] ?? [:]
      var people = most(place)
      // Seen on few replications, a worth may be less than it looks.
      func fits() -> Bool { losses.allSatisfy { 0.9 * Double(people) * $0.value <= left[$0.key] } }
      while people > 1 && !fits() { people /= 2 }
      if people > 0, fits() {
        take(place, people)
      } else if people > 0, burden > 1 / 0.9, burden < StaffingSearch.likelyLess, lot != searching {
        // Much less, perhaps: that is seen by leaving this one out alone.
        tries.doubt(place)
      }
    }
    for (place, _) in inOrder where tries.doubtful.contains(place) && chosen[place] == nil {
      let tight = (tries.worth[place] ?? [:]).filter { $0.value > 0.2 * slack[$0.key] }.keys
      if most(place) > 0, touched.isDisjoint(with: tight) { take(place, 1) }
    }
    return chosen
  }

  /// People of a place who are not the last that anybody who comes could be taken by: where nobody is there who comes is refused, and nobody
  /// whom a promise is broken to.
  private func spareable(_ place: Place, _ plan: StaffingPlan, without chosen: [Place: Int]) -> Int {
    let there = plan[place.group, place.period]
    let count = scenario.contactTypes.count
    let isLast = scenario.contactTypes.indices.contains { type in
      guard scenario.contactTypes[type].nobodyThere != nil, pairs[place.group * count + type].canServe else { return false }
      return scenario.groups.indices.allSatisfy { other in
        let left = plan[other, place.period] - (chosen[Place(group: other, period: place.period)] ?? 0)
        return other == place.group || left <= 0 || !pairs[other * count + type].canServe
      }
    }
    return isLast ? max(0, there - 1) : there
  }

  /// For every broken promise those who are worth most to it, until it would be kept again.
  private func blamed(
    for broken: [Int], _ left: [Double], among chosen: [Place: Int], _ worth: Worth, _ goals: StaffingGoals
  ) -> Set<Place> {
    var blamed: Set<Place> = []
    for promise in broken {
      func loss(_ place: Place) -> Double { Double(chosen[place] ?? 0) * (worth[place]?[promise] ?? 0) }
      var short = -left[promise] - blamed.reduce(0) { $0 + loss($1) }
      let touching = chosen.keys.filter { !blamed.contains($0) && loss($0) > 0 }.sorted { (loss($1), $0) < (loss($0), $1) }
      for place in touching where short > 0 {
        blamed.insert(place)
        short -= loss(place)
      }
      if touching.isEmpty && short > 0 && blamed.allSatisfy({ loss($0) == 0 }) {
        blamed.formUnion(suspected(goals.failure(promise, by: short), among: chosen.keys.sorted(), within: spacing))
      }
    }
    return blamed
  }
}
