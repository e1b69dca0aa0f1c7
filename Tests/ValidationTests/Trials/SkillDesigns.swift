import SupportModel
import SupportPolicies

extension SkillTrials {
  /// The routing rules are prose in the cases; here they are criteria. Prose that nobody has translated stops the test.
  static func design(_ entry: ValidationCase) -> Design {
    switch entry.params["design"]?.string {
    case "N": designN(entry)
    case "W": designW(entry.params)
    case "X": designX(entry.params)
    case "inverted-V": invertedV(entry.params)
    default: hunt(entry.params)
    }
  }

  /// Class 1 may be served by both groups, class 2 by the second only.
  private static func designN(_ entry: ValidationCase) -> Design {
    let params = entry.params
    let common = params["mu"]!.number
    func rate(_ key: String) -> Double { common ?? params["mu"]![key]!.number! }
    precondition((params["reserve_G2_for_class2"]?.number ?? 0) == 0, "a reserve is not translated")
    let order = params["g2_queue_priority"]?.numbers.map { $0.map { Int($0) - 1 } } ?? [1, 0]
    let agents: [AnyAgentCriterion] =
      switch entry.id {
      case "N6_LIA": [LongestIdle().boxed]
      case "N7_random_idle": [RandomAgent().boxed]
      default: [GroupOrder(groups: [[0, 1], [1]]).boxed, LongestIdle().boxed]
      }
    return Design(
      arrivalRates: params["lambda"]!.numbers!, abandonment: params["theta"]!.numbers!, groupSizes: sizes(params),
      serviceRates: [[rate("1@G1"), rate("1@G2")], [nil, rate("2@G2")]], agentForContact: agents,
      contactForAgent: [TypeOrder(contactTypes: [[0], order]).boxed, LongestWait().boxed])
  }

  /// A group of specialists for each class, and a third for both.
  private static func designW(_ params: JSONValue) -> Design {
    func rate(_ key: String) -> Double { params["mu"]![key]!.number! }
    let rule = params["routing_rule"]!.string!
    // Equal lengths go to queue 1: type order, not whoever waited longer.
    let first = TypeOrder(contactTypes: [[0], [1], [0, 1]]).boxed
    let contacts: [AnyContactCriterion] =
      rule.hasSuffix("queue 1 if non-empty, else queue 2")
      ? [first, LongestWait().boxed] : [LongestQueue().boxed, first, LongestWait().boxed]
    precondition(contacts.count == 2 || rule.hasSuffix("the longer queue (tie -> queue 1)"), rule)
    return Design(
      arrivalRates: params["lambda"]!.numbers!, abandonment: params["theta"]!.numbers!, groupSizes: sizes(params),
      serviceRates: [[rate("1@G1"), nil, rate("1@G3")], [nil, rate("2@G2"), rate("2@G3")]],
      agentForContact: [GroupOrder(groups: [[0, 2], [1, 2]]).boxed, LongestIdle().boxed], contactForAgent: contacts)
  }

  /// Two classes, two groups, everybody can do both; own class and own group first.
  private static func designX(_ params: JSONValue) -> Design {
    Design(
      arrivalRates: params["lambda"]!.numbers!, abandonment: params["theta"]!.numbers!, groupSizes: sizes(params),
      serviceRates: params["mu_class_group"]!.items!.map { $0.numbers!.map { $0 } },
      agentForContact: [GroupOrder(groups: [[0, 1], [1, 0]]).boxed, LongestIdle().boxed],
      contactForAgent: [TypeOrder(contactTypes: [[0, 1], [1, 0]]).boxed, LongestWait().boxed])
  }

  /// One class, a fast and a slow group.
  private static func invertedV(_ params: JSONValue) -> Design {
    let rule = params["agent_selection"]!.string!
    let agents: [AnyAgentCriterion]
    switch rule {
    case "agent idle for the longest time over both groups": agents = [LongestIdle().boxed]
    case "any idle G1 agent, else G2": agents = [Fastest().boxed, LongestIdle().boxed]
    case "any idle G2 agent, else G1": agents = [GroupOrder(groups: [[1, 0]]).boxed, LongestIdle().boxed]
    case "uniformly random idle agent": agents = [RandomAgent().boxed]
    // A tie between groups goes to the lowest id, which is group 1.
    case "group with more idle agents (tie -> G1)": agents = [MostIdleGroup().boxed]
    default: fatalError("no criterion for: \(rule)")
    }
    return Design(
      arrivalRates: [params["lambda"]!.number!], abandonment: [params["theta"]!.number!], groupSizes: sizes(params),
      serviceRates: [params["mu_group"]!.numbers!.map { $0 }], agentForContact: agents, contactForAgent: [LongestWait().boxed])
  }

  /// No criterion at all: ties go to the lowest-numbered idle agent.
  private static func hunt(_ params: JSONValue) -> Design {
    precondition(params["agent_selection"]!.string! == "lowest-numbered idle agent (linear hunt)")
    return Design(
      arrivalRates: [params["lambda"]!.number!], abandonment: [params["theta"]!.number!], groupSizes: [Int(params["agents"]!.number!)],
      serviceRates: [[params["mu"]!.number!]], agentForContact: [], contactForAgent: [LongestWait().boxed])
  }

  private static func sizes(_ params: JSONValue) -> [Int] { params["group_sizes"]!.numbers!.map { Int($0) } }
}
