import Experiments
import Histories
import Studies
import SupportModel
import Testing

/// Why a gate failed is said from what was played, and from nothing else.
@Suite struct GateExplanationTests {
  @Test func `what got worse is traced to who pays for it`() throws {
    let gates = "{metric: wait-p90, for: a, not-worse-by: 5s}, {metric: service-level, target: All, at-least: 99%}"
    let result = try GateExperimentTests.gate(
      try GateExperimentTests.mirrored("a", "b", gates: gates), try GateExperimentTests.mirrored("b", "a", gates: gates), seed: 12,
      budget: 400)
    #expect(result.verdict(of: 0) == .fail && result.verdict(of: 1) == .fail)
    let change = try #require(result.changes.first)
    let worst = try #require(change.places.first)
    #expect(worst.part == .contact("a") && worst.isWorse)
    #expect(change.places.contains { $0.part == .contact("b") && $0.isBetter })
    #expect(!change.times.isEmpty && change.times.allSatisfy { ($0.estimate.difference ?? 0) > 0 })
    let contacts = try #require(change.contacts)
    #expect(contacts.waitedLonger > contacts.waitedShorter)
    #expect(contacts.lost.allSatisfy { $0.contactType == 0 && $0.extraWait > 0 })
    #expect(contacts.gained.allSatisfy { $0.extraWait < 0 })
    #expect(contacts.lost.map(\.extraWait) == contacts.lost.map(\.extraWait).sorted(by: >))
    // Someone took b at the very instant when a would have been taken.
    let decision = try #require(change.decisions.first { if case .contact(1, _, $0.time) = $0.instead { true } else { false } })
    #expect(decision.contact.contactType == 0)
    guard case .otherContact(_, _, let took, let would)? = change.firstDifference else {
      Issue.record("\(String(describing: change.firstDifference))")
      return
    }
    #expect(took == 1 && would == 0)
  }

  /// The numbers of an explanation are those of the logs.
  @Test func `the explanation says what the logs say`() throws {
    let gates = "{metric: wait-p90, for: a, not-worse-by: 5s}"
    let one = try GateExperimentTests.mirrored("a", "b", gates: gates)
    let other = try GateExperimentTests.mirrored("b", "a", gates: gates)
    let result = try GateExperimentTests.gate(one, other, seed: 13, budget: 400)
    let change = try #require(result.changes.first)
    let replication = try #require(change.replication)
    func rows(_ scenario: Scenario) throws -> [ContactRow] {
      var simulation = Simulation(CompiledScenario(scenario))
      _ = try simulation.play(replication: replication, seed: 13, observing: .contacts)
      return simulation.contactRows
    }
    let (before, after) = (try rows(one), try rows(other))
    for contact in try #require(change.contacts).lost {
      for (fate, log) in [(contact.before, before), (contact.after, after)] {
        let row = try #require(log.first { $0.contactType == 0 && $0.arrivedAt == contact.arrivedAt })
        #expect(row.contact == fate.number && row.outcome == fate.outcome && row.answeredAt == fate.answeredAt)
        let left = row.answeredAt >= 0 ? row.answeredAt : row.endedAt
        #expect(fate.waited == (row.queuedAt < 0 ? 0 : left - row.queuedAt))
      }
    }
  }

  /// More of the same customers: each is compared with itself, and nothing is blamed on a decision that a new arrival time explains.
  @Test func `where demand differs the explanation pairs customers by their number and says so`() throws {
    func scenario(_ rate: Int) throws -> Scenario {
      try GateExperimentTests.scenario(
        """
        muster: 1
        horizon: {length: 2h}
        contacts:
          a: {arrivals: {rate: \(rate)/h}, talk: {exponential: {mean: 4m}}, patience: {exponential: {mean: 3m}}}
          b: {arrivals: {rate: 36/h}, talk: {exponential: {mean: 4m}}, patience: {exponential: {mean: 3m}}}
        agents: {desk: {count: 5, skills: [a, b]}}
        routing: {contact-for-agent: [longest-wait]}
        targets: [{name: A, for: a, answer: 30s, goal: 80%}, {name: B, for: b, answer: 30s, goal: 80%}]
        gates: [{metric: service-level, target: A, not-worse-by: 1%}, {metric: service-level, target: B, not-worse-by: 1%}]
        """)
    }
    let result = try GateExperimentTests.gate(try scenario(36), try scenario(54), seed: 14, budget: 400)
    #expect(result.changes.count == 2)
    let more = try #require(result.changes[0].contacts)
    #expect(more.pairs > 40 && more.moved == more.pairs && more.onlyAfter > 10 && more.onlyBefore == 0)
    #expect(more.lost.allSatisfy { $0.isMoved && $0.arrivedAt < $0.arrivedBefore })
    #expect(result.changes[0].decisions.isEmpty)
    // The other type's customers are the same at the same times.
    let same = try #require(result.changes[1].contacts)
    #expect(same.pairs > 40 && !same.demandDiffers && same.waitedLonger > 0)
    for change in result.changes {
      guard case .otherArrival? = change.firstDifference else {
        Issue.record("\(String(describing: change.firstDifference))")
        continue
      }
    }
    // What the gate is about comes first, then the other target.
    #expect(result.changes.map { $0.places.map(\.part) } == [[.contact("a"), .target("B")], [.contact("b"), .target("A")]])
  }
}
