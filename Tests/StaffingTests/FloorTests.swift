import Experiments
import Foundation
import QueueingTheory
import ScenarioFormat
import ServiceMetrics
import SimulationCore
import SupportModel
import TestSupport
import Testing

@testable import Staffing

/// A plan leaves no contact type behind, keeps to the hours of its groups, and costs what a run of it costs.
@Suite struct FloorTests {
  private func load(_ yaml: String) throws -> Scenario {
    try ScenarioLoader(reader: .memory(["s.yaml": yaml])).load("s.yaml").scenario
  }

  private func plan(_ scenario: Scenario, replications: Int = 100, worst: Double? = nil) throws -> StaffingResult {
    var settings = StaffingSearch.Settings(seed: scenario.experiment.seed, threads: 2)
    settings.replications = replications
    settings.worstAbandonment = worst
    var search = StaffingSearch(scenario, grid: StaffingGrid(scenario.horizon), settings: settings)
    return try search.run()
  }

  /// One promise over two kinds of call, each with a group of its own; a sixth of the calls are of the second kind.
  private static let twoKinds = """
    muster: 1
    horizon: {start: 2026-09-14T09:00, timezone: UTC, length: 4h, interval: 30m}
    experiment: {seed: 5, replications: 50}
    contacts:
      call: {arrivals: {rate: 150/h}, talk: {exponential: {mean: 4m}}, patience: {exponential: {mean: 4m}}}
      billing: {arrivals: {rate: 30/h}, talk: {exponential: {mean: 6m}}, patience: {exponential: {mean: 4m}}}
    agents:
      front: {count: 12, skills: [call], cost: {per-hour: 20}}
      back: {count: 5, skills: [billing], cost: {per-hour: 30}}
    targets: [{name: Calls, for: [call, billing], answer: 20s, goal: 80%}]
    """

  @Test func `One promise over two kinds of call does not leave one of them without people`() throws {
    let scenario = try load(Self.twoKinds)
    let result = try plan(scenario)
    #expect(result.plan.contactTypes.count == 2)
    for type in result.plan.contactTypes {
      let unanswered = try #require(type.unanswered)
      #expect(unanswered.estimate <= type.floor.worst, "\(scenario.contactTypes[type.floor.contactType].name): \(unanswered.estimate)")
      #expect(type.floor.source == .erlangA(target: 0))
    }
    let level = try #require(result.plan.targets[0].total)
    #expect(level.high >= 0.8)
    // Without the limit the dear kind is let go.
    let free = try plan(scenario, worst: 1)
    #expect(free.plan.contactTypes.isEmpty && free.plan.hours < result.plan.hours)
    let trial = try StaffingTrial.play(
      free.plan.plan.applied(to: scenario, grid: free.grid), replications: 0..<50, seed: 9, threads: 2, interruption: InterruptionFlag())
    #expect(Double(trial.abandoned[1]) / Double(trial.offered[1]) > 0.2)
    // A limit that was asked for holds too.
    let strict = try plan(scenario, worst: 0.02)
    #expect(strict.plan.contactTypes.allSatisfy { $0.floor == .init(contactType: $0.floor.contactType, worst: 0.02, source: .asked) })
    #expect(strict.plan.contactTypes.allSatisfy { ($0.unanswered?.estimate ?? 1) <= 0.02 } && strict.plan.hours > result.plan.hours)
  }

  /// 30 calls an hour of 6 min, patience 4 min: with 5 agents Erlang A answers some 88 % in 20 s, with 4 some 74 %; the goal lies between.
  @Test func `The limit is what Erlang A loses where it just keeps the goal`() throws {
    let floors = try AbandonmentFloors(try load(Self.twoKinds), asked: nil, types: [0, 1])
    for (floor, rate, talk, few) in [(floors.floors[0], 150.0, 240.0, 10), (floors.floors[1], 30.0, 360.0, 3)] {
      // The fewest agents that keep the goal, and one fewer, tell where it must lie.
      var agents = few
      func queue(_ agents: Int) throws -> ErlangA {
        try ErlangA(arrivalRate: rate / 3600, handleTime: talk, patience: 240, servers: Double(agents))
      }
      while try queue(agents).serviceLevel(within: 20, abandons: .missed) < 0.8 { agents += 1 }
      #expect(agents > few)
      let (enough, short) = (try queue(agents).abandonment, try queue(agents - 1).abandonment)
      #expect(enough <= floor.worst && floor.worst < short, "\(floor.worst) is not between \(enough) and \(short)")
    }
  }

  /// Ten e-mails an hour around the clock, six minutes each, answered within a day by a team from nine to five: 24 h of work in 8 h.
  private static func letters(_ agents: String) -> String {
    """
    muster: 1
    horizon: {start: 2026-09-14T00:00, timezone: UTC, length: 5d, interval: 1h, at-end: drain}
    experiment: {seed: 2, replications: 20}
    calendars: {office: {open: {mon-fri: 09:00-17:00}}}
    channels: {email: {live: false}}
    contacts: {email: {channel: email, arrivals: {rate: 10/h}, talk: {exponential: {mean: 6m}}}}
    shifts: {day: {start: 09:00, length: 8h}}
    agents: {desk: \(agents)}
    targets: [{answer: 24h, goal: 90%}]
    """
  }

