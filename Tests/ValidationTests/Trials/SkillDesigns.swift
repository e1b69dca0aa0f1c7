import SupportModel
import SupportPolicies

extension SkillTrials {
  /// The routing rules are prose in the cases; here they are criteria, found by the words that tell one rule from another.
  static func design(_ entry: ValidationCase) throws -> Design {
    let params = entry.params
    switch params["design"]?.string {
    case "N": return try designN(params)
    case "W": return try designW(params)
    case "inverted-V": return try invertedV(params)
    case nil where params["agents"] != nil: return try hunt(params)
    default: return try ownFirst(params)
    }
  }

  /// Class 1 may be served by both groups, class 2 by the second only.
  private static func designN(_ params: JSONValue) throws -> Design {
    let common = params["mu"]?.number
    func rate(_ key: String) throws -> Double { try common ?? params.number("mu", key) }
    let order = params["g2_queue_priority"]?.numbers.map { $0.map { Int($0) - 1 } } ?? [1, 0]
    var design = try Design(
      params, serviceRates: [[rate("1@G1"), rate("1@G2")], [nil, rate("2@G2")]],
      agentForContact: agents(params) ?? [GroupOrder(groups: [[0, 1], [1]]).boxed, LongestIdle().boxed],
      contactForAgent: [TypeOrder(contactTypes: [[0], order]).boxed, LongestWait().boxed])
    let reserve = Int(params["reserve_G2_for_class2"]?.number ?? 0)
    if reserve > 0 { design.reserve = [.init(group: 1, keep: reserve, contactTypes: [1])] }
    return design
  }

  /// A group of specialists for each class, and a third for both.
  private static func designW(_ params: JSONValue) throws -> Design {
    func rate(_ key: String) throws -> Double { try params["mu"]?.number ?? params.number("mu", key) }
    let rule = try params.string("routing_rule")
    // Equal lengths go to the queue named first: type order, not whoever waited longer.
    let order = rule.contains("queue 2 if non-empty, else queue 1") || rule.contains("tie -> queue 2") ? [1, 0] : [0, 1]
    let first = TypeOrder(contactTypes: [[0], [1], order]).boxed
    let contacts: [AnyContactCriterion]
    if rule.contains("the longer queue") {
      contacts = [LongestQueue().boxed, first, LongestWait().boxed]
    } else if rule.contains("if non-empty, else queue") {
      contacts = [first, LongestWait().boxed]
    } else {
      guard let others = contactsByWait(rule) else { throw CaseProblem("no criterion for: \(rule)") }
      contacts = others
    }
    return try Design(
      params, serviceRates: [[rate("1@G1"), nil, rate("1@G3")], [nil, rate("2@G2"), rate("2@G3")]],
      agentForContact: [GroupOrder(groups: [[0, 2], [1, 2]]).boxed, LongestIdle().boxed], contactForAgent: contacts)
  }

  /// X, rings and the like: class k goes to its own group k, then to the next that can; a group takes its own queue, then the next it can.
  /// Who can is what has a service rate: a matrix `mu_class_group`, or `mu` by `"1@G2"`; a ring with one rate serves its own class and the next.
  private static func ownFirst(_ params: JSONValue) throws -> Design {
    let classes = try params.numbers("lambda").count
    let groups = try sizes(params).count
    let rates: [[Double?]]
    if let matrix = params["mu_class_group"]?.items {
      rates = matrix.map { row in (row.items ?? []).map { $0.number.flatMap { $0 > 0 ? $0 : nil } } }
    } else if let members = params["mu"]?.members, !members.isEmpty {
      rates = (1...classes).map { type in (1...groups).map { members["\(type)@G\($0)"]?.number } }
    } else {
      let common = try params.number("mu")
      let isRing = params["design"]?.string?.lowercased().contains("ring") == true
      try CaseProblem.require(isRing && classes == groups, "nothing says who can serve whom: \(params)")
      let skills = Int(params["skills_per_group"]?.number ?? 2)
      rates = (0..<classes).map { type in (0..<groups).map { (type - $0 + classes) % classes < skills ? common : nil } }
    }
    try CaseProblem.require(rates.count == classes && rates.allSatisfy { $0.count == groups }, "rates do not fit classes and groups")
    let groupOrders = (0..<classes).map { type in (0..<groups).map { (type + $0) % groups }.filter { rates[type][$0] != nil } }
    let typeOrders = (0..<groups).map { group in (0..<classes).map { (group + $0) % classes }.filter { rates[$0][group] != nil } }
    let rule = params["routing_rule"]?.string ?? ""
    return try Design(
      params, serviceRates: rates, agentForContact: agents(params) ?? [GroupOrder(groups: groupOrders).boxed, LongestIdle().boxed],
      contactForAgent: contactsByWait(rule) ?? [TypeOrder(contactTypes: typeOrders).boxed, LongestWait().boxed])
  }

