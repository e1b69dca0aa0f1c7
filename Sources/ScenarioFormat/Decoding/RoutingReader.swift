import SimulationCore
import SupportModel
import SupportPolicies

/// Reads the routing policy, inline or from its own file.
struct RoutingReader {
  let decoding: Decoding
  let selectors: SelectorReader

  /// Without a policy: those who do it best, generalists last, fairly; the most urgent, in order.
  static func standard(shared: Bool) -> RoutingPolicy {
    RoutingPolicy(agentForContact: standardAgentCriteria(shared: shared), contactForAgent: standardContactCriteria)
  }

  /// Where agents hold several contacts at once, whoever has more room comes first.
  static func standardAgentNames(shared: Bool) -> [String] {
    ["skill-rank", "fewest-skills"] + (shared ? ["most-free-capacity"] : []) + ["longest-idle"]
  }
  static let standardContactNames = ["priority", "longest-wait"]

  private static func standardAgentCriteria(shared: Bool) -> [AnyAgentCriterion] {
    standardAgentNames(shared: shared).compactMap { name in
      AgentCriterionCatalog.all.first { $0.name == name && $0.parameters == .none }?.make(.none)
    }
  }

  private static var standardContactCriteria: [AnyContactCriterion] {
    standardContactNames.compactMap { name in
      ContactCriterionCatalog.all.first { $0.name == name && $0.parameters == .none }?.make(.none)
    }
  }

  func read(_ field: Field) -> RoutingPolicy? {
    if let name = field.node.scalar {
      let path = decoding.documents.reader.resolve(name, namedIn: field.place)
      guard let root = decoding.documents.parseFile(path, namedAt: field.place) else { return nil }
      return policy(Field(node: root.withoutNulls, path: field.path))
    }
    return policy(field)
  }

  private func policy(_ field: Field) -> RoutingPolicy? {
    guard let section = Section(field, .routing, decoding) else { return nil }
    let criteria = CriterionReader(decoding: decoding)
    var policy = Self.standard(shared: decoding.hasSharedAgents)
    if let field = section["agent-for-contact"] { policy.agentForContact = criteria.agentCriteria(field) ?? [] }
    if let field = section["contact-for-agent"] { policy.contactForAgent = criteria.contactCriteria(field) ?? [] }
    policy.overflow = rules(section, "overflow", .overflow, overflow)
    policy.reserve = rules(section, "reserve", .reserve, reserve)
    policy.ageing = rules(section, "ageing", .ageing, ageing)
    policy.schedule = rules(section, "schedule", .scheduled) { scheduled($0, criteria) }
    if let field = section["affinity"] { policy.affinity = affinities(field) }
    decoding.escalations = section["escalate-on-target"]
    policy.queueAt = section.word("queue-at", RoutingPolicy.QueueAt.self)
    return policy
  }

  private func rules<Rule>(_ section: Section, _ key: String, _ table: KeyTable, _ read: (Section) -> Rule?) -> [Rule] {
    guard let field = section[key] else { return [] }
    return (decoding.items(field, .list(.section(table))) ?? []).compactMap { Section($0, table, decoding).flatMap(read) }
  }

  private func overflow(_ section: Section) -> RoutingPolicy.Overflow? {
    let types = section["contacts"].flatMap(selectors.read)?.types
    let after = section.duration("after")
    let groups = section["to"].flatMap { field in
      decoding.all(field, .oneOrMany(.name(of: "agent group")), orOne: true) {
        decoding.reference($0, in: decoding.names.groups, "agent group")
      }
    }
    guard let types, let after, let groups else { return nil }
    return .init(contactTypes: types, after: after, groups: groups)
  }

  private func affinities(_ field: Field) -> [RoutingPolicy.Affinity] {
    let items = field.node.map != nil ? [field] : decoding.items(field, .oneOrMany(.section(.affinity))) ?? []
    return items.compactMap { item in
      guard let section = Section(item, .affinity, decoding) else { return nil }
      let types = section["contacts"].flatMap(selectors.read)?.types
      guard let types, let span = section.positiveDuration("prefer-last-agent-for") else { return nil }
      checkPeople(types, at: section["contacts"] ?? section.field)
      return .init(contactTypes: types, preferLastAgentFor: span)
    }
  }

  /// A contact cannot come back to one of so many people who are not told apart: nobody knows who of them is there.
  private func checkPeople(_ types: [Int], at field: Field) {
    let contacts = selectors.contacts
    for type in types where contacts.indices.contains(type) {
      let able = decoding.staffedByCount.filter { $0.canServe(contacts[type]) }
      guard let group = able.first else { continue }
      decoding.report(
        "`\(contacts[type].name)` waits for the agent of its last touch, and the people of `\(group.name)` are a count from hour to hour",
        expected: "a `roster` for that group, or a `count` that is always there, so that somebody can be the last agent", at: field)
      return
    }
  }

  private func reserve(_ section: Section) -> RoutingPolicy.Reserve? {
    let group = section["group"].flatMap { decoding.reference($0, in: decoding.names.groups, "agent group") }
    let keep = section.count("keep")
    let types = section["for"].flatMap(selectors.read)?.types
    guard let group, let keep, let types else { return nil }
    return .init(group: group, keep: keep, contactTypes: types)
  }

  private func ageing(_ section: Section) -> RoutingPolicy.Ageing? {
    let types = section["contacts"].flatMap(selectors.read)?.types
    let raise = section.integer("raise")
    let every = section.positiveDuration("every")
    guard let types, let raise, let every else { return nil }
    return .init(contactTypes: types, raise: raise, every: every)
  }

  private func scheduled(_ section: Section, _ criteria: CriterionReader) -> RoutingPolicy.Scheduled? {
    let calendar = section["when"].flatMap(decoding.calendar)
    let agents = section["agent-for-contact"].map(criteria.agentCriteria)
    let contacts = section["contact-for-agent"].map(criteria.contactCriteria)
    if section.field.node["agent-for-contact"] == nil, section.field.node["contact-for-agent"] == nil {
      decoding.report(
        "the schedule entry changes nothing", expected: "`agent-for-contact`, `contact-for-agent` or both", at: section.field)
    }
    guard let calendar else { return nil }
    return .init(calendar: calendar, agentForContact: agents ?? nil, contactForAgent: contacts ?? nil)
  }
}
