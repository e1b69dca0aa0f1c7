import SimulationCore

/// Who serves whom, with every score that cannot change worked out beforehand.
///
/// The leading criteria of scope `.fixed` become *tiers*: for each contact type the groups, for each group the contact types, sorted by
/// those scores. At a decision the first tier with anybody in it decides; only the criteria after the leading ones are asked then.
package struct CompiledRouting: Sendable {
  /// A group that can serve a contact type, or the other way round.
  package struct Link: Sendable, BitwiseCopyable {
    /// The group (in a queue's list) or the queue (in a group's list).
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
    /// Of contacts the one that is due first, then longest waiting.
    case dueOrder
    /// Of agents by their free capacity, then longest idle, then lowest id.
    case capacityThenArrival
  }

  package struct Rules: Sendable {
    var agentCriteria: [AnyAgentCriterion] = []
    /// Those that tell apart who idles: nothing is in hand, so that all of them are equally free.
    var idleCriteria: [AnyAgentCriterion] = []
    var contactCriteria: [AnyContactCriterion] = []
    var agentFast: Fast = .general
    /// The same among idle ones and those with something in hand.
    var busyFast: Fast = .general
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
  /// The same by queue: `queuePairs[group * queueCount + queue]`.
  let queuePairs: [Pair]
  /// Contact types each group can serve.
  package let skillCounts: [Int32]
  /// The ordinary rules, then one for each entry of the schedule.
  package let rules: [Rules]
  /// Groups for each queue: `groupLinks[rangeOfQueue[rules * queueCount + queue]]`.
  package let groupLinks: [Link]
  package let rangeOfQueue: [IndexRange]
  /// Queues for each group: `queueLinks[rangeOfGroup[rules * groupCount + group]]`.
  package let queueLinks: [Link]
  package let rangeOfGroup: [IndexRange]
  /// By queue.
  package let ageing: [Ageing]
  /// Waits at which a contact of a queue may be taken by more groups, µs, ascending: `stages[rangeOfStages[queue]]`.
  package let stages: [Int64]
  package let rangeOfStages: [IndexRange]
  /// Instants at which other rules begin to rule, in order.
  package let switches: [(at: Int64, rules: Int)]
  let queueCount: Int
  /// By queue: contacts of several priorities may wait there.
  let variesPriority: [Bool]

  init(_ scenario: Scenario, types: CompiledTypes, _ queues: CompiledQueues) {
    let policy = scenario.routing
    let typeCount = scenario.contactTypes.count
    queueCount = queues.entries.count
    let pairs = CompiledRouting.pairs(scenario, types)
    self.pairs = pairs
    queuePairs = scenario.groups.indices.flatMap { group in
      queues.entries.map { entry in
        if entry.group < 0 { return pairs[group * typeCount + Int(entry.type)] }
        return Pair(canServe: Int(entry.group) == group, rank: 1, handleFactor: 1, expectedHandle: entry.expectedHandle)
      }
    }
    let ageingOfTypes = CompiledRouting.ageing(policy, typeCount)
    ageing = queues.entries.map { ageingOfTypes[Int($0.type)] }
    let variesPriority = scenario.variesPriority
    self.variesPriority = queues.entries.map { variesPriority[Int($0.type)] }
    var links = RoutingLinks(
      policy, queues, groupCount: scenario.groups.count, pairs: queuePairs, priorities: types.claims.map { $0.priority },
      anythingAges: ageing.contains { $0.every > 0 } || variesPriority.contains(true),
      takesOne: !scenario.hasSharedAgents && !scenario.hasTrays)
    skillCounts = links.skillCounts
    var stages: [Int64] = []
    rangeOfStages = queues.entries.indices.map { queue in
      let first = stages.count
      stages += links.waits(in: queue)
      return IndexRange(first, stages.count)
    }
    self.stages = stages
    var rules = [links.add(policy.agentForContact, policy.contactForAgent)]
    for entry in policy.schedule {
      rules.append(links.add(entry.agentForContact ?? policy.agentForContact, entry.contactForAgent ?? policy.contactForAgent))
    }
    self.rules = rules
    groupLinks = links.groupLinks
    rangeOfQueue = links.rangeOfQueue
    queueLinks = links.queueLinks
    rangeOfGroup = links.rangeOfGroup
    switches = CompiledRouting.switches(policy.schedule.map { scenario.calendars[$0.calendar].hours.stretches })
  }

  private static func pairs(_ scenario: Scenario, _ types: CompiledTypes) -> [Pair] {
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
    return pairs
  }

  /// By contact type; the last rule that names a type holds.
  private static func ageing(_ policy: RoutingPolicy, _ typeCount: Int) -> [Ageing] {
    var ageing = Array(repeating: Ageing(every: 0, raise: 0), count: typeCount)
    for rule in policy.ageing {
      for type in rule.contactTypes { ageing[type] = Ageing(every: rule.every.microseconds, raise: Int32(rule.raise)) }
    }
    return ageing
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
