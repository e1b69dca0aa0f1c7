import Foundation
import SampleStatistics
import ScenarioFormat
import SimulationCore
import SupportModel
import SupportPolicies
import TestSupport
import Testing

@testable import Experiments
@testable import Staffing

/// Demand, formulas and the search behind `muster staff`.
@Suite struct StaffingTests {
  /// One pool: λ(t) = level + swing · sin(t), t in hours, exponential talk, in reporting intervals of so many minutes.
  private static func pool(
    level: Double, swing: Double, talk: Double, patience: Double?, hours: Double, warmUp: Double, interval: Double, target: Target
  ) -> Scenario {
    let length = TimeSpan.hours(hours)
    let step: Int64 = 180_000_000
    var segments: [ArrivalProcess.RateSegment] = []
    for start in stride(from: Int64(0), to: length.microseconds, by: Int64.Stride(step)) {
      let end = min(start + step, length.microseconds)
      let a = Double(start) / 3.6e9
      let b = Double(end) / 3.6e9
      let expected: Double = level * (b - a) + swing * (cos(a) - cos(b))
      segments.append(.init(start: SimInstant(microseconds: start), end: SimInstant(microseconds: end), expected: expected))
    }
    return Scenario(
      name: "pool", horizon: .elapsed(length: length, warmUp: .hours(warmUp), interval: .minutes(interval)),
      channels: [Channel(name: "phone")], skills: ["call"],
      contactTypes: [
        ContactType(
          name: "call", skills: [0], arrivals: [ArrivalProcess(pattern: .poisson(segments))],
          talk: TimedDistribution(ExponentialDistribution(mean: talk)),
          patience: patience.map { TimedDistribution(ExponentialDistribution(mean: $0)) })
      ],
      groups: [AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .always(count: 10), cost: .init(perHour: 20))],
      routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed]), targets: [target])
  }

  @Test func `a steady rate is expected evenly, and a spike with exactly its volume`() {
    var scenario = Self.pool(
      level: 100, swing: 0, talk: 180, patience: nil, hours: 8, warmUp: 0, interval: 30,
      target: Target(name: "80/20", contactTypes: [0], answerWithin: .seconds(20), goal: 0.8))
    let steady = ExpectedDemand(scenario)
    #expect(steady.counts[0].allSatisfy { abs($0 - 50) < 1e-9 })
    scenario.demandEvents = [
      DemandEvent(
        name: "launch", occurrence: .once(at: SimInstant.zero + TimeSpan.hours(1)), extra: [.init(contactType: 0, expected: 420)],
        shape: SpikeShape(rise: .minutes(20), halfLife: .minutes(10)), startsLate: UniformDistribution(from: 0, to: 2700).boxed)
    ]
    let spiked = ExpectedDemand(scenario)
    #expect(abs(spiked.counts[0].reduce(0, +) - 800 - 420) < 0.5)
    #expect(abs(spiked.counts[0][1] - 50) < 1e-9 && spiked.counts[0][3] > 60)
  }

  @Test func `for a steady rate the three ways of Erlang C agree with the table, and patience asks for less`() throws {
    let scenario = Self.pool(
      level: 200, swing: 0, talk: 180, patience: 120, hours: 6, warmUp: 0, interval: 30,
      target: Target(name: "80/20", contactTypes: [0], answerWithin: .seconds(20), goal: 0.8))
    let grid = StaffingGrid(scenario.horizon)
    let formula = try FormulaRequirement(scenario, grid: grid, onFloor: [Array(repeating: 10, count: grid.periods.count)])
    for cell in formula.cells[0] {
      // 100 calls in half an hour of 3 minutes each, 80 % in 20 s: 14 agents by every Erlang C table.
      #expect(cell.sipp == 14 && cell.laggedSipp == 14 && cell.agentsForModifiedLoad == 14)
      #expect(abs(cell.load - 10) < 1e-9 && abs(cell.modifiedLoad - 10) < 1e-6)
      #expect((cell.withPatience ?? 99) < 14)
    }
  }

  @Test func `contacts keep the handle time of the period in which they came`() throws {
    let yaml = """
      muster: 1
      horizon: {start: 2026-09-14T08:00, timezone: UTC, length: 2h, interval: 30m}
      experiment: {seed: 3, replications: 2}
      contacts:
        call: {arrivals: {rate: 60/h}, talk: {by-time: [{from: 08:00, is: {constant: 30m}}, {from: 09:00, is: {constant: 6m}}]}}
      agents: {desk: {count: 40, skills: [call]}}
      targets: [{for: call, answer: 20s, goal: 80%}]
      """
    let scenario = try ScenarioLoader(reader: .memory(["s.yaml": yaml])).load("s.yaml").scenario
    let grid = StaffingGrid(scenario.horizon)
    let row = try FormulaRequirement(scenario, grid: grid, onFloor: [Array(repeating: 40, count: 4)]).cells[0]
    // Until 09:00 sixty an hour of half an hour each. Then those of the last half-hour run out one by one, on average 15 of 30, beside
    // newcomers of six minutes: ∫ min(u, 0.1 h) du over half an hour, 5.4 on average.
    for (cell, expected) in zip(row, [(30.0, 30.0), (30, 30), (6, 20.4), (6, 6)]) {
      #expect(abs(cell.load - expected.0) < 1e-9)
      // The law has a cv of 1 %, not 0.
      #expect(abs(cell.modifiedLoad - expected.1) < 0.01 * expected.1, "\(cell.modifiedLoad), expected \(expected.1)")
    }
    #expect(row[2].agentsForModifiedLoad > row[2].sipp && row[2].laggedSipp == row[2].sipp)
  }

  /// What the causes of a difference are, each with the people it is worth.
  @Test func `every cause of a difference is named with the people it is worth`() throws {
    let yaml = """
      muster: 1
      horizon: {start: 2026-09-14T08:00, timezone: UTC, length: 4h, interval: 30m}
      experiment: {seed: 3, replications: 2}
      channels: {phone: {live: true}, mail: {live: false}}
      contacts:
        call: {channel: phone, arrivals: {rate: 150/h}, talk: {lognormal: {mean: 20m, cv: 2}}, patience: {exponential: {mean: 2m}}}
        letter: {channel: mail, arrivals: {rate: 20/h}, talk: {exponential: {mean: 8m}}}
      agents:
        desk: {count: 30, skills: [call, letter]}
        spare: {count: 20, skills: {call: {rank: 2}}}
      targets: [{for: call, answer: 20s, goal: 80%}]
      """
    let scenario = try ScenarioLoader(reader: .memory(["s.yaml": yaml])).load("s.yaml").scenario
    let grid = StaffingGrid(scenario.horizon)
    let trial = try StaffingTrial.play(scenario, replications: 0..<4, seed: 3, threads: 1, interruption: InterruptionFlag())
    let reasons = StaffingReasons(scenario, grid: grid, pairs: CompiledScenario(scenario).routing.pairs, trial: trial)
    var row = Array(repeating: FormulaRequirement.Cell(), count: grid.periods.count)
    // A quiet half-hour after a busy one: E[S²] ÷ 2E[S] of a lognormal of mean 20 min and cv 2 is 50 min, so 10:30 meets the work of 09:30.
    row[5].load = 40
    row[5].modifiedLoad = 46
    row[5].ageInHand = 3000
    (row[5].sipp, row[5].agentsForModifiedLoad, row[5].withPatience) = (45, 51, 47)
    let fewer = reasons.reason(group: 0, period: 5, row: row, simulated: 38)
    #expect(fewer.steps.map(\.people) == [-9, 6, -4])
    #expect(fewer.steps.reduce(0) { $0 + $1.people } == 38 - 45)
    #expect(fewer.steps[1].causes == [.spillOver(from: 3)])
    guard case .abandonment(let share)? = fewer.steps[2].causes.first, fewer.steps[2].causes.count == 1 else {
      Issue.record("\(fewer)")
      return
    }
    #expect(share > 0.01 && share < 0.9)
    #expect(fewer.steps[0].causes.count == 2 && fewer.steps[0].causes[1] == .deferredFillsTroughs(contactTypes: [1]))
    guard case .helpedBy(group: 1, share: let helped) = fewer.steps[0].causes[0] else {
      Issue.record("\(fewer)")
      return
    }
    #expect(helped > 0.05)
    // More than the formulas: deferred work of before; the helpers take what is counted for the desk; and nothing else: certainty.
    #expect(
      reasons.reason(group: 0, period: 5, row: row, simulated: 49).steps == [
        .init(causes: [.spillOver(from: 3)], people: 6), fewer.steps[2], .init(causes: [.deferredFromBefore(contactTypes: [1])], people: 2),
      ])
    #expect(
      reasons.reason(group: 1, period: 5, row: row.map { _ in .init() }, simulated: 7).steps == [
        .init(causes: [.helps(contactType: 0)], people: 7)
      ])
    #expect(reasons.reason(group: 0, period: 5, row: row, simulated: 45).steps.isEmpty)
    // The formulas go on from a day like this one, the play begins with nobody.
    (row[0].sipp, row[0].agentsForModifiedLoad, row[0].withPatience) = (45, 45, 45)
    #expect(reasons.reason(group: 0, period: 0, row: row, simulated: 40).steps[0].causes.last == .emptyStart)
    #expect(fewer.steps.allSatisfy { !$0.causes.contains(.emptyStart) })
    // The formula itself knows how long ago the contacts in hand came: 150 an hour of 20 min and 20 of 8 min.
    let formula = try FormulaRequirement(scenario, grid: grid, onFloor: [Array(repeating: 30, count: 8), Array(repeating: 20, count: 8)])
    let (calls, letters): (Double, Double) = (150 * 1200, 20 * 480)
    let age: Double = (calls * 3000 + letters * 480) / (calls + letters)
    #expect(abs(formula.cells[0][5].ageInHand - age) < 1e-6 * age)
  }

  /// Mt/M/st+M with λ(t) = 100 + 20 sin t, mean service and patience 1 hour, delay probability 0.2: the case of Feldman, Mandelbaum, Massey &
  /// Whitt (2008). Staffing holds for twelve minutes at a time, so the delay probability moves between what one agent more and one less give.
  @Test func `with a sinusoidal rate the delay probability is flat in time, and nobody can be spared`() throws {
    try expectFlatDelay(hours: 9, replications: 1_000)
  }

  private func expectFlatDelay(hours: Double, replications: Int) throws {
    let scenario = Self.pool(
      level: 100, swing: 20, talk: 3600, patience: 3600, hours: hours, warmUp: 4, interval: 12,
      target: Target(name: "no wait", contactTypes: [0], answerWithin: .zero, goal: 0.8))
    var settings = StaffingSearch.Settings(seed: 7, threads: 2)
    settings.replications = replications
    var search = StaffingSearch(scenario, grid: StaffingGrid(scenario.horizon), settings: settings)
    let result = try search.run()
    // One agent in 100 is worth up to 0.04 of delay probability; and a goal that must be shown is passed by the width of its interval, about
    // 1.645 · 0.45 ÷ √(half of the replications).
    let spread = 0.04 + 1.645 * 0.45 / (Double(settings.replications) / 2).squareRoot()
    // The first period holds through the four hours before it.
    for level in result.plan.targets[0].intervals.dropFirst().compactMap({ $0 }) {
      #expect(level.high >= 0.8, "a delay probability of \(1 - level.estimate) is above 0.2")
      #expect(level.low <= 0.8 + spread, "a delay probability of \(1 - level.estimate) is far below 0.2")
    }
    try expectNobodySpare(&search, result, every: 7, atLeast: 1)
  }

  @Test func `a plan for two skills keeps its promises with another seed, and nobody can be spared`() throws {
    var scenario = Self.pool(
      level: 90, swing: 30, talk: 240, patience: 180, hours: 6, warmUp: 1, interval: 30,
      target: Target(name: "A", contactTypes: [0], answerWithin: .seconds(20), goal: 0.8))
    var second = scenario.contactTypes[0]
    second.name = "B"
    second.skills = [1]
    second.talk = TimedDistribution(ExponentialDistribution(mean: 420))
    scenario.skills.append("other")
    scenario.contactTypes.append(second)
    scenario.groups = [
      AgentGroup(name: "A only", skills: [.init(skill: 0)], presence: .always(count: 5), cost: .init(perHour: 20)),
      AgentGroup(name: "B only", skills: [.init(skill: 1)], presence: .always(count: 9), cost: .init(perHour: 20)),
      AgentGroup(
        name: "both", skills: [.init(skill: 0, rank: 2), .init(skill: 1, rank: 2)], presence: .always(count: 4), cost: .init(perHour: 24)),
    ]
    scenario.targets.append(Target(name: "B", contactTypes: [1], answerWithin: .seconds(30), goal: 0.75))
    var settings = StaffingSearch.Settings(seed: 11, threads: 2)
    settings.replications = 400
    var search = StaffingSearch(scenario, grid: StaffingGrid(scenario.horizon), settings: settings)
    let result = try search.run()
    let fresh = try StaffingTrial.play(
      result.plan.plan.applied(to: scenario, grid: result.grid), replications: 0..<1_000, seed: 4_711, threads: 2,
      interruption: InterruptionFlag())
    for target in scenario.targets.indices {
      for interval in scenario.horizon.intervals.indices {
        let sums = fresh[target, interval]
        let high = try sums.ratio(replications: fresh.replications).interval(confidence: 0.99)?.high ?? 1
        #expect(high >= scenario.targets[target].goal, "\(scenario.targets[target].name) misses in interval \(interval)")
      }
    }
    try expectNobodySpare(&search, result, every: 3, atLeast: 0.9)
    // The same bytes whatever the threads: sums are whole numbers.
    settings.threads = 1
    var alone = StaffingSearch(scenario, grid: StaffingGrid(scenario.horizon), settings: settings)
    #expect(try alone.run().plan.plan == result.plan.plan)
  }

  @Suite(.enabled(if: Tier.isDeep, "MUSTER_DEEP is not set")) struct DeepTests {
    @Test func `over a whole swing of the rate the delay probability is flat in time, and nobody can be spared`() throws {
      try StaffingTests().expectFlatDelay(hours: 16.566, replications: 3_000)
    }

    @Test func `on the launch day a fresh seed finds no interval missed, and of a sample nobody can be spared`() throws {
      let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      let scenario = try ScenarioLoader().load(root.appending(path: "scenarios/launch-day.yaml").path).scenario
      var search = StaffingSearch(
        scenario, grid: StaffingGrid(scenario.horizon), settings: .init(seed: scenario.experiment.seed, threads: 2))
      let result = try search.run()
      let fresh = try StaffingTrial.play(
        result.plan.plan.applied(to: scenario, grid: result.grid), replications: 0..<1_000, seed: 99, threads: 2,
        interruption: InterruptionFlag())
      var below = 0
      var asked = 0
      for target in scenario.targets.indices {
        for interval in scenario.horizon.intervals.indices {
          switch result.plan.targets[target].rules[interval] {
          case .shown(let goal), .estimated(let goal):
            let sums = fresh[target, interval]
            guard let share = sums.share else { continue }
            asked += 1
            if share < goal { below += 1 }
            let high = try sums.ratio(replications: fresh.replications).interval(confidence: 0.998)?.high ?? 1
            #expect(high >= goal, "\(scenario.targets[target].name) misses in interval \(interval): \(share)")
          case .unattainable, .none: continue
          }
        }
      }
      // Each interval was asked for at 95 %.
      #expect(asked > 200 && Double(below) <= 0.05 * Double(asked), "\(below) of \(asked) lie below their goal")
      try StaffingTests().expectNobodySpare(&search, result, every: 16, atLeast: 0.9)
    }
  }

  /// Takes one person out of a sample of places: some promise is no longer shown on some lot of replications that judged the plan.
  private func expectNobodySpare(_ search: inout StaffingSearch, _ result: StaffingResult, every: Int, atLeast share: Double) throws {
    let plan = result.plan.plan
    let places = result.groups.flatMap { group in
      result.grid.periods.indices.map { (group, $0) }.filter { plan[$0.0, $0.1] > 0 }
    }
    let sample = places.enumerated().filter { $0.offset % every == 0 }.map(\.element)
    var generous = plan
    for place in places { generous[place.0, place.1] = 3 * plan[place.0, place.1] + 10 }
    var missed = 0
    for place in sample {
      var fewer = plan
      fewer[place.0, place.1] -= 1
      var isMissed = false
      for lot in [search.searching, search.checking] where !isMissed {
        let goals = try search.goals(try search.play(generous, on: lot), confidence: lot == search.searching ? 0.5 : nil)
        isMissed = !(try goals.failures(try search.play(fewer, on: lot))).isEmpty
      }
      if isMissed { missed += 1 }
    }
    #expect(!sample.isEmpty && Double(missed) >= share * Double(sample.count), "\(sample.count - missed) of \(sample.count) can be spared")
  }

  @Test func `what no staffing can keep is told apart from what is short of people`() throws {
    var scenario = Self.pool(
      level: 60, swing: 0, talk: 300, patience: nil, hours: 3, warmUp: 0, interval: 30,
      target: Target(name: "80/20", contactTypes: [0], answerWithin: .seconds(20), goal: 0.8))
    scenario.contactTypes[0].balk = 1
    scenario.horizon.backlog = [.init(contactType: 0, count: 200, age: ConstantDistribution(3600).boxed)]
    var settings = StaffingSearch.Settings(seed: 3, threads: 2)
    settings.replications = 100
    var search = StaffingSearch(scenario, grid: StaffingGrid(scenario.horizon), settings: settings)
    let result = try search.run()
    guard case .unattainable(let goal, let best) = result.plan.targets[0].rules[0] else {
      Issue.record("two hundred contacts an hour late can be answered within 20 s: \(result.plan.targets[0].rules[0])")
      return
    }
    #expect(goal == 0.8 && best < 0.3)
    #expect(result.plan.targets[0].rules.dropFirst().allSatisfy { if case .shown(0.8) = $0 { true } else { false } })
  }

  @Test func `a plan leaves no work behind that nobody would ever do`() throws {
    var scenario = Self.pool(
      level: 20, swing: 0, talk: 360, patience: nil, hours: 6, warmUp: 0, interval: 30,
      target: Target(name: "90/4h", contactTypes: [0], answerWithin: .hours(4), goal: 0.9))
    scenario.channels[0].isLive = false
    scenario.horizon.atEnd = .drain
    var settings = StaffingSearch.Settings(seed: 8, threads: 2)
    settings.replications = 100
    settings.scope = .day
    var search = StaffingSearch(scenario, grid: StaffingGrid(scenario.horizon), settings: settings)
    let result = try search.run()
    // Whoever is there at the end stays until all is done; somebody must be.
    #expect((result.plan.plan.counts[0]?.last ?? 0) > 0)
    var simulation = Simulation(CompiledScenario(result.plan.plan.applied(to: scenario, grid: result.grid)))
    let record = try simulation.play(replication: 0, seed: 99, observing: []) { false }
    #expect(record.contacts.reduce(0) { $0 + $1.offered } > 60 && record.contacts.allSatisfy { $0.stillOpen == 0 })
    // What waits when the horizon ends is told.
    #expect(result.plan.waitingAtEnd[0] > 1 && result.plan.waitingAtEnd[0] > result.present.waitingAtEnd[0])
  }

  @Test func `ten million calls an hour are refused at once`() {
    let scenario = Self.pool(
      level: 1e7, swing: 0, talk: 180, patience: 120, hours: 8, warmUp: 0, interval: 30,
      target: Target(name: "80/20", contactTypes: [0], answerWithin: .seconds(20), goal: 0.8))
    var search = StaffingSearch(
      scenario, grid: StaffingGrid(scenario.horizon), settings: StaffingSearch.Settings(seed: 1, threads: 2))
    #expect(throws: StaffingProblem.tooMany(contacts: ExpectedDemand(scenario).counts[0].reduce(0, +))) { try search.run() }
  }

  /// Whatever is known when a signal comes is not thrown away: the plan keeps its promises and may be fatter than the one that was sought.
  @Test func `an interrupted search reports the best plan so far`() throws {
    let scenario = Self.pool(
      level: 80, swing: 40, talk: 240, patience: 240, hours: 4, warmUp: 1, interval: 30,
      target: Target(name: "80/20", contactTypes: [0], answerWithin: .seconds(20), goal: 0.8))
    func search(stoppingAt trial: Int) throws -> (result: StaffingResult, trials: Int) {
      var settings = StaffingSearch.Settings(seed: 5, threads: 2)
      settings.replications = 200
      let flag = InterruptionFlag()
      var search = StaffingSearch(
        scenario, grid: StaffingGrid(scenario.horizon), settings: settings, interruption: flag,
        progress: { if $0 == trial { flag.raise() } })
      let result = try search.run()
      return (result, result.trials)
    }
    let whole = try search(stoppingAt: 0)
    #expect(!whole.result.isPartial && whole.trials > 12)
    let early = try search(stoppingAt: whole.trials - 4)
    #expect(early.result.isPartial && early.result.plan.hours >= whole.result.plan.hours)
    #expect((early.result.plan.targets[0].total?.high ?? 0) >= 0.8)
    // Before anything keeps the promise there is nothing to report.
    #expect(throws: StaffingProblem.interrupted) { try search(stoppingAt: 2) }
  }

  @Test func `certainty about the day costs people, and more of them for more certainty`() throws {
    let scenario = Self.pool(
      level: 80, swing: 0, talk: 240, patience: 240, hours: 4, warmUp: 1, interval: 30,
      target: Target(name: "80/20", contactTypes: [0], answerWithin: .seconds(20), goal: 0.8))
    func hours(_ days: Double) throws -> (plan: Double, certain: Double, days: Double) {
      var settings = StaffingSearch.Settings(seed: 5, threads: 2)
      settings.replications = 300
      settings.confidenceOfDay = days
      var search = StaffingSearch(scenario, grid: StaffingGrid(scenario.horizon), settings: settings)
      let result = try search.run()
      let certain = try #require(result.certain)
      return (result.plan.hours, certain.hours, certain.targets[0].days?.high ?? 0)
    }
    let less = try hours(0.9)
    let more = try hours(0.97)
    #expect(less.certain > less.plan && less.days >= 0.9)
    // No more than it takes: nobody of those added can go.
    #expect(less.certain - less.plan <= more.certain - more.plan)
    #expect(more.certain >= less.certain && more.days >= 0.97)
    #expect(less.certain < 2 * less.plan)
  }
}
