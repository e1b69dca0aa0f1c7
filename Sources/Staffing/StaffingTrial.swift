package import Experiments
package import SampleStatistics
package import SupportModel

/// What many plays of one staffing showed, in whole numbers.
package struct StaffingTrial: Sendable {
  /// Sums over replications of x contacts in time out of y, with their squares and products.
  package struct Sums: Sendable, Equatable {
    /// Contacts, or days, that kept the goal.
    package private(set) var met: Int64 = 0
    /// Contacts, or days, that count.
    package private(set) var of: Int64 = 0
    private var metMet: Int64 = 0
    private var metOf: Int64 = 0
    private var ofOf: Int64 = 0

    mutating func add(_ x: Int64, of y: Int64) {
      met += x
      of += y
      metMet += x * x
      metOf += x * y
      ofOf += y * y
    }

    /// nil where nothing decides it.
    package var share: Double? { of == 0 ? nil : Double(met) / Double(of) }

    /// The ratio of sums, as everywhere; see `RatioOfSums`.
    package func ratio(replications: Int) -> RatioOfSums {
      RatioOfSums(
        count: replications, firstX: 0, firstY: 0, x: Double(met), y: Double(of), xx: Double(metMet), yy: Double(ofOf), xy: Double(metOf))
    }

    /// Lower end of a one-sided interval. Where every contact was in time the delta method sees no spread, and the exact binomial bound of
    /// so many contacts is taken. nil where undefined.
    package func lowerBound(replications: Int, confidence: Double) throws(GSLError) -> Double? {
      let twoSided = 2 * confidence - 1
      if met == of { return try Proportion(successes: Int(met), trials: Int(of)).clopperPearson(confidence: twoSided)?.low }
      return try ratio(replications: replications).interval(confidence: twoSided)?.low
    }
  }

  /// Folded so far.
  package private(set) var replications = 0
  let targetCount: Int
  let windows: JudgingWindows
  /// `[interval * targetCount + target]`, each over its judging window.
  package private(set) var cells: [Sums]
  /// The whole counted horizon, by target.
  package private(set) var totals: [Sums]
  /// By target, local days that met the goal, and days with any contact that decides it.
  package private(set) var daysMet: [Int]
  /// By target, local days with any contact that decides it.
  package private(set) var days: [Int]
  /// Contacts that missed on days which missed the goal, by cell.
  package private(set) var missedOnBadDays: [Int64]
  /// By contact type: offered, abandoned (balked included), handled.
  package private(set) var offered: [Int64]
  /// By contact type, balked included.
  package private(set) var abandoned: [Int64]
  /// `[interval * groupCount + group]`, µs: on the floor (available or handling inside the shift); paid; scheduled, absent people included.
  package private(set) var onFloor: [Int64]
  /// `[interval * groupCount + group]`, µs.
  package private(set) var paid: [Int64]
  /// `[interval * groupCount + group]`, µs; absent people included.
  package private(set) var scheduled: [Int64]
  /// What each group's people did over the whole counted horizon, summed over plays.
  package private(set) var people: [GroupCell]
  /// `[group * typeCount + type]`
  package private(set) var handledBy: [Int64]
  /// By contact type, waiting when the horizon ends.
  package private(set) var waitingAtEnd: [Int64]

  init(_ scenario: Scenario, _ windows: JudgingWindows) {
    self.windows = windows
    let intervals = scenario.horizon.intervals.count
    let types = scenario.contactTypes.count
    let groups = scenario.groups.count
    targetCount = scenario.targets.count
    cells = Array(repeating: Sums(), count: intervals * targetCount)
    totals = Array(repeating: Sums(), count: targetCount)
    daysMet = Array(repeating: 0, count: targetCount)
    days = Array(repeating: 0, count: targetCount)
    missedOnBadDays = Array(repeating: 0, count: intervals * targetCount)
    offered = Array(repeating: 0, count: types)
    abandoned = Array(repeating: 0, count: types)
    onFloor = Array(repeating: 0, count: intervals * groups)
    people = Array(repeating: GroupCell(), count: groups)
    paid = onFloor
    scheduled = onFloor
    handledBy = Array(repeating: 0, count: groups * types)
    waitingAtEnd = offered
  }

  /// Of one target in one interval.
  package subscript(target: Int, interval: Int) -> Sums { cells[interval * targetCount + target] }

  /// Of a promise by its position: cells first, then the totals.
  func sums(_ promise: Int) -> Sums { promise < cells.count ? cells[promise] : totals[promise - cells.count] }

  mutating func add(_ record: ReplicationRecord, of scenario: Scenario) {
    replications += 1
    let intervals = scenario.horizon.intervals
    for (target, promise) in scenario.targets.enumerated() {
      var all = TargetCell()
      var day = TargetCell()
      var dayStart = 0
      let left = leftBehind(promise, target, record, scenario)
      for interval in intervals.indices {
        let cell = record.targets[interval * targetCount + target]
        var judged = TargetCell()
        let window = windows.ranges[interval * targetCount + target]
        for near in window { judged += record.targets[near * targetCount + target] }
        let level = judged.serviceLevel(promise.abandons)
        cells[interval * targetCount + target].add(level.met, of: level.of + left[window].reduce(0, +))
        all += cell
        day += cell
        guard interval + 1 == intervals.count || intervals[interval + 1].day != intervals[interval].day else { continue }
        if let meets = day.meets(promise) {
          days[target] += 1
          if meets { daysMet[target] += 1 } else { noteBadDay(dayStart...interval, target, promise, record) }
        }
        day = TargetCell()
        dayStart = interval + 1
      }
      let level = all.serviceLevel(promise.abandons)
      totals[target].add(level.met, of: level.of + left.reduce(0, +))
    }
    let last = record.openAtEnd.suffix(scenario.contactTypes.count)
    for (type, open) in last.enumerated() { waitingAtEnd[type] += open.waiting }
    for (position, cell) in record.contacts.enumerated() {
      let type = position % scenario.contactTypes.count
      offered[type] += cell.offered
      abandoned[type] += cell.abandoned + cell.balked
    }
    for (position, cell) in record.groups.enumerated() {
      onFloor[position] += cell.available + cell.handling + cell.wrapUp
      people[position % people.count] += cell
      paid[position] += cell.paid
      scheduled[position] += cell.scheduled + cell.absent
    }
    for position in handledBy.indices { handledBy[position] += record.handledBy[position] }
  }

  /// Contacts of each interval that would wait for ever, because nobody was left to take them though play went on: a plan may not win by
  /// leaving work behind. A service level does not count them where their time was not yet up.
  private func leftBehind(_ promise: Target, _ target: Int, _ record: ReplicationRecord, _ scenario: Scenario) -> [Int64] {
    let intervals = scenario.horizon.intervals.indices
    guard scenario.horizon.atEnd == .drain else { return intervals.map { _ in 0 } }
    let types = scenario.contactTypes.count
    // Who waits for the customer or another party waits for nobody of the plan.
    func open(_ interval: Int) -> Int64 {
      promise.contactTypes.reduce(0) { sum, type in
        if record.tickets.isEmpty { return sum + record.contacts[interval * types + type].stillOpen }
        return sum + record.tickets[interval * types + type].openWaiting + record.tickets[interval * types + type].openInHand
      }
    }
    if promise.abandons == .ignored { return intervals.map(open) }
    return intervals.map { interval in
      let undecided = record.targets[interval * targetCount + target].undecided
      return record.tickets.isEmpty ? undecided : min(undecided, open(interval))
    }
  }

  private mutating func noteBadDay(_ intervals: ClosedRange<Int>, _ target: Int, _ promise: Target, _ record: ReplicationRecord) {
    for interval in intervals {
      let level = record.targets[interval * targetCount + target].serviceLevel(promise.abandons)
      missedOnBadDays[interval * targetCount + target] += level.of - level.met
    }
  }
}

/// A trial while its records come in.
private struct StaffingTally: RecordFold {
  let scenario: Scenario
  var trial: StaffingTrial

  mutating func add(_ record: ReplicationRecord) { trial.add(record, of: scenario) }
}

extension StaffingTrial {
  /// Plays these replications on all threads. The result does not depend on their number.
  package static func play(
    _ scenario: Scenario, replications: Range<Int>, seed: UInt64, threads: Int, interruption: InterruptionFlag
  ) throws(StaffingProblem) -> StaffingTrial {
    let compiled = CompiledScenario(scenario)
    let empty = StaffingTally(scenario: scenario, trial: StaffingTrial(scenario, JudgingWindows(scenario)))
    let tally: StaffingTally?
    do throws(PlayFailure) {
      tally = try ReplicationQueue.folded(empty, replications, seed: seed, threads: threads, interruption: interruption) {
        Simulation(compiled)
      }
    } catch {
      throw .play(error.problem)
    }
    guard let tally else { throw .interrupted }
    return tally.trial
  }
}
