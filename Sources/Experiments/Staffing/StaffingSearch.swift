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
///   they come back. It ends when no single person can be left out of any period;
/// - *spare*: the same once more at the asked confidence on many replications, led by what each person was seen to be worth.
/// The last two are a local search in the neighbourhood that the cuts of Cezik & L'Ecuyer (Management Science 54, 2008) describe; like their
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
  let windows: JudgingWindows
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
    windows = JudgingWindows(scenario)
    let groups = settings.groups ?? Array(scenario.groups.indices)
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
    // How often a period was short already: what was too little is doubled.
    var patience = Array(repeating: 0, count: grid.periods.count)
    for round in 0..<60 {
      let base = try play(plan, on: lot)
      let failures = try statistics { () throws(GSLError) in try goals.failures(base) }
      let short = shortPeriods(failures, base)
      if short.isEmpty { break }
      let candidates = varied.filter { group in failures.contains { servers(of: $0.target).contains(group) } }
      let gains = comparing && round < 4 && candidates.count > 1 ? try gains(of: candidates, plan, base, short, on: lot) : [:]
      for period in short.keys.sorted() {
        let failing = short[period]!
        let able = candidates.filter { serves($0, failing) }
        let best = able.max { a, b in
          let (x, y) = ((gains[a]?[period] ?? 0) / cost(a), (gains[b]?[period] ?? 0) / cost(b))
          return x != y ? x < y : plan[a, period] < plan[b, period]
        }
        guard let best else { continue }
        let more = number(best, period, failing, gain: gains[best]?[period], plan)
        plan[best, period] += comparing ? min(more << min(patience[period], 8), max(more, plan[best, period])) : more
        patience[period] += 1
      }
    }
    return plan
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
        added[period] = max(1, plan[group, period] / 16)
        more[group, period] += added[period]
      }
      let trial = try play(more, on: lot)
      gains[group] = grid.periods.indices.map { gain(of: trial, over: base, short[$0] ?? [], added: added[$0]) }
    }
    return gains
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
  }

  /// Takes people out until none can be spared. The plan must meet every goal on these replications.
  ///
  /// - Parameters:
  ///   - largestStep: the first step is this part of those there, 8 for an eighth; it is halved where it was too much.
  ///   - needed: who is known to be needed; who turns out to be is added.
  mutating func lower(
    _ start: StaffingPlan, _ goals: StaffingGoals, on lot: Range<Int>, from largestStep: Int, _ needed: inout Needed
  ) throws(StaffingProblem) -> StaffingPlan {
    var plan = start
    var steps = plan.counts.map { ($0 ?? []).map { max(1, $0 / largestStep) } }
    var hasTried = true
    while hasTried {
      hasTried = false
      for places in batches {
        let batch = places.filter { plan[$0.group, $0.period] > 0 && !needed.isNeeded($0.group, $0.period) }
        if batch.isEmpty { continue }
        hasTried = true
        plan = try spare(batch, plan, goals, on: lot, &steps, &needed)
      }
    }
    return plan
  }

  /// One group in one period.
  struct Place: Hashable, Comparable {
    var group: Int
    var period: Int
    static func < (a: Self, b: Self) -> Bool { (a.group, a.period) < (b.group, b.period) }
  }

  /// All places, in batches that are tried together because what breaks points at one of them.
  var batches: [[Place]] {
    rounds.flatMap { groups in
      (0..<spacing).map { offset in
        groups.flatMap { group in stride(from: offset, to: grid.periods.count, by: spacing).map { Place(group: group, period: $0) } }
      }
    }
  }

  /// Groups that are tried together because they share no work, not even by way of others: one of each such family, the dearest first.
  private var rounds: [[Int]] {
    let types = scenario.contactTypes.count
    var families: [[Int]] = []
    for group in varied {
      func shares(_ other: Int) -> Bool {
        (0..<types).contains { pairs[group * types + $0].canServe && pairs[other * types + $0].canServe }
          || scenario.targets.indices.contains { servers(of: $0).contains(group) && servers(of: $0).contains(other) }
      }
      let related = families.filter { $0.contains(where: shares) }
      families.removeAll { $0.contains(where: shares) }
      families.append(related.flatMap { $0 } + [group])
    }
    let longest = families.map(\.count).max() ?? 0
    return (0..<longest).map { position in families.compactMap { $0.indices.contains(position) ? $0[position] : nil } }
  }

  /// Periods tried together lie this far apart, so that what breaks has one culprit: work spills over by about a handle time.
  var spacing: Int {
    let longest = scenario.contactTypes.map(\.expectedHandle).max() ?? 0
    return 2 + min(4, Int((longest / max(grid.length, 1)).rounded(.up)))
  }

  /// Takes people out of a batch of places and puts those back who were needed.
  private mutating func spare(
    _ batch: [Place], _ plan: StaffingPlan, _ goals: StaffingGoals, on lot: Range<Int>, _ steps: inout [[Int]], _ needed: inout Needed
  ) throws(StaffingProblem) -> StaffingPlan {
    var fewer = plan
    for place in batch { fewer[place.group, place.period] -= min(steps[place.group][place.period], plan[place.group, place.period]) }
    let trial = try play(fewer, on: lot)
    let failures = try statistics { () throws(GSLError) in try goals.failures(trial) }
    if failures.isEmpty { return fewer }
    func step(_ place: Place) -> Int { min(steps[place.group][place.period], plan[place.group, place.period]) }
    let isMixed = batch.contains { step($0) > 1 }
    var culprits: [Place: Double] = [:]
    var suspects: Set<Place> = []
    var putBack: Set<Place> = []
    for failure in failures {
      var under = batch.count == 1 ? batch : suspected(failure, among: batch, within: isMixed ? 2 * spacing : spacing)
      if isMixed {
        // Many taken out at once are missed far away: they are to blame before single ones nearby, who are tried again by themselves.
        let largest = under.map(step).max() ?? 1
        putBack.formUnion(under)
        under = under.filter { step($0) == largest }
        for place in under where largest > 1 { culprits[place] = max(culprits[place] ?? 0, failure.shortfall) }
        if largest > 1 { continue }
      }
      if under.count == 1 {
        culprits[under[0]] = max(culprits[under[0]] ?? 0, failure.shortfall)
      } else {
        suspects.formUnion(under)
      }
    }
    for (place, shortfall) in culprits.sorted(by: { $0.key < $1.key }) {
      if step(place) == 1 {
        needed.note(place.group, place.period, shortfall)
      } else {
        steps[place.group][place.period] = step(place) / 2
      }
    }
    // Those nobody points at stay out: with the others back there is only more service.
    var result = plan
    for place in batch where culprits[place] == nil && !suspects.contains(place) && !putBack.contains(place) {
      result[place.group, place.period] = fewer[place.group, place.period]
    }
    // Several may have done it together: halves, one after the other.
    let doubtful = suspects.filter { culprits[$0] == nil }.sorted()
    let half = doubtful.count / 2
    for part in [doubtful.prefix(half), doubtful.dropFirst(half)] where !part.isEmpty {
      result = try spare(Array(part), result, goals, on: lot, &steps, &needed)
    }
    return result
  }

  /// The places of a batch that can have caused a failure: groups that serve the target, in periods not long after the contacts came (within
  /// the promised time) or shortly before.
  func suspected(_ failure: StaffingGoals.Failure, among batch: [Place], within distance: Int) -> [Place] {
    let able = servers(of: failure.target)
    let serving = batch.filter { able.contains($0.group) }
    let places = serving.isEmpty ? batch : serving
    guard let interval = failure.interval else { return places }
    let window = windows.ranges[interval * scenario.targets.count + failure.target]
    let period = grid.periodOfInterval[window.lowerBound]
    let last = grid.periodOfInterval[window.upperBound - 1]
    let wait = scenario.targets[failure.target].answerWithin.seconds / max(grid.length, 1e-9)
    let reach = wait > 0.5 ? Int(wait.rounded(.up)) : 0
    let near = places.filter { $0.period > period - distance && $0.period <= last + reach }
    if !near.isEmpty { return near }
    let before = places.filter { $0.period <= last }
    return before.isEmpty ? places : before
  }
}
