import SimulationCore
import SupportModel
import SupportPolicies
import Testing

@testable import Staffing

/// The work that is expected where contacts go on in other types, and where touches are approved.
@Suite struct MoveStaffingTests {
  private static func scenario() -> Scenario {
    let end = SimInstant(microseconds: 8 * 3_600_000_000)
    var types = ["front", "network"].enumerated().map { index, name in
      ContactType(name: name, skills: [index], talk: TimedDistribution(ExponentialDistribution(mean: index == 0 ? 360 : 1_200)))
    }
    types[0].arrivals = [ArrivalProcess(pattern: .poisson([.init(start: .zero, end: end, expected: 800)]))]
    types[0].moves = [Move(shares: [0.2], to: 1)]
    types[1].moves = [Move(shares: [0.25], to: 0)]
    let groups = ["tier1", "tier2", "boss"].enumerated().map { index, name in
      AgentGroup(name: name, skills: index < 2 ? [.init(skill: index)] : [], presence: .always(count: 20))
    }
    return Scenario(
      name: "tiers", horizon: .elapsed(length: .hours(8), interval: .hours(1)), skills: ["front", "network"], contactTypes: types,
      groups: groups, routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed]))
  }

  @Test func `Legs are expected of every type, those that come back included`() {
    let scenario = Self.scenario()
    let touches = ExpectedTouches(scenario, ExpectedDemand(scenario))
    let sums = touches.first.map { $0.reduce(0, +) }
    // 1 ÷ (1 − 0.2 · 0.25) legs in front of each contact, a fifth of them in network; what hardly anybody comes to is left out.
    #expect(abs(sums[0] - 800 / 0.95) < 3 && abs(sums[1] - 160 / 0.95) < 1, "\(sums)")
  }

  @Test func `Legs that come later are expected later`() {
    var scenario = Self.scenario()
    scenario.contactTypes[0].moves[0].delay = ConstantDistribution(3_600).boxed
    let touches = ExpectedTouches(scenario, ExpectedDemand(scenario))
    // A fifth of 100 an hour, and of those who come back from there.
    #expect(touches.first[1][0] == 0 && abs(touches.first[1][3] - 20 / 0.95) < 0.5, "\(touches.first[1])")
  }

  @Test func `Touches that are approved go nowhere else, and are asked of those who approve`() {
    var scenario = Self.scenario()
    scenario.contactTypes[0].approval = Approval(shares: [0.3], by: 2, takes: ConstantDistribution(180).boxed, agent: .waits)
    scenario.contactTypes[1].moves = []
    let touches = ExpectedTouches(scenario, ExpectedDemand(scenario))
    #expect(abs(touches.asked[0].reduce(0, +) - 240) < 1e-6)
    let moved: Double = 800 * 0.7 * 0.2
    #expect(abs(touches.first[1].reduce(0, +) - moved) < 1e-6)
    let course = scenario.expectedCourses { $0.pieces[0].distribution.mean }[0]
    #expect(abs(course.moves[0] - 0.14) < 1e-9)
  }
}