  @Test(arguments: ["{roster: {day: 4}, skills: [email]}", "{count: 4, skills: [email], works: office}"])
  func `A group is staffed in its hours only`(_ agents: String) throws {
    let scenario = try load(Self.letters(agents))
    let result = try plan(scenario, replications: 50)
    let counts = try #require(result.plan.plan.counts[0])
    for (period, count) in counts.enumerated() {
      let hour = period % 24
      if hour < 9 || hour >= 17 { #expect(count == 0, "\(count) at \(hour):00 of day \(period / 24)") }
    }
    // Three at work all day do it on average, four are safe; on the first day there is no night before, and one in ten may be late.
    #expect(result.plan.hours / 5 >= 20 && result.plan.hours / 5 <= 36, "\(result.plan.hours / 5) h a day")
    #expect((result.plan.targets[0].total?.estimate ?? 0) >= 0.9)
    #expect(result.plan.contactTypes.allSatisfy { ($0.unanswered?.estimate ?? 1) <= $0.floor.worst })
    #expect(result.cells[0][0].reason.steps.allSatisfy { $0.causes == [.offHours] })
  }

  @Test func `The price of a plan is what a run of it costs, breaks included`() throws {
    let scenario = try load(
      """
      muster: 1
      horizon: {start: 2026-09-14T09:00, timezone: UTC, length: 8h, interval: 30m}
      experiment: {seed: 5, replications: 60}
      contacts:
        call: {arrivals: {rate: 60/h}, talk: {exponential: {mean: 4m}}, patience: {exponential: {mean: 4m}}}
      shifts: {day: {start: 09:00, length: 8h, breaks: [{at: 4h, for: 1h}]}}
      agents:
        front: {roster: {day: 8}, skills: [call], absence: 5%, end-of-shift: hand-back, cost: {per-hour: 20, overtime: 1.5}}
      targets: [{answer: 20s, goal: 80%}]
      """)
    let result = try plan(scenario)
    func cost(_ scenario: Scenario) throws -> Double {
      let run = try ExperimentRunner(CompiledScenario(scenario), plan: scenario.experiment, threads: 2).run()
      return try #require(run.estimates.first { $0.metric == .staffingCost && $0.scope == Scope() }?.estimate)
    }
    var played = result.plan.plan.applied(to: scenario, grid: result.grid)
    played.groups[0].cost = result.prices[0]
    let (plan, now) = (try #require(result.plan.cost), try #require(result.present.cost))
    #expect(abs(plan - (try cost(played))) < 1e-9 * plan)
    #expect(abs(now - (try cost(scenario))) < 1e-9 * now)
    // Eight paid hours for seven on the floor; cents.
    let perHour = try #require(result.prices[0]?.perHour)
    #expect(abs(perHour - 20 * 8 / 7) < 0.3 && abs(perHour * 100 - (perHour * 100).rounded()) < 1e-6)
  }
}

/// A planner's launch day, from a folder that lies beside the project on machines that have it.
private enum LaunchTuesday {
  static let file = ProjectFolder.shared.appendingPathComponent("field/launch-tuesday/launch-tuesday.yaml")
  static let isThere = FileManager.default.fileExists(atPath: file.path)
}

@Suite(.enabled(if: Tier.isDeep && LaunchTuesday.isThere, "MUSTER_DEEP is not set, or there is no folder of planners' files"))
struct LaunchTuesdayDeepTests {
  @Test func `On a planner's launch day no type is above its limit, in less than two minutes of processor time`() throws {
    let scenario = try ScenarioLoader().load(LaunchTuesday.file.path).scenario
    let began = clock()
    var search = StaffingSearch(
      scenario, grid: StaffingGrid(scenario.horizon), settings: .init(seed: scenario.experiment.seed, threads: 2))
    let result = try search.run()
    // Of all threads: a minute on two cores.
    let seconds = Double(clock() - began) / Double(CLOCKS_PER_SEC)
    #expect(seconds < 120, "\(seconds) s of processor time")
    #expect(result.plan.contactTypes.count == 4)
    for type in result.plan.contactTypes {
      #expect((type.unanswered?.estimate ?? 1) <= type.floor.worst, "\(scenario.contactTypes[type.floor.contactType].name)")
    }
    for target in result.plan.targets { #expect((target.total?.high ?? 0) >= 0.8) }
    var played = result.plan.plan.applied(to: scenario, grid: result.grid)
    for group in played.groups.indices { played.groups[group].cost = result.prices[group] }
    let run = try ExperimentRunner(CompiledScenario(played), plan: scenario.experiment, threads: 2).run()
    let cost = try #require(run.estimates.first { $0.metric == .staffingCost && $0.scope == Scope() }?.estimate)
    #expect(abs(cost - (result.plan.cost ?? 0)) < 1e-9 * cost)
  }
}
