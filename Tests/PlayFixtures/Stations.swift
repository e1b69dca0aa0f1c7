package import Experiments
package import SimulationCore
package import SupportModel
import SupportPolicies

/// M/M/n and M/M/n+M as scenarios: one kind of call, one desk, one promise of 80 % within 20 s.
package enum Stations {
  /// - Parameters:
  ///   - handle: mean handle time, seconds.
  ///   - patience: mean, seconds; nil: everybody waits for ever.
  ///   - hours: played, of which the first is not counted.
  ///   - absence: of the agents, who are then persons with a shift; nil: they are always there.
  package static func scenario(
    agents: Int, callsPerHour: Double = 100, handle: Double = 180, patience: Double? = nil, hours: Int = 9,
    interval: TimeSpan = .hours(1), absence: Double? = nil
  ) -> Scenario {
    let length = TimeSpan.hours(Double(hours))
    let persons = (0..<agents).map { "agent-\($0)" }
    let shift = AgentGroup.Shift(start: .zero, end: .zero + length + .hours(5))
    return Scenario(
      name: "M/M/\(agents)", horizon: .elapsed(length: length, warmUp: .hours(1), interval: interval),
      channels: [Channel(name: "phone")], skills: ["call"],
      contactTypes: [
        ContactType(
          name: "call", skills: [0],
          arrivals: [
            ArrivalProcess(pattern: .poisson([.init(start: .zero, end: .zero + length, expected: callsPerHour * Double(hours))]))
          ],
          talk: TimedDistribution(ExponentialDistribution(mean: handle)),
          patience: patience.map { TimedDistribution(ExponentialDistribution(mean: $0)) })
      ],
      groups: [
        AgentGroup(
          name: "desk", skills: [.init(skill: 0)],
          presence: absence == nil ? .always(count: agents) : .roster([.init(agents: persons, shift: "day", shifts: [shift])]),
          absence: absence ?? 0, cost: .init(perHour: 20))
      ],
      routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed]),
      targets: [Target(name: "80/20", contactTypes: [0], answerWithin: .seconds(20), goal: 0.8)])
  }

  package static func option(_ scenario: Scenario) -> PairedOption {
    PairedOption(name: scenario.name, compiled: CompiledScenario(scenario))
  }
}
