import SimulationCore

/// Who serves whom, with every score that cannot change worked out beforehand.
///
/// The leading criteria of scope `.fixed` become *tiers*: for each contact type the groups, for each group the contact types, sorted by
/// those scores. At a decision the first tier with anybody in it decides; only the criteria after the leading ones are asked then.
package struct CompiledRouting: Sendable {
  /// A group that can serve a contact type, or the other way round.
  package struct Link: Sendable, BitwiseCopyable {
    /// The group (in a type's list) or the contact type (in a group's list).
    var other: Int32
    /// Position of its tier; links are sorted by it, then by `other`.
    var tier: Int32
    /// Must have waited this long, µs.
    var after: Int64
    /// More than so many agents of the group must be idle (the deciding one included).
    var keep: Int32
  }

  /// How a decision is made among those of one tier.
  package enum Fast: UInt8, Sendable, BitwiseCopyable {
    /// Ask the criteria one after the other.
    case general
    /// Longest idle or longest waiting, then lowest id.
    case arrivalOrder
  }

  package struct Rules: Sendable {
    var agentCriteria: [AnyAgentCriterion] = []
    var contactCriteria: [AnyContactCriterion] = []
    var agentFast: Fast = .general
    var contactFast: Fast = .general
    /// Place of `random` among `contactCriteria`, or their number.
    var contactDraw = 0
  }

  /// What is fixed about one group serving one contact type.
  package struct Pair: Sendable, BitwiseCopyable {
    package var canServe: Bool
    package var rank: Int32
    package var handleFactor: Double
    /// Mean handle time of this type by this group, seconds.
    package var expectedHandle: Double
  }

  package struct Ageing: Sendable, BitwiseCopyable {
    /// 0: does not age.
    var every: Int64
    var raise: Int32
  }

  /// `pairs[group * typeCount + type]`
  package let pairs: [Pair]
  /// Contact types each group can serve.
  package let skillCounts: [Int32]
  /// The ordinary rules, then one for each entry of the schedule.
  package let rules: [Rules]
  /// Groups for each contact type: `groupLinks[rangeOfType[rules * typeCount + type]]`.
  package let groupLinks: [Link]
  package let rangeOfType: [IndexRange]
  /// Contact types for each group: `typeLinks[rangeOfGroup[rules * groupCount + group]]`.
  package let typeLinks: [Link]
  package let rangeOfGroup: [IndexRange]
  /// By contact type.
  package let ageing: [Ageing]
  /// Waits at which a contact of a type may be taken by more groups, µs, ascending: `stages[rangeOfStages[type]]`.
  package let stages: [Int64]
  package let rangeOfStages: [IndexRange]
  /// Instants at which other rules begin to rule, in order.
  package let switches: [(at: Int64, rules: Int)]
  let typeCount: Int

  init(_ scenario: Scenario, types: CompiledTypes) {
    let typeCount = scenario.contactTypes.count
    let groupCount = scenario.groups.count
    self.typeCount = typeCount
    let policy = scenario.routing

    var pairs: [Pair] = []
    for group in scenario.groups {
      for (index, type) in scenario.contactTypes.enumerated() {
        let match = group.match(type)
        let handle = match?.handle ?? 1
        pairs.append(
          Pair(
            canServe: match != nil, rank: Int32(match?.rank ?? 1), handleFactor: handle,
            expectedHandle: types.claims[index].expectedHandle * handle))
      }
    }
    self.pairs = pairs
    let skillCounts = (0..<groupCount).map { group in
      Int32((0..<typeCount).count { pairs[group * typeCount + $0].canServe })
    }
    self.skillCounts = skillCounts

    var ageing = Array(repeating: Ageing(every: 0, raise: 0), count: typeCount)
    for rule in policy.ageing {
      for type in rule.contactTypes { ageing[type] = Ageing(every: rule.every.microseconds, raise: Int32(rule.raise)) }
    }
    self.ageing = ageing
    let anythingAges = ageing.contains { $0.every > 0 }

    var after = Array(repeating: Int64(0), count: groupCount * typeCount)
    for rule in policy.overflow {
      for group in rule.groups {
        for type in rule.contactTypes { after[group * typeCount + type] = rule.after.microseconds }
      }
    }
    var keep = Array(repeating: Int32(0), count: groupCount * typeCount)
    for rule in policy.reserve {
      for type in 0..<typeCount where !rule.contactTypes.contains(type) {
        keep[rule.group * typeCount + type] = max(keep[rule.group * typeCount + type], Int32(rule.keep))
      }
    }

    var stages: [Int64] = []
    rangeOfStages = (0..<typeCount).map { type in
      let waits = Set((0..<groupCount).filter { pairs[$0 * typeCount + type].canServe }.map { after[$0 * typeCount + type] })
      let first = stages.count
      stages.append(contentsOf: waits.filter { $0 > 0 }.sorted())
      return IndexRange(first, stages.count)
    }
    self.stages = stages

    var groupLinks: [Link] = []
    var rangeOfType: [IndexRange] = []
    var typeLinks: [Link] = []
    var rangeOfGroup: [IndexRange] = []

    func compile(_ agentCriteria: [AnyAgentCriterion], _ contactCriteria: [AnyContactCriterion]) -> Rules {
      var rules = Rules()
      let leadingAgent = agentCriteria.prefix { $0.scope == .fixed }
      let leadingContact = contactCriteria.prefix { $0.scope == .fixed || ($0.scope == .fixedUnlessAgeing && !anythingAges) }
      rules.agentCriteria = Array(agentCriteria.dropFirst(leadingAgent.count))
      rules.contactCriteria = Array(contactCriteria.dropFirst(leadingContact.count))
      rules.contactDraw = rules.contactCriteria.firstIndex { $0.scope == .random } ?? rules.contactCriteria.count
      rules.agentFast = rules.agentCriteria.count == 1 && rules.agentCriteria[0].scope == .arrivalOrder ? .arrivalOrder : .general
      rules.contactFast = rules.contactCriteria.count == 1 && rules.contactCriteria[0].scope == .arrivalOrder ? .arrivalOrder : .general

      func views(_ group: Int, _ type: Int) -> (AgentView, ContactView) {
        let pair = pairs[group * typeCount + type]
        let agent = AgentView(
          agent: -1, group: Int32(group), idleSince: 0, busyTime: 0, onDutyTime: 0, rank: pair.rank, skillCount: skillCounts[group],
          handleFactor: pair.handleFactor, freeCapacity: 1)
        let contact = ContactView(
          contactType: Int32(type), priority: Double(types.claims[type].priority), queuedAt: 0, due: 0,
          expectedHandle: pair.expectedHandle, rank: pair.rank, queueLength: 1, lastAgent: -1)
        return (agent, contact)
      }
      func tiers(_ candidates: [(other: Int, scores: [Double])], _ link: (Int, Int) -> Link) -> [Link] {
        let sorted = candidates.sorted { a, b in
          a.scores == b.scores ? a.other < b.other : a.scores.lexicographicallyPrecedes(b.scores)
        }
        var tier = -1
        var previous: [Double]? = nil
        return sorted.map { candidate in
          if previous != candidate.scores { tier += 1 }
          previous = candidate.scores
          return link(candidate.other, tier)
        }
      }
      for type in 0..<typeCount {
        let candidates = (0..<groupCount).filter { pairs[$0 * typeCount + type].canServe }.map { group in
          let (agent, contact) = views(group, type)
          return (other: group, scores: leadingAgent.map { $0.score(agent: agent, contact: contact, now: 0) })
        }
        let first = groupLinks.count
        groupLinks += tiers(candidates) { group, tier in
          Link(
            other: Int32(group), tier: Int32(tier), after: after[group * typeCount + type], keep: keep[group * typeCount + type])
        }
        rangeOfType.append(IndexRange(first, groupLinks.count))
      }
      for group in 0..<groupCount {
        let candidates = (0..<typeCount).filter { pairs[group * typeCount + $0].canServe }.map { type in
          let (_, contact) = views(group, type)
          return (other: type, scores: leadingContact.map { $0.score(contact: contact, agentGroup: Int32(group), now: 0) })
        }
        let first = typeLinks.count
        typeLinks += tiers(candidates) { type, tier in
          Link(
            other: Int32(type), tier: Int32(tier), after: after[group * typeCount + type], keep: keep[group * typeCount + type])
        }
        rangeOfGroup.append(IndexRange(first, typeLinks.count))
      }
      return rules
    }

    var rules = [compile(policy.agentForContact, policy.contactForAgent)]
    for entry in policy.schedule {
      rules.append(compile(entry.agentForContact ?? policy.agentForContact, entry.contactForAgent ?? policy.contactForAgent))
    }
    self.rules = rules
    self.groupLinks = groupLinks
    self.rangeOfType = rangeOfType
    self.typeLinks = typeLinks
    self.rangeOfGroup = rangeOfGroup
    switches = CompiledRouting.switches(policy.schedule.map { scenario.calendars[$0.calendar].hours.stretches })
  }

  /// The instants at which the ruling entry changes; entry 0 rules where no window is open, and before the first instant.
  private static func switches(_ schedule: [Stretches]) -> [(at: Int64, rules: Int)] {
    let edges = Set(schedule.flatMap { $0.ranges.flatMap { [$0.lowerBound.microseconds, $0.upperBound.microseconds] } })
    var result: [(at: Int64, rules: Int)] = []
    for edge in edges.sorted() {
      let instant = SimInstant(microseconds: edge)
      let ruling = schedule.firstIndex { $0.contains(instant) }.map { $0 + 1 } ?? 0
      if (result.last?.rules ?? 0) != ruling { result.append((edge, ruling)) }
    }
    return result
  }
}
