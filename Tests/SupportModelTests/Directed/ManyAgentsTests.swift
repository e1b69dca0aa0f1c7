import SimulationCore
import SupportPolicies
import Testing

@testable import SupportModel

/// A decision among 20,000 idle agents looks at a few of them, whatever the criterion. Counted, not timed.
@Suite struct ManyAgentsTests {
  private static let agents = 20_000

  /// Asks another criterion and counts how often.
  private struct Counting: AgentCriterion {
    let asked: Counter
    let criterion: AnyAgentCriterion
    var scope: CriterionScope { criterion.scope }

    func score(agent: AgentView, contact: ContactView, now: Int64) -> Double {
      asked.count += 1
      return criterion.score(agent: agent, contact: contact, now: now)
    }
  }

  /// Of one play on one thread.
  private final class Counter: @unchecked Sendable { var count = 0 }

  private func scenario(_ criteria: [AnyAgentCriterion]) -> Scenario {
    var type = By.calls(at: [], talk: 0)
    type.arrivals = [By.poisson(expected: 2_000, over: 3_600)]
    type.talk = TimedDistribution(ExponentialDistribution(mean: 360))
    let routing = RoutingPolicy(agentForContact: criteria, contactForAgent: By.fifo.contactForAgent)
    return By.hour([type], [By.desk(Self.agents / 2), By.desk(Self.agents / 2, name: "other")], routing: routing)
  }

  @Test(arguments: AgentCriterionCatalog.all.map(\.name))
  func `a decision asks a criterion about a few agents`(_ name: String) throws {
    let family = try #require(AgentCriterionCatalog.all.first { $0.name == name })
    for others in [[], [LongestIdle().boxed]] where name != "random" || others.isEmpty {
      let counter = Counter()
      let criterion = Counting(asked: counter, criterion: family.make(.none)).boxed
      let play = try Play(scenario([criterion] + others), observing: [])
      let offered = Int(play.contacts().offered)
      #expect(offered > 1_500)
      #expect(counter.count <= offered * 300, "\(name): \(counter.count) for \(offered) contacts")
    }
  }

  @Test(arguments: AgentCriterionCatalog.all.map(\.name))
  func `the choice is that of a look at everybody`(_ name: String) throws {
    /// The same scores, of a kind that the loop knows nothing about.
    struct Unknown: AgentCriterion {
      let criterion: AnyAgentCriterion
      var scope: CriterionScope { .dynamic }

      func score(agent: AgentView, contact: ContactView, now: Int64) -> Double {
        criterion.score(agent: agent, contact: contact, now: now)
      }
    }
    let family = try #require(AgentCriterionCatalog.all.first { $0.name == name })
    let criterion = family.make(.none)
    if case .random = criterion.scope { return }
    for rest in [[], [LeastOccupied().boxed], [LongestIdle().boxed]] {
      var known = scenario([criterion] + rest)
      known.groups = [By.desk(40), By.desk(60, name: "other")]
      var unknown = known
      unknown.routing.agentForContact = ([criterion] + rest).map { Unknown(criterion: $0).boxed }
      #expect(try Play(known).rows.map(\.agent) == Play(unknown).rows.map(\.agent))
    }
  }
}
