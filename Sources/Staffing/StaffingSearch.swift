package import Experiments
import QueueingTheory
import SampleStatistics
import ServiceMetrics
import SimulationCore
package import SupportModel

/// Finds how many people of each group are needed in each period, by simulation.
///
/// It begins with the formulas (Erlang C with the modified offered load) and goes on like the iterative staffing algorithm of Feldman,
/// Mandelbaum, Massey & Whitt (Management Science 54, 2008): play the day, change the staffing of all periods at once by what was seen,
/// play the same customers again. Theirs asks for a delay probability of one queue; here every target of the scenario is asked for in
/// every interval, so a step is
/// - *raise*: where an interval falls short, the group that buys most service for its money gets more people; what a group buys is seen by
///   playing the day with a few more of it in all short periods together, because service depends on staffing nearby in time;
/// - *spare*: what one person is worth to each promise is seen by leaving people out of periods far enough apart not to mix; whoever fits
///   into what the promises have to spare goes, whoever breaks one comes back. It ends when no single person can be left out of any period.
/// Both are done twice: on few replications by the estimates alone, then on many at the asked confidence. Sparing is a local search in the
/// neighbourhood that the cuts of Cezik & L'Ecuyer (Management Science 54, 2008) describe; like their cuts it finds no proof of a global
/// optimum when several groups share work.
///
/// Everybody who is tried meets the same customers (common random numbers), so a difference of one person shows. The plan is found on some
/// replications, made sure on others and reported from a third lot that had no part in choosing it.
package struct StaffingSearch {
  /// What is to be kept, how surely, and how long it may take.
  package struct Settings: Sendable {
    /// In every period, unless the day as a whole is asked for.
    package var scope: StaffingGoals.Scope = .interval
    /// One-sided, for each interval.
    package var confidence = 0.95
    /// Probability that one day keeps its promise, for every target; nil: not asked.
    package var confidenceOfDay: Double?
    /// Plays behind the final plan.
    package var replications = 1_000
    /// Of all replications of the search: every plan meets the same customers.
    package var seed: UInt64
    /// At least 1; the answer does not depend on it.
    package var threads: Int
    /// Groups that may change; nil: all.
    package var groups: [Int]?
    /// Share of any contact type that may go unanswered; nil: what Erlang A leaves at the goal of the type. 1: whatever comes.
    package var worstAbandonment: Double?

    package init(seed: UInt64, threads: Int) {
      self.seed = seed
      self.threads = threads
    }
  }

  /// As it was given.
  let original: Scenario
  /// With each limit on abandonment as a promise after its own.
  let scenario: Scenario
  let floors: AbandonmentFloors?
  private let floorsProblem: TheoryError?
  /// `[group][period]`: whether the group may be staffed then.
  let mayWork: [[Bool]]
  let grid: StaffingGrid
  let settings: Settings
  /// Raised by a signal: the best plan so far is reported.
  private(set) var interruption: InterruptionFlag
  /// What keeps every goal on the plays of its time, with the fewest people so far; nil: nothing does yet.
  private(set) var best: StaffingPlan?
  /// Called before every trial with the number of trials so far; must be quick.
  let progress: (@Sendable (Int) -> Void)?
  let pairs: [CompiledRouting.Pair]
  let windows: JudgingWindows
  /// Groups that may change, the dearest first.
  let varied: [Int]
  private(set) var trials = 0

  package init(
    _ scenario: Scenario, grid: StaffingGrid, settings: Settings, interruption: InterruptionFlag = InterruptionFlag(),
    progress: (@Sendable (Int) -> Void)? = nil
  ) {
    original = scenario
    self.grid = grid
    self.settings = settings
    self.interruption = interruption
    self.progress = progress
    let pairs = CompiledScenario(scenario).routing.pairs
    self.pairs = pairs
    mayWork = WorkingHours.periods(scenario, grid)
    let groups = settings.groups ?? Array(scenario.groups.indices)
    let count = scenario.contactTypes.count
    let served = scenario.contactTypes.indices.filter { type in groups.contains { pairs[$0 * count + type].canServe } }
    do throws(TheoryError) {
      floors = try AbandonmentFloors(scenario, asked: settings.worstAbandonment, types: served)
      floorsProblem = nil
    } catch {
      floors = nil
      floorsProblem = error
    }
    self.scenario = floors?.asked(of: scenario) ?? scenario
    windows = JudgingWindows(self.scenario)
    varied = groups.sorted { a, b in
      let (x, y) = (scenario.groups[a].cost?.perHour ?? 1, scenario.groups[b].cost?.perHour ?? 1)
      return x != y ? x > y : a < b
    }
  }

  // MARK: Lots of replications

  /// Replications that judge: those a plan is found on, those it is made sure on, and those it is reported from.
  var searching: Range<Int> { 0..<max(60, settings.replications / 6) }
  var checking: Range<Int> { searching.upperBound..<(searching.upperBound + settings.replications) }
  var reporting: Range<Int> { checking.upperBound..<(checking.upperBound + settings.replications) }

  mutating func play(_ plan: StaffingPlan, on lot: Range<Int>) throws(StaffingProblem) -> StaffingTrial {
    trials += 1
    progress?(trials)
    return try StaffingTrial.play(
      plan.applied(to: scenario, grid: grid), replications: lot, seed: settings.seed, threads: settings.threads, interruption: interruption)
  }

  /// A plan that keeps every goal, to be reported should a signal come.
  mutating func keep(_ plan: StaffingPlan) { best = plan }

  /// From now on nothing is stopped: what was found is about to be reported, and a second signal ends the process.
  mutating func endInPeace() { interruption = InterruptionFlag() }

  /// The scenario as it is.
  mutating func playPresent(on lot: Range<Int>) throws(StaffingProblem) -> StaffingTrial {
    try play(StaffingPlan(counts: scenario.groups.map { _ in nil }), on: lot)
  }

  /// - Parameter confidence: one-sided; a half asks for the estimate alone. nil: the asked one.
  func goals(_ unlimited: StaffingTrial, confidence: Double? = nil) throws(StaffingProblem) -> StaffingGoals {
    try statistics { () throws(GSLError) in
      try StaffingGoals(scenario, scope: settings.scope, confidence: confidence ?? settings.confidence, unlimited: unlimited)
    }
  }

  func statistics<T>(_ body: () throws(GSLError) -> T) throws(StaffingProblem) -> T {
    do throws(GSLError) { return try body() } catch { throw .statistics(error) }
  }

  /// The limits on abandonment that the formula was to give; its problem where it has no answer.
  func checkFloors() throws(StaffingProblem) {
    if let floorsProblem { throw .theory(floorsProblem) }
  }

  // MARK: Raising

  /// Groups that may change and serve a contact type of the target, in the order of `varied`.
  func servers(of target: Int) -> [Int] {
    let types = scenario.targets[target].contactTypes
    return varied.filter { group in
      types.contains { pairs[group * scenario.contactTypes.count + $0].canServe || scenario.contactTypes[$0].isHeld(by: group) }
    }
  }

  func cost(_ group: Int) -> Double { max(scenario.groups[group].cost?.perHour ?? 1, 1e-9) }

  /// Adds people until every goal is shown to be met on these replications, or nothing helps any more.
  ///
  /// - Parameter comparing: what a person of each group buys is played; otherwise the group that has the most people there is raised, which
  ///   is enough for the last one or two.
  mutating func raise(
    _ start: StaffingPlan, _ goals: StaffingGoals, on lot: Range<Int>, comparing: Bool = true
  ) throws(StaffingProblem) -> StaffingPlan {
    var plan = start
    // How often a period was short already: what was too little is doubled.
    var patience = Array(repeating: 0, count: grid.periods.count)
    for round in 0..<60 {
      let base = try play(plan, on: lot)
      let failures = try statistics { () throws(GSLError) in try goals.failures(base) }
      let short = shortPeriods(failures, base, goals)
      if short.isEmpty { break }
      let candidates = varied.filter { group in failures.contains { servers(of: $0.target).contains(group) } }
      let gains = comparing && round < 4 && candidates.count > 1 ? try gains(of: candidates, plan, base, short, on: lot) : [:]
      let before = plan
      for period in short.keys.sorted() {
        let failing = short[period]!
        let able = candidates.filter { serves($0, failing) && acting($0, period) != nil }
        let best = able.max { a, b in
          let (x, y) = ((gains[a]?[period] ?? 0) / cost(a), (gains[b]?[period] ?? 0) / cost(b))
          return x != y ? x < y : plan[a, period] < plan[b, period]
        }
        guard let best, let place = acting(best, period) else { continue }
        let more = number(best, place, failing, gain: gains[best]?[period], before)
        let there = before[best, place]
        // Several short periods may act in one: it gets what the shortest of them asks for.
        plan[best, place] = max(plan[best, place], there + (comparing ? min(more << min(patience[period], 8), max(more, there)) : more))
        patience[period] += 1
      }
      if plan == before { break }
    }
    return plan
  }

  /// Where a group is staffed for contacts of a period: in it, or, where it may not work then, in the next in which it may, or else the last
  /// one before. nil: it may never work.
  func acting(_ group: Int, _ period: Int) -> Int? {
    if mayWork[group][period] { return period }
    return mayWork[group].indices.first { $0 > period && mayWork[group][$0] } ?? mayWork[group].lastIndex(of: true)
  }

  /// What one more person of each group would buy in each short period, in shares of contacts; all short periods are tried together.
  private mutating func gains(
    of candidates: [Int], _ plan: StaffingPlan, _ base: StaffingTrial, _ short: [Int: [StaffingGoals.Failure]], on lot: Range<Int>
  ) throws(StaffingProblem) -> [Int: [Double]] {
    var gains: [Int: [Double]] = [:]
    for group in candidates {
      var more = plan
      var added = Array(repeating: 0, count: grid.periods.count)
      for (period, failing) in short where serves(group, failing) {
        guard let place = acting(group, period) else { continue }
        added[period] = max(1, plan[group, place] / 16)
        more[group, place] = plan[group, place] + added[period]
      }
      let trial = try play(more, on: lot)
      gains[group] = grid.periods.indices.map { gain(of: trial, over: base, short[$0] ?? [], added: added[$0]) }
    }
    return gains
  }

  /// The failures by the period that is staffed for them: their own, or for the whole horizon those where most is missed that more people
  /// could keep.
  private func shortPeriods(
    _ failures: [StaffingGoals.Failure], _ trial: StaffingTrial, _ goals: StaffingGoals
  ) -> [Int: [StaffingGoals.Failure]] {
    var short: [Int: [StaffingGoals.Failure]] = [:]
    for failure in failures {
      if let interval = failure.interval {
        short[grid.periodOfInterval[interval], default: []].append(failure)
      } else {
        let missed = grid.periods.map { range in
          range.reduce(0.0) { $0 + goals.missedForPeople(trial, target: failure.target, interval: $1) }
        }
        let most = missed.max() ?? 0
        for period in missed.indices where most > 0 && missed[period] * 2 >= most { short[period, default: []].append(failure) }
      }
    }
    return short
  }

  private func serves(_ group: Int, _ failures: [StaffingGoals.Failure]) -> Bool {
    failures.contains { servers(of: $0.target).contains(group) }
  }

  /// Service won per person added, over the failing promises of one period.
  private func gain(of trial: StaffingTrial, over base: StaffingTrial, _ failures: [StaffingGoals.Failure], added: Int) -> Double {
    guard added > 0 else { return 0 }
    return failures.reduce(0) { sum, failure in
      let (now, before) =
        failure.interval.map { (trial[failure.target, $0].share, base[failure.target, $0].share) }
        ?? (trial.totals[failure.target].share, base.totals[failure.target].share)
      return sum + min(max(0, (now ?? 0) - (before ?? 0)), failure.shortfall)
    } / Double(added)
  }

  /// How many to add at once: what the seen gain calls for, a little less so as not to overshoot, and at most a quarter of those there.
  private func number(_ group: Int, _ period: Int, _ failures: [StaffingGoals.Failure], gain: Double?, _ plan: StaffingPlan) -> Int {
    let most = max(1, plan[group, period] / 4)
    if gain == nil && failures.allSatisfy({ $0.shortfall < 0.01 }) { return 1 }
    let needed = failures.map(\.shortfall).max() ?? 0
    let called = gain.map { $0 > 1e-6 ? 0.7 * needed / $0 : 1 } ?? (needed * Double(plan[group, period]) * 0.3)
    return min(most, max(1, Int(saturating: min(called, 1e6))))
  }
}