  /// One class, several groups that differ in speed.
  private static func invertedV(_ params: JSONValue) throws -> Design {
    let rule = try params.string("agent_selection")
    guard let agents = try agents(params) else { throw CaseProblem("no criterion for: \(rule)") }
    return try Design(params, serviceRates: [params.numbers("mu_group")], agentForContact: agents, contactForAgent: [LongestWait().boxed])
  }

  /// No criterion at all: ties go to the lowest-numbered idle agent.
  private static func hunt(_ params: JSONValue) throws -> Design {
    let rule = try params.string("agent_selection")
    let agents: [AnyAgentCriterion]
    if rule.contains("lowest-numbered") {
      agents = []
    } else {
      guard let others = try self.agents(params) else { throw CaseProblem("no criterion for: \(rule)") }
      agents = others
    }
    return try Design(
      params, groupSizes: [Int(params.number("agents"))], serviceRates: [[params.number("mu")]], agentForContact: agents,
      contactForAgent: [LongestWait().boxed])
  }

  /// Which idle agent, by the words of the case; nil where they say nothing beside the order of groups.
  private static func agents(_ params: JSONValue) throws -> [AnyAgentCriterion]? {
    let rule = params["agent_selection"]?.string ?? params["routing_rule"]?.string ?? ""
    if rule.contains("random") { return [RandomAgent().boxed] }
    // A tie between groups goes to the lowest id, which is group 1.
    if rule.contains("more idle agents") { return [MostIdleGroup().boxed] }
    if let first = rule.firstMatch(of: /any idle G(\d+) agent, else/), let group = Int(first.1) {
      let groups = try sizes(params).indices
      let order = [group - 1] + groups.filter { $0 != group - 1 }
      return [GroupOrder(groups: try classRates(params).map { _ in order }).boxed, LongestIdle().boxed]
    }
    if rule.contains("idle for the longest") || rule.contains("longest-idle") { return [LongestIdle().boxed] }
    return nil
  }

  /// Whoever waited longest over all queues, where the words say so.
  private static func contactsByWait(_ rule: String) -> [AnyContactCriterion]? {
    rule.contains("longest-waiting") || rule.contains("oldest") ? [LongestWait().boxed] : nil
  }

  static func sizes(_ params: JSONValue) throws -> [Int] { try params.numbers("group_sizes").map { Int($0) } }

  /// A number of each class, or the one there is.
  static func classRates(_ params: JSONValue, _ key: String = "lambda") throws -> [Double] {
    if let one = params[key]?.number { return [one] }
    return try params.numbers(key)
  }
}

extension SkillTrials.Design {
  /// Arrival and abandonment rates, and the sizes of the groups, as every case names them.
  init(
    _ params: JSONValue, groupSizes: [Int]? = nil, serviceRates: [[Double?]], agentForContact: [AnyAgentCriterion],
    contactForAgent: [AnyContactCriterion]
  ) throws {
    arrivalRates = try SkillTrials.classRates(params)
    abandonment = try SkillTrials.classRates(params, "theta")
    if abandonment.count == 1 { abandonment = arrivalRates.map { [abandonment] _ in abandonment[0] } }
    self.groupSizes = try groupSizes ?? SkillTrials.sizes(params)
    self.serviceRates = serviceRates
    self.agentForContact = agentForContact
    self.contactForAgent = contactForAgent
  }
}
