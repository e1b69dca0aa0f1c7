import SimulationCore
import SupportModel
import SupportPolicies

/// The benchmark scenarios, built directly as values so that no file format is in the way.
enum Workloads {
  /// M/M/n+M: Poisson arrivals, exponential talk of 5 minutes, exponential patience of 2 minutes, first come first served, from empty.
  ///
  /// The default is the reference workload: 100 arrivals a minute, 510 agents, a horizon in which a million contacts are expected.
  /// Other sizes keep the load per agent, 0.98 erlang.
  static func erlangA(contacts: Double = 1_000_000, agents: Int = 510) -> Scenario {
    let perMinute = Double(agents) * 100 / 510
    let length = TimeSpan.minutes(contacts / perMinute)
    // As many reporting intervals for every size, so that memory can be compared.
    let interval = TimeSpan(microseconds: length.microseconds / 48 + 1)
    return Scenario(
      name: "erlang-a", horizon: .elapsed(length: length, interval: interval), channels: [Channel(name: "phone")], skills: ["call"],
      contactTypes: [
        ContactType(
          name: "call", skills: [0],
          arrivals: [ArrivalProcess(pattern: .poisson([.init(start: .zero, end: .zero + length, expected: contacts)]))],
          talk: TimedDistribution(ExponentialDistribution(mean: 300)), patience: TimedDistribution(ExponentialDistribution(mean: 120)))
      ],
      groups: [AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .always(count: agents))],
      routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed]),
      targets: [Target(name: "80/20", contactTypes: [0], answerWithin: .seconds(20), goal: 0.8)])
  }

  /// Contacts of A and B expected in each half-hour of `multiSkill`.
  static let arrivals: [[Double]] = [
    [60, 90, 130, 170, 200, 210, 205, 190, 180, 175, 180, 185, 180, 170, 165, 160, 150, 140, 120, 100, 80, 65, 50, 40],
    [40, 60, 85, 110, 130, 140, 135, 125, 115, 110, 115, 120, 118, 112, 108, 105, 98, 90, 78, 65, 52, 42, 32, 25],
  ]

  /// People of each group in each half-hour of `multiSkill`.
  static let staff: [[Int]] = [
    [7, 10, 15, 20, 23, 24, 24, 22, 21, 20, 21, 22, 21, 20, 19, 19, 18, 16, 14, 12, 9, 8, 6, 5],
    [7, 10, 14, 18, 21, 23, 22, 20, 19, 18, 19, 20, 19, 18, 18, 17, 16, 15, 13, 11, 8, 7, 5, 4],
    [10, 13, 18, 23, 26, 28, 27, 25, 24, 23, 24, 25, 24, 23, 22, 22, 20, 19, 17, 14, 12, 10, 8, 7],
  ]

  /// W design over a day of 24 half-hours: two contact types, their specialists, and generalists who are a tenth slower and take type A
  /// first. Surplus agents finish the contact in hand; the last half-hour's staffing goes on until the queue is empty.
  static func multiSkill() -> Scenario {
    let halfHour = TimeSpan.minutes(30)
    func at(_ period: Int) -> SimInstant { SimInstant(microseconds: halfHour.microseconds * Int64(period)) }
    func contact(_ index: Int, _ name: String, talk: Double, patience: Double) -> ContactType {
      ContactType(
        name: name, skills: [index],
        arrivals: [
          ArrivalProcess(
            pattern: .poisson(arrivals[index].enumerated().map { .init(start: at($0), end: at($0 + 1), expected: $1) }))
        ],
        talk: TimedDistribution(ExponentialDistribution(mean: talk)), patience: TimedDistribution(ExponentialDistribution(mean: patience)))
    }
    func group(_ index: Int, _ name: String, _ skills: [AgentGroup.Skill]) -> AgentGroup {
      AgentGroup(
        name: name, skills: skills, presence: .staffing(staff[index].enumerated().map { .init(from: at($0), count: $1) }))
    }
    return Scenario(
      name: "multi-skill", horizon: .elapsed(length: .hours(12), interval: halfHour), channels: [Channel(name: "phone")],
      skills: ["A", "B"],
      contactTypes: [contact(0, "A", talk: 300, patience: 180), contact(1, "B", talk: 420, patience: 300)],
      groups: [
        group(0, "onlyA", [.init(skill: 0, rank: 1)]), group(1, "onlyB", [.init(skill: 1, rank: 1)]),
        group(2, "both", [.init(skill: 0, rank: 2, handle: 1.1), .init(skill: 1, rank: 2, handle: 1.1)]),
      ],
      routing: RoutingPolicy(
        agentForContact: [AgentSkillRank().boxed, LongestIdle().boxed],
        contactForAgent: [TypeOrder(contactTypes: [[], [], [0, 1]]).boxed, LongestWait().boxed]),
      targets: [Target(name: "in 20 s", contactTypes: [0, 1], answerWithin: .seconds(20), goal: 0.8, abandons: .ignoredWithin)])
  }
}
