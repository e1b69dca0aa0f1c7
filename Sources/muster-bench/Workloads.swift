import SimulationCore
import SupportModel
import SupportPolicies

/// The benchmark scenarios, built directly as values so that no file format is in the way.
enum Workloads {
  /// M/M/n+M: Poisson arrivals, exponential talk of 5 minutes, exponential patience of 2 minutes, first come first served. The default is
  /// the reference workload: 100 arrivals a minute, 510 agents, a horizon in which a million contacts are expected.
  static func erlangA(contacts: Double = 1_000_000, agents: Int = 510, perMinute: Double = 100) -> Scenario {
    let length = TimeSpan.minutes(contacts / perMinute)
    // Reporting intervals of at most 1,344, as the loader would choose.
    var interval = TimeSpan.minutes(30)
    while length.microseconds / interval.microseconds > 1_344 { interval = TimeSpan(microseconds: interval.microseconds * 2) }
    return Scenario(
      name: "erlang-a", horizon: .elapsed(length: length, interval: interval),
      channels: [Channel(name: "phone")], skills: ["call"],
      contactTypes: [
        ContactType(
          name: "call", skills: [0],
          arrivals: [
            ArrivalProcess(pattern: .poisson([.init(start: .zero, end: .zero + length, expected: contacts)]))
          ],
          talk: TimedDistribution(ExponentialDistribution(mean: 300)),
          patience: TimedDistribution(ExponentialDistribution(mean: 120)))
      ],
      groups: [AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .always(count: agents))],
      routing: RoutingPolicy(agentForContact: [LongestIdle()], contactForAgent: [LongestWait()]),
      targets: [Target(name: "80/20", contactTypes: [0], answerWithin: .seconds(20), goal: 0.8)])
  }
}
