import SimulationCore

/// Works out for every set of rules of a policy which groups may serve which contact types, in which tier and after which wait.
struct RoutingLinks {
  private let typeCount: Int
  private let groupCount: Int
  /// `pairs[group * typeCount + type]`
  private let pairs: [CompiledRouting.Pair]
  /// By contact type.
  private let priorities: [Int32]
  private let anythingAges: Bool
  /// Wait before the group may take the type, µs, as `pairs`.
  private var after: [Int64]
  /// Agents of the group that stay free for others, as `pairs`.
  private var keep: [Int32]
  /// Contact types each group can serve.
  let skillCounts: [Int32]

  /// Rules after rules, each with all contact types.
  private(set) var groupLinks: [CompiledRouting.Link] = []
  private(set) var rangeOfType: [IndexRange] = []
  /// Rules after rules, each with all groups.
  private(set) var typeLinks: [CompiledRouting.Link] = []
  private(set) var rangeOfGroup: [IndexRange] = []

  init(_ policy: RoutingPolicy, groupCount: Int, pairs: [CompiledRouting.Pair], priorities: [Int32], anythingAges: Bool) {
    let typeCount = priorities.count
    self.typeCount = typeCount
    self.groupCount = groupCount
    self.pairs = pairs
    self.priorities = priorities
    self.anythingAges = anythingAges
    skillCounts = (0..<groupCount).map { group in Int32((0..<typeCount).count { pairs[group * typeCount + $0].canServe }) }
    after = Array(repeating: 0, count: pairs.count)
    keep = Array(repeating: 0, count: pairs.count)
    for rule in policy.overflow {
      for group in rule.groups {
        for type in rule.contactTypes { after[group * typeCount + type] = rule.after.microseconds }
      }
    }
    for rule in policy.reserve {
      for type in 0..<typeCount where !rule.contactTypes.contains(type) {
        keep[rule.group * typeCount + type] = max(keep[rule.group * typeCount + type], Int32(rule.keep))
      }
    }
  }

  /// Waits at which a contact of the type may be taken by more groups, µs, ascending.
  func waits(of type: Int) -> [Int64] {
    let waits = Set((0..<groupCount).filter { canServe($0, type) }.map { after[$0 * typeCount + type] })
    return waits.filter { $0 > 0 }.sorted()
  }

  /// Compiles a pair of lists of criteria: the leading ones of fixed scope become tiers, the others are left to be asked.
  mutating func add(_ agentCriteria: [AnyAgentCriterion], _ contactCriteria: [AnyContactCriterion]) -> CompiledRouting.Rules {
    let leadingAgent = agentCriteria.prefix { $0.scope == .fixed }
    let leadingContact = contactCriteria.prefix { $0.scope == .fixed || ($0.scope == .fixedUnlessAgeing && !anythingAges) }
    for type in 0..<typeCount { linkGroups(of: type, by: leadingAgent) }
    for group in 0..<groupCount { linkTypes(of: group, by: leadingContact) }
    var rules = CompiledRouting.Rules()
    rules.agentCriteria = Array(agentCriteria.dropFirst(leadingAgent.count))
    rules.contactCriteria = Array(contactCriteria.dropFirst(leadingContact.count))
    rules.contactDraw = rules.contactCriteria.firstIndex { $0.scope == .random } ?? rules.contactCriteria.count
    rules.agentFast = rules.agentCriteria.count == 1 && rules.agentCriteria[0].scope == .arrivalOrder ? .arrivalOrder : .general
    rules.contactFast = rules.contactCriteria.count == 1 && rules.contactCriteria[0].scope == .arrivalOrder ? .arrivalOrder : .general
    return rules
  }

  private mutating func linkGroups(of type: Int, by criteria: ArraySlice<AnyAgentCriterion>) {
    let candidates = (0..<groupCount).filter { canServe($0, type) }.map { group in
      let (agent, contact) = views(group, type)
      return (other: group, scores: criteria.map { $0.score(agent: agent, contact: contact, now: 0) })
    }
    let first = groupLinks.count
    for (group, tier) in RoutingLinks.tiers(candidates) { groupLinks.append(link(group, type, other: group, tier: tier)) }
    rangeOfType.append(IndexRange(first, groupLinks.count))
  }

  private mutating func linkTypes(of group: Int, by criteria: ArraySlice<AnyContactCriterion>) {
    let candidates = (0..<typeCount).filter { canServe(group, $0) }.map { type in
      let (_, contact) = views(group, type)
      return (other: type, scores: criteria.map { $0.score(contact: contact, agentGroup: Int32(group), now: 0) })
    }
    let first = typeLinks.count
    for (type, tier) in RoutingLinks.tiers(candidates) { typeLinks.append(link(group, type, other: type, tier: tier)) }
    rangeOfGroup.append(IndexRange(first, typeLinks.count))
  }

  private func canServe(_ group: Int, _ type: Int) -> Bool { pairs[group * typeCount + type].canServe }

  private func link(_ group: Int, _ type: Int, other: Int, tier: Int) -> CompiledRouting.Link {
    let pair = group * typeCount + type
    return CompiledRouting.Link(other: Int32(other), tier: Int32(tier), after: after[pair], keep: keep[pair])
  }

  /// An idle agent of the group and a contact of the type that has just come, for criteria that look at nothing else.
  private func views(_ group: Int, _ type: Int) -> (AgentView, ContactView) {
    let pair = pairs[group * typeCount + type]
    let agent = AgentView(
      agent: -1, group: Int32(group), idleSince: 0, busyTime: 0, onDutyTime: 0, rank: pair.rank, skillCount: skillCounts[group],
      handleFactor: pair.handleFactor, freeCapacity: 1)
    let contact = ContactView(
      contactType: Int32(type), priority: Double(priorities[type]), queuedAt: 0, due: 0,
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
