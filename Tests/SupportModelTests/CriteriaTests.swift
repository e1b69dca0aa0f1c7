import SupportPolicies
import Testing

@testable import SupportModel

/// The order in which each criterion takes agents and contacts; the lowest score is first.
@Suite struct CriteriaTests {
  private static let minute: Int64 = 60_000_000

  private func agent(
    _ id: Int32 = 0, group: Int32 = 0, idleSince: Int64 = 0, busy: Int64 = 0, onDuty: Int64 = 0, rank: Int32 = 1, skills: Int32 = 1,
    factor: Double = 1, free: Double = 1
  ) -> AgentView {
    AgentView(
      agent: id, group: group, idleSince: idleSince, busyTime: busy, onDutyTime: onDuty, rank: rank, skillCount: skills,
      handleFactor: factor, freeCapacity: free)
  }

  private func contact(
    _ type: Int32 = 0, priority: Double = 0, queuedAt: Int64 = 0, due: Int64 = .max, timeLeft: Double = .infinity, handle: Double = 300,
    rank: Int32 = 1, queue: Int32 = 1, last: Int32 = -1
  ) -> ContactView {
    ContactView(
      contactType: type, priority: priority, queuedAt: queuedAt, due: due, timeLeft: timeLeft, expectedHandle: handle, rank: rank,
      queueLength: queue, lastAgent: last)
  }

  private func agentCriterion(_ name: String, _ parameters: CriterionParameters = .none) throws -> AnyAgentCriterion {
    try #require(AgentCriterionCatalog.all.first { $0.name == name }).make(parameters)
  }

  private func contactCriterion(_ name: String, _ parameters: CriterionParameters = .none) throws -> AnyContactCriterion {
    try #require(ContactCriterionCatalog.all.first { $0.name == name }).make(parameters)
  }

  /// Positions of the agents in the order the criterion takes them; ties stay in place.
  private func order(
    _ name: String, with parameters: CriterionParameters = .none, _ agents: [AgentView], for contact: ContactView, now: Int64 = 0
  ) throws -> [Int] {
    let criterion = try agentCriterion(name, parameters)
    let scores = agents.map { criterion.score(agent: $0, contact: contact, now: now) }
    return agents.indices.sorted { (scores[$0], $0) < (scores[$1], $1) }
  }

  /// Positions of the contacts in the order the criterion takes them; ties stay in place.
  private func order(
    _ name: String, with parameters: CriterionParameters = .none, _ contacts: [ContactView], group: Int32 = 0, now: Int64 = 0
  ) throws -> [Int] {
    let criterion = try contactCriterion(name, parameters)
    let scores = contacts.map { criterion.score(contact: $0, agentGroup: group, now: now) }
    return contacts.indices.sorted { (scores[$0], $0) < (scores[$1], $1) }
  }

  // MARK: The catalogues

