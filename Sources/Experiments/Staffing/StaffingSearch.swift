import SampleStatistics
import SupportModel

/// Finds how many people of each group are needed in each period, by simulation.
///
/// It begins with the formulas (Erlang C with the modified offered load) and goes on like the iterative staffing algorithm of Feldman,
/// Mandelbaum, Massey & Whitt (Management Science 54, 2008): play the day, change the staffing of all periods at once by what was seen,
/// play the same customers again. Theirs asks for a delay probability of one queue; here every target of the scenario is asked for in
/// every interval, so a step is
/// - *raise*: where an interval falls short, the group that buys most service for its money gets more people; what a group buys is seen by
///   playing the day with a few more of it in all short periods together, because service depends on staffing nearby in time;
/// - *lower*: a few people are taken out of periods far enough apart not to mix, and stay out where nothing breaks; where something breaks
///   they come back. It ends when no single person can be left out of any period.
/// The second is a local search in the neighbourhood that the cuts of Cezik & L'Ecuyer (Management Science 54, 2008) describe; like their
/// cuts it finds no proof of a global optimum when several groups share work.
///
/// Everybody who is tried meets the same customers (common random numbers), so a difference of one person shows. The plan is found on some
/// replications, made sure on others and reported from a third lot that had no part in choosing it.
package struct StaffingSearch {
  package struct Settings: Sendable {
    package var scope: StaffingGoals.Scope = .interval
    /// One-sided, for each interval.
    package var confidence = 0.95
    /// Probability that one day keeps its promise, for every target; nil: not asked.
    package var confidenceOfDay: Double?
    /// Plays behind the final plan.
    package var replications = 1_000
    package var seed: UInt64
    package var threads: Int
    /// Groups that may change; nil: all.
    package var groups: [Int]?

    package init(seed: UInt64, threads: Int) {
      self.seed = seed
      self.threads = threads
    }
  }

  let scenario: Scenario
  let grid: StaffingGrid
  let settings: Settings
  let interruption: InterruptionFlag
  /// Called before every trial with the number of trials so far; must be quick.
  let progress: (@Sendable (Int) -> Void)?
  let pairs: [CompiledRouting.Pair]
  /// Groups that may change, the dearest first.
  let varied: [Int]
  private(set) var trials = 0

  package init(
    _ scenario: Scenario, grid: StaffingGrid, settings: Settings, interruption: InterruptionFlag = InterruptionFlag(),
    progress: (@Sendable (Int) -> Void)? = nil
  ) {
    self.scenario = scenario
    self.grid = grid
    self.settings = settings
    self.interruption = interruption
    self.progress = progress
    pairs = CompiledScenario(scenario).routing.pairs
    let groups = settings.groups ?? Array(scenario.groups.indices)
    varied = groups.sorted { a, b in
      let (x, y) = (scenario.groups[a].cost?.perHour ?? 1, scenario.groups[b].cost?.perHour ?? 1)
      return x != y ? x > y : a < b
    }
  }

  // MARK: Lots of replications

  /// Replications that judge: those a plan is found on, those it is made sure on, and those it is reported from.
  var searching: Range<Int> { 0..<min(settings.replications, max(100, settings.replications / 4)) }
  var checking: Range<Int> { searching.upperBound..<(searching.upperBound + settings.replications) }
  var reporting: Range<Int> { checking.upperBound..<(checking.upperBound + settings.replications) }

  mutating func play(_ plan: StaffingPlan, on lot: Range<Int>) throws(StaffingProblem) -> StaffingTrial {
    trials += 1
    progress?(trials)
    return try StaffingTrial.play(
      plan.applied(to: scenario, grid: grid), replications: lot, seed: settings.seed, threads: settings.threads, interruption: interruption)
  }

  /// The scenario as it is.
  mutating func playPresent(on lot: Range<Int>) throws(StaffingProblem) -> StaffingTrial {
    try play(StaffingPlan(counts: scenario.groups.map { _ in nil }), on: lot)
  }

  func goals(_ unlimited: StaffingTrial) throws(StaffingProblem) -> StaffingGoals {
    try statistics { () throws(GSLError) in
      try StaffingGoals(scenario, scope: settings.scope, confidence: settings.confidence, unlimited: unlimited)
    }
  }

  func statistics<T>(_ body: () throws(GSLError) -> T) throws(StaffingProblem) -> T {
    do throws(GSLError) { return try body() } catch { throw .statistics(error) }
  }

  // MARK: Raising

  /// Groups that may change and serve a contact type of the target, in the order of `varied`.
  func servers(of target: Int) -> [Int] {
    let types = scenario.targets[target].contactTypes
    return varied.filter { group in types.contains { pairs[group * scenario.contactTypes.count + $0].canServe } }
  }

  private func cost(_ group: Int) -> Double { max(scenario.groups[group].cost?.perHour ?? 1, 1e-9) }

  /// Adds people until every goal is shown to be met on these replications, or nothing helps any more.
  ///
  /// - Parameter comparing: what a person of each group buys is played; otherwise the group that has the most people there is raised, which
  ///   is enough for the last one or two.
  mutating func raise(
    _ start: StaffingPlan, _ goals: StaffingGoals, on lot: Range<Int>, comparing: Bool = true
  ) throws(StaffingProblem) -> StaffingPlan {
    var plan = start
    for _ in 0..<80 {
      let base = try play(plan, on: lot)
      let failures = try statistics { () throws(GSLError) in try goals.failures(base) }
      if failures.isEmpty { break }
      let short = shortPeriods(failures, base)
      let candidates = varied.filter { group in failures.contains { servers(of: $0.target).contains(group) } }
      var gains: [Int: [Double]] = [:]
      var steps: [Int: [Int]] = [:]
      for group in candidates {
        var more = plan
        var added = Array(repeating: 0, count: grid.periods.count)
        for period in short.keys.sorted() where serves(group, short[period]!) {
          added[period] = max(1, plan[group, period] / 16)
          more[group, period] += added[period]
        }
        steps[group] = added
        // One group has nobody to be compared with.
        guard comparing, candidates.count > 1 || failures.contains(where: { $0.interval == nil }) else { continue }
        let trial = try play(more, on: lot)
        gains[group] = grid.periods.indices.map { period in
          gain(of: trial, over: base, short[period] ?? [], added: added[period])
        }
      }
      for period in short.keys.sorted() {
        let failing = short[period]!
        let able = candidates.filter { steps[$0]![period] > 0 }
        let best = able.max { a, b in
          if !comparing { return plan[a, period] < plan[b, period] }
          let (x, y) = ((gains[a]?[period] ?? 0) / cost(a), (gains[b]?[period] ?? 0) / cost(b))
          return x != y ? x < y : cost(a) > cost(b)
        }
        guard let best else { continue }
        plan[best, period] += number(best, period, failing, gain: gains[best]?[period], plan)
      }
      if short.isEmpty { break }
    }
    return plan
  }

  /// The failures by the period that is staffed for them: their own, or for the whole horizon the one where most is missed.
  private func shortPeriods(_ failures: [StaffingGoals.Failure], _ trial: StaffingTrial) -> [Int: [StaffingGoals.Failure]] {
    var short: [Int: [StaffingGoals.Failure]] = [:]
    for failure in failures {
      if let interval = failure.interval {
        short[grid.periodOfInterval[interval], default: []].append(failure)
      } else {
        let missed = grid.periods.map { range in
          range.reduce(Int64(0)) { $0 + trial[failure.target, $1].of - trial[failure.target, $1].met }
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
    return min(most, max(1, Int(min(called, 1e6))))
  }

  // MARK: Lowering

  /// Who cannot be left out.
  struct Needed: Sendable {
    /// `[group][period]`: how far the worst promise fell short when one person was left out; nil: not known to be needed.
    private(set) var shortfall: [[Double?]]

    init(_ scenario: Scenario, _ grid: StaffingGrid) {
      shortfall = Array(repeating: Array(repeating: nil, count: grid.periods.count), count: scenario.groups.count)
    }

    mutating func note(_ group: Int, _ period: Int, _ short: Double) {
      shortfall[group][period] = max(shortfall[group][period] ?? 0, short)
    }

    func isNeeded(_ group: Int, _ period: Int) -> Bool { shortfall[group][period] != nil }

    /// Without those whose absence broke a promise so narrowly that more plays may see it kept.
    func surely(beyond narrow: Double) -> Needed {
      var sure = self
      for group in shortfall.indices {
        for period in shortfall[group].indices where (shortfall[group][period] ?? 0) <= narrow { sure.shortfall[group][period] = nil }
      }
      return sure
    }
  }

  /// Takes people out until none can be spared. The plan must meet every goal on these replications.
  ///
  /// - Parameter needed: who is known to be needed; who turns out to be is added.
  mutating func lower(
    _ start: StaffingPlan, _ goals: StaffingGoals, on lot: Range<Int>, from largestStep: Int, _ needed: inout Needed
  ) throws(StaffingProblem) -> StaffingPlan {
    var plan = start
    // Periods tried together lie this far apart, so that what breaks has one culprit.
    let stride = 4
    var step = largestStep
    while step >= 1 {
      var tried = true
      while tried {
        tried = false
        for group in varied {
          for offset in 0..<stride {
            let batch = Swift.stride(from: offset, to: grid.periods.count, by: stride).filter {
              plan[group, $0] >= step && !needed.isNeeded(group, $0)
            }
            if batch.isEmpty { continue }
            let spared = try spare(batch, of: group, step, plan, goals, on: lot, &needed)
            for period in spared { plan[group, period] -= step }
            if !spared.isEmpty { tried = true }
          }
        }
      }
      // Larger steps only hurry; whoever stood in their way is tried again by ones.
      if step > 1 { needed = Needed(scenario, grid) }
      step = step > 1 ? 1 : 0
    }
    return plan
  }

  /// Those periods of a batch in which `step` people can be left out, all together.
  private mutating func spare(
    _ batch: [Int], of group: Int, _ step: Int, _ plan: StaffingPlan, _ goals: StaffingGoals, on lot: Range<Int>, _ needed: inout Needed
  ) throws(StaffingProblem) -> [Int] {
    var fewer = plan
    for period in batch { fewer[group, period] -= step }
    let trial = try play(fewer, on: lot)
    let failures = try statistics { () throws(GSLError) in try goals.failures(trial) }
    if failures.isEmpty { return batch }
    if batch.count == 1 {
      needed.note(group, batch[0], failures.map(\.shortfall).max() ?? 0)
      return []
    }
    var suspects: Set<Int> = []
    var culprits: Set<Int> = []
    for failure in failures {
      let under = suspected(failure, among: batch)
      if under.count == 1 {
        culprits.formUnion(under)
        needed.note(group, under[0], failure.shortfall)
      } else {
        suspects.formUnion(under)
      }
    }
    suspects.subtract(culprits)
    let clear = batch.filter { !suspects.contains($0) && !culprits.contains($0) }
    if suspects.isEmpty { return clear }
    // Several may have done it together: halves, one after the other.
    var lowered = plan
    for period in clear { lowered[group, period] -= step }
    let doubtful = suspects.sorted()
    let half = doubtful.count <= 1 ? doubtful : Array(doubtful.prefix(doubtful.count / 2))
    let first = try spare(half, of: group, step, lowered, goals, on: lot, &needed)
    for period in first { lowered[group, period] -= step }
    let rest = Array(doubtful.dropFirst(half.count))
    let second = rest.isEmpty ? [] : try spare(rest, of: group, step, lowered, goals, on: lot, &needed)
    return clear + first + second
  }

  /// The periods of a batch that can have caused a failure: those not long after the contacts came (within the promised time) and those
  /// shortly before.
  private func suspected(_ failure: StaffingGoals.Failure, among batch: [Int]) -> [Int] {
    guard let interval = failure.interval else { return batch }
    let period = grid.periodOfInterval[interval]
    let wait = scenario.targets[failure.target].answerWithin.seconds / max(grid.length, 1e-9)
    let reach = wait > 0.5 ? Int(wait.rounded(.up)) : 0
    let near = batch.filter { $0 > period - 4 && $0 <= period + reach }
    if !near.isEmpty { return near }
    let before = batch.filter { $0 <= period }
    return before.isEmpty ? batch : before
  }
}
