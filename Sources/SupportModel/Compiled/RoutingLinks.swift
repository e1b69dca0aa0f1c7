import SimulationCore

/// Works out for every set of rules of a policy which groups may take from which queues, in which tier and after which wait.
struct RoutingLinks {
  private let queues: [CompiledQueues.Entry]
  private var queueCount: Int { queues.count }
  private let groupCount: Int
  /// `pairs[group * queueCount + queue]`
  private let pairs: [CompiledRouting.Pair]
  /// By contact type.
  private let priorities: [Int32]
  private let anythingAges: Bool
  /// Nobody takes more than one contact at a time.
  private let takesOne: Bool
  /// Wait before the group may take from the queue, µs, as `pairs`.
  private var after: [Int64]
  /// Agents of the group that stay free for others, as `pairs`.
  private var keep: [Int32]
  /// Contact types each group can serve.
  let skillCounts: [Int32]

  /// Rules after rules, each with all queues.
  private(set) var groupLinks: [CompiledRouting.Link] = []
  private(set) var rangeOfQueue: [IndexRange] = []
  /// Rules after rules, each with all groups.
  private(set) var queueLinks: [CompiledRouting.Link] = []
  private(set) var rangeOfGroup: [IndexRange] = []

  init(
    _ policy: RoutingPolicy, _ queues: CompiledQueues, groupCount: Int, pairs: [CompiledRouting.Pair], priorities: [Int32],
    anythingAges: Bool, takesOne: Bool
  ) {
    self.queues = queues.entries
    let queueCount = queues.entries.count
    self.groupCount = groupCount
    self.pairs = pairs
    self.priorities = priorities
    self.anythingAges = anythingAges
    self.takesOne = takesOne
    skillCounts = (0..<groupCount).map { group in Int32((0..<queues.typeCount).count { pairs[group * queueCount + $0].canServe }) }
    after = Array(repeating: 0, count: pairs.count)
    keep = Array(repeating: 0, count: pairs.count)
    for rule in policy.overflow {
      for group in rule.groups {
        for type in rule.contactTypes { after[group * queueCount + type] = rule.after.microseconds }
      }
    }
    for rule in policy.reserve {
      for (queue, entry) in queues.entries.enumerated() where !rule.contactTypes.contains(Int(entry.type)) {
        keep[rule.group * queueCount + queue] = max(keep[rule.group * queueCount + queue], Int32(rule.keep))
      }
    }
  }

  /// Waits at which a contact of the queue may be taken by more groups, µs, ascending.
  func waits(in queue: Int) -> [Int64] {
    let waits = Set((0..<groupCount).filter { canServe($0, queue) }.map { after[$0 * queueCount + queue] })
    return waits.filter { $0 > 0 }.sorted()
  }

  /// Compiles a pair of lists of criteria: the leading ones of fixed scope become tiers, the others are left to be asked.
  mutating func add(_ agentCriteria: [AnyAgentCriterion], _ contactCriteria: [AnyContactCriterion]) -> CompiledRouting.Rules {
    // Where each takes one contact all idle agents are equally free.
    let agentCriteria = agentCriteria.filter { !takesOne || $0.scope != .capacity }
    let leadingAgent = agentCriteria.prefix { $0.scope == .fixed }
    let leadingContact = contactCriteria.prefix { $0.scope == .fixed || ($0.scope == .fixedUnlessAgeing && !anythingAges) }
    for queue in 0..<queueCount { linkGroups(to: queue, by: leadingAgent) }
    for group in 0..<groupCount { linkQueues(to: group, by: leadingContact) }
    var rules = CompiledRouting.Rules()
    rules.agentCriteria = Array(agentCriteria.dropFirst(leadingAgent.count))
    rules.contactCriteria = Array(contactCriteria.dropFirst(leadingContact.count))
    rules.contactDraw = rules.contactCriteria.firstIndex { $0.scope == .random } ?? rules.contactCriteria.count
    rules.idleCriteria = rules.agentCriteria.filter { $0.scope != .capacity }
    rules.agentFast = rules.idleCriteria.count == 1 && rules.idleCriteria[0].scope == .arrivalOrder ? .arrivalOrder : .general
    let (agentScopes, contactScopes) = (rules.agentCriteria.map { $0.scope }, rules.contactCriteria.map { $0.scope })
    rules.busyFast = agentScopes == [.capacity, .arrivalOrder] ? .capacityThenArrival : .general
    switch contactScopes {
    case [.arrivalOrder]: rules.contactFast = .arrivalOrder
    case [.dueOrder]: rules.contactFast = .dueOrder
    default: rules.contactFast = .general
    }
    return rules
  }

  private mutating func linkGroups(to queue: Int, by criteria: ArraySlice<AnyAgentCriterion>) {
    let candidates = (0..<groupCount).filter { canServe($0, queue) }.map { group in
      let (agent, contact) = views(group, queue)
      return (other: group, scores: criteria.map { $0.score(agent: agent, contact: contact, now: 0) })
    }
    let first = groupLinks.count
    for (group, tier) in RoutingLinks.tiers(candidates) { groupLinks.append(link(group, queue, other: group, tier: tier)) }
    rangeOfQueue.append(IndexRange(first, groupLinks.count))
  }

  private mutating func linkQueues(to group: Int, by criteria: ArraySlice<AnyContactCriterion>) {
    let candidates = (0..<queueCount).filter { canServe(group, $0) }.map { queue in
      let (_, contact) = views(group, queue)
      return (other: queue, scores: criteria.map { $0.score(contact: contact, agentGroup: Int32(group), now: 0) })
    }
    let first = queueLinks.count
    for (queue, tier) in RoutingLinks.tiers(candidates) { queueLinks.append(link(group, queue, other: queue, tier: tier)) }
    rangeOfGroup.append(IndexRange(first, queueLinks.count))
  }

  private func canServe(_ group: Int, _ queue: Int) -> Bool { pairs[group * queueCount + queue].canServe }

  private func link(_ group: Int, _ queue: Int, other: Int, tier: Int) -> CompiledRouting.Link {
    let pair = group * queueCount + queue
    return CompiledRouting.Link(other: Int32(other), tier: Int32(tier), after: after[pair], keep: keep[pair])
  }

  /// An idle agent of the group and a contact of the queue that has just come, for criteria that look at nothing else.
  private func views(_ group: Int, _ queue: Int) -> (AgentView, ContactView) {
    let pair = pairs[group * queueCount + queue]
    let agent = AgentView(
      agent: -1, group: Int32(group), idleSince: 0, busyTime: 0, onDutyTime: 0, rank: pair.rank, skillCount: skillCounts[group],
      handleFactor: pair.handleFactor, freeCapacity: 1)
    let type = queues[queue].type
    let contact = ContactView(
      contactType: type, priority: Double(priorities[Int(type)]), queuedAt: 0, due: 0,
      expectedHandle: pair.expectedHandle, rank: pair.rank, queueLength: 1, lastAgent: -1)
    return (agent, contact)
  }

  /// Sorted by their scores, then by id; those of equal scores share a tier.
  private static func tiers(_ candidates: [(other: Int, scores: [Double])]) -> [(other: Int, tier: Int)] {
    let sorted = candidates.sorted { a, b in
      a.scores == b.scores ? a.other < b.other : a.scores.lexicographicallyPrecedes(b.scores)
    }
    var tier = -1
    var previous: [Double]? = nil
    return sorted.map { candidate in
      if previous != candidate.scores { tier += 1 }
      previous = candidate.scores
      return (candidate.other, tier)
    }
  }
}