  @Test func `Both catalogues hold the documented names, each once`() {
    #expect(
      AgentCriterionCatalog.all.map(\.name) == [
        "longest-idle", "least-occupied", "fewest-skills", "skill-rank", "fastest", "most-free-capacity", "least-free-capacity",
        "most-idle-group", "group-order", "last-agent", "random",
      ])
    #expect(
      ContactCriterionCatalog.all.map(\.name) == [
        "priority", "longest-wait", "earliest-due", "least-slack", "time-left-share", "weighted-wait", "shortest-job", "c-mu",
        "longest-queue", "skill-rank", "type-order", "random",
      ])
  }

  @Test func `Every example names its criterion and shows its parameters`() {
    for (name, help, example, parameters) in AgentCriterionCatalog.all.map({ ($0.name, $0.help, $0.example, $0.parameters) })
      + ContactCriterionCatalog.all.map({ ($0.name, $0.help, $0.example, $0.parameters) })
    {
      #expect(!help.isEmpty)
      #expect(parameters == .none ? example == name : example.hasPrefix("{\(name): {"), "\(name)")
    }
  }

  @Test func `Only random criteria have the random scope, and they tie everyone`() throws {
    for family in AgentCriterionCatalog.all {
      let isRandom = if case .random = family.make(.none).scope { true } else { false }
      #expect(isRandom == (family.name == "random"))
    }
    for family in ContactCriterionCatalog.all {
      let isRandom = if case .random = family.make(.none).scope { true } else { false }
      #expect(isRandom == (family.name == "random"))
    }
    #expect(try order("random", [agent(1, busy: 9), agent(0)], for: contact()) == [0, 1])
    #expect(try order("random", [contact(1, priority: 9), contact(0)]) == [0, 1])
  }

  @Test func `Criteria with the fixed scope do not look at the moment`() throws {
    for family in AgentCriterionCatalog.all {
      let criterion = family.make(.none)
      guard case .fixed = criterion.scope else { continue }
      let early = criterion.score(agent: agent(1), contact: contact(), now: 0)
      let late = criterion.score(
        agent: agent(2, idleSince: 5, busy: 7, onDuty: 9, free: 0.5), contact: contact(queuedAt: 4, due: 8, queue: 3, last: 2), now: 10)
      #expect(early == late, "\(family.name)")
    }
    for family in ContactCriterionCatalog.all {
      let criterion = family.make(.none)
      guard case .fixed = criterion.scope else { continue }
      let early = criterion.score(contact: contact(), agentGroup: 0, now: 0)
      let late = criterion.score(contact: contact(queuedAt: 4, due: 8, queue: 3, last: 2), agentGroup: 0, now: 10)
      #expect(early == late, "\(family.name)")
    }
  }

  // MARK: Which agent takes this contact

  @Test func `longest-idle takes whoever fell idle first`() throws {
    #expect(try order("longest-idle", [agent(idleSince: 30), agent(idleSince: -5), agent(idleSince: 10)], for: contact()) == [1, 2, 0])
  }

  @Test func `least-occupied compares shares, and one who just began comes first`() throws {
    let agents = [agent(busy: 50, onDuty: 100), agent(busy: 60, onDuty: 200), agent(busy: 0, onDuty: 0)]
    #expect(try order("least-occupied", agents, for: contact()) == [2, 1, 0])
  }

  @Test func `fewest-skills keeps generalists free`() throws {
    #expect(try order("fewest-skills", [agent(skills: 4), agent(skills: 1), agent(skills: 2)], for: contact()) == [1, 2, 0])
  }

  @Test func `skill-rank takes the agent ranked best for the contact type`() throws {
    #expect(try order("skill-rank", [agent(rank: 2), agent(rank: 1), agent(rank: 3)], for: contact()) == [1, 0, 2])
  }

  @Test func `fastest takes the lowest multiplier on handle time`() throws {
    #expect(try order("fastest", [agent(factor: 1.15), agent(factor: 1), agent(factor: 0.9)], for: contact()) == [2, 1, 0])
  }

  @Test func `most-free-capacity takes an idle agent before one with a chat`() throws {
    #expect(try order("most-free-capacity", [agent(free: 1.0 / 3), agent(free: 1), agent(free: 2.0 / 3)], for: contact()) == [1, 2, 0])
  }

  @Test func `most-idle-group takes an agent of the group with the most idle`() throws {
    let groups: [Int32] = [2, 5, 3]
    let agents = groups.enumerated().map { index, idle in
      var agent = agent(Int32(index), group: Int32(index))
      agent.idleInGroup = idle
      return agent
    }
    #expect(try order("most-idle-group", agents, for: contact()) == [1, 2, 0])
  }

  @Test func `group-order follows the list of the contact type, the others come after`() throws {
    let agents = [agent(group: 0), agent(group: 1), agent(group: 2), agent(group: 3)]
    let lists = CriterionParameters.groupsByContactType([[2, 0], [], [1]])
    #expect(try order("group-order", with: lists, agents, for: contact(0)) == [2, 0, 1, 3])
    #expect(try order("group-order", with: lists, agents, for: contact(1)) == [0, 1, 2, 3])
    #expect(try order("group-order", with: lists, agents, for: contact(2)) == [1, 0, 2, 3])
    #expect(try order("group-order", with: lists, agents, for: contact(7)) == [0, 1, 2, 3])
  }

  @Test func `last-agent brings the customer back to the same agent`() throws {
    #expect(try order("last-agent", [agent(4), agent(7), agent(9)], for: contact(last: 7)) == [1, 0, 2])
    #expect(try order("last-agent", [agent(4), agent(7), agent(9)], for: contact()) == [0, 1, 2])
  }

  // MARK: Which contact this agent takes

  @Test func `priority takes the highest number first`() throws {
    #expect(try order("priority", [contact(priority: 1), contact(priority: 3), contact(priority: 2)]) == [1, 2, 0])
  }

  @Test func `longest-wait takes whoever queued first`() throws {
    #expect(try order("longest-wait", [contact(queuedAt: 30), contact(queuedAt: -5), contact(queuedAt: 10)], now: 40) == [1, 2, 0])
  }

  @Test func `earliest-due takes the nearest deadline, no target last`() throws {
    #expect(try order("earliest-due", [contact(), contact(due: 90), contact(due: 20)], now: 40) == [2, 1, 0])
  }

  @Test func `least-slack allows for the time the work will take`() throws {
    // Due in 10 min with 8 min of work: 2 min to spare. Due in 5 min with 1 min of work: 4 min to spare. Late by 1 min.
    let contacts = [
      contact(due: 10 * Self.minute, handle: 480), contact(due: 5 * Self.minute, handle: 60), contact(handle: 1),
      contact(due: -Self.minute, handle: 60),
    ]
    #expect(try order("least-slack", contacts) == [3, 0, 1, 2])
  }

  @Test func `time-left-share weighs long and short promises alike, and what is overdrawn goes first`() throws {
    // 60 of 90 min, 15 of 20 min, overdrawn by 10 s and by 30 s, no promise.
    let contacts = [(60, 90), (15, 20), (-10, 600), (-30, 6_000)].map {
      contact(timeLeft: ContactView.timeLeft($0 * 1_000_000, of: $1 * 1_000_000))
    }
    #expect(try order("time-left-share", contacts + [contact()]) == [3, 2, 0, 1, 4])
    #expect(ContactView.timeLeft(0, of: 0) == 0 && ContactView.timeLeft(60, of: 90) == 60.0 / 90)
  }

  @Test func `weighted-wait multiplies, and a type without weight has weight 1`() throws {
    let contacts = [contact(0, queuedAt: 50), contact(1, queuedAt: 0), contact(2, queuedAt: 10)]
    // At 100: waits 50, 100, 90; weighted 150, 80, 90.
    #expect(try order("weighted-wait", with: .weights([3, 0.8]), contacts, now: 100) == [0, 2, 1])
    #expect(try order("weighted-wait", contacts, now: 100) == [1, 2, 0])
  }

  @Test func `weighted-wait with weights of cost over handle time is the generalised c-mu rule`() throws {
    // Quadratic costs with rates 6 and 2 per hour of wait, handle times of 10 and 2 minutes: c·w·μ = 0.6 w against 1 w.
    let contacts = [contact(0, queuedAt: 0), contact(1, queuedAt: 30)]
    #expect(try order("weighted-wait", with: .weights([6.0 / 10, 2.0 / 2]), contacts, now: 100) == [1, 0])
    #expect(try order("weighted-wait", with: .weights([6.0 / 10, 2.0 / 2]), contacts, now: 60) == [0, 1])
  }

  @Test func `shortest-job takes the quickest work`() throws {
    #expect(try order("shortest-job", [contact(handle: 300), contact(handle: 60), contact(handle: 900)]) == [1, 0, 2])
  }

  @Test func `c-mu weighs cost against handle time`() throws {
    let contacts = [contact(0, handle: 300), contact(1, handle: 60), contact(2, handle: 120), contact(3, handle: 0)]
    // 6/300 = 0.02, 1/60 = 0.017, 1/120 = 0.008, and a weight of zero comes last even for work that takes no time.
    #expect(try order("c-mu", with: .weights([6, 1, 1, 0]), contacts) == [0, 1, 2, 3])
    #expect(try order("c-mu", contacts) == [3, 1, 2, 0])
  }

  @Test func `longest-queue serves the longest line`() throws {
    #expect(try order("longest-queue", [contact(queue: 3), contact(queue: 12), contact(queue: 5)]) == [1, 2, 0])
  }

  @Test func `skill-rank takes what the group does best`() throws {
    #expect(try order("skill-rank", [contact(rank: 2), contact(rank: 3), contact(rank: 1)]) == [2, 0, 1])
  }

  @Test func `type-order follows the list of the group, the others come after`() throws {
    let contacts = [contact(0), contact(1), contact(2)]
    let lists = CriterionParameters.contactTypesByGroup([[1, 2], []])
    #expect(try order("type-order", with: lists, contacts, group: 0) == [1, 2, 0])
    #expect(try order("type-order", with: lists, contacts, group: 1) == [0, 1, 2])
    #expect(try order("type-order", with: lists, contacts, group: 5) == [0, 1, 2])
  }
}
