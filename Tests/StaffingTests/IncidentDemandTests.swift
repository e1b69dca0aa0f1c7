import SimulationCore
import SupportModel
import SupportPolicies
import Testing

@testable import Staffing

/// The work that an incident is expected to bring.
@Suite struct IncidentDemandTests {
  @Test func `Who is only told that an incident is known is little work, and whom its end does not solve comes then`() {
    var type = ContactType(name: "mail", skills: [0], talk: TimedDistribution(ConstantDistribution(300)))
    type.arrivals = []
    var event = DemandEvent(
      name: "outage", occurrence: .once(at: .zero + .hours(2)), extra: [.init(contactType: 0, expected: 1_000)],
      shape: CurveShape(every: .hours(1), weights: [1]))
    var scenario = Scenario(
      name: "outage", horizon: .elapsed(length: .hours(8), interval: .hours(1)), skills: ["mail"], contactTypes: [type],
      groups: [AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .always(count: 20))],
      routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed]))
    scenario.demandEvents = [event]
    let plain = ExpectedDemand(scenario).counts[0]
    #expect(abs(plain[2] - 1_000) < 1e-9 && plain.reduce(0, +) == plain[2])
    event.incident = .init(lasts: ConstantDistribution(2.5 * 3_600), acknowledge: ConstantDistribution(30), solvesTogether: 0.9)
    scenario.demandEvents = [event]
    let counts = ExpectedDemand(scenario).counts[0]
    // A tenth of the work each in the first hour, and a tenth of the contacts when it is over.
    #expect(abs(counts[2] - 100) < 1e-6 && abs(counts[4] - 100) < 1e-6, "\(counts)")
    #expect(abs(counts.reduce(0, +) - 200) < 1e-6)
  }
}
