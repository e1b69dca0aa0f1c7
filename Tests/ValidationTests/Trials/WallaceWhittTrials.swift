import SimulationCore
import SupportModel
import SupportPolicies

/// D2: Wallace and Whitt's balanced example. With all skills for everybody it is M/M/90/120; with fewer the people form a ring: as many with
/// each type as their first skill, the others in order after it.
enum WallaceWhittTrials {
  static func trial(_ entry: ValidationCase) throws -> Trial {
    let clock = ModelClock(unit: 60)
    let params = entry.params
    let types = try Int(params.number("types"))
    let agents = try Int(params.number("agents"))
    let skills = try Int(params.number("skills_per_agent"))
    let service = try params.number("mean_service_min")
    let rate = try params.number("lambda_each_per_min")
    let places = try Int(params.number("extra_waiting_spaces"))
    try CaseProblem.require((1...types).contains(skills) && agents >= types, "\(skills) skills of \(types) for \(agents) agents")
    let total = rate * Double(types)
    let steady = SteadyState(
      clock, relaxation: SteadyState.relaxation(service: service, servers: agents, load: total * service / Double(agents), variability: 2),
      contactRate: total)

    var sheet = TrialSheet(entry)
    sheet.offerContacts(clock: clock, measured: steady.measured)
    sheet.offerPeople(clock, measured: steady.measured)
    let unit = clock.unit * 1e6
    sheet.offer("mean_wait_accepted_min") { Sample(Double($0.contacts().waitAll) / unit, per: Double($0.contacts().accepted)) }
    let threshold = sheet.paths.lazy.compactMap { $0.firstMatch(of: /^p_wait_le_([0-9.]+)min_of_accepted$/) }.first
    if let threshold { sheet.offer(String(threshold.0)) { Sample($0.target(0).answeredWithin, per: $0.target(0).accepted) } }
    let all = Array(0..<types)
    let within = threshold.flatMap { Double($0.1) } ?? 0.5
    return try sheet.trial(
      Scenario(
        name: entry.id, horizon: steady.horizon, channels: [Channel(name: "phone")], skills: all.map { "skill\($0 + 1)" },
        contactTypes: all.map { type in
          ContactType(
            name: "call\(type + 1)", skills: [type], arrivals: clock.poisson(rate: rate, until: steady.horizon.length),
            talk: TimedDistribution(clock.exponential(rate: 1 / service)))
        },
        sharedLimits: [SharedLimit(contactTypes: all, waiting: places)],
        groups: skills == types ? [group("desk", all, agents)] : ring(types: types, skills: skills, agents: agents),
        routing: RoutingPolicy(
          agentForContact: [AgentSkillRank().boxed, LongestIdle().boxed],
          contactForAgent: skills == types ? [LongestWait().boxed] : [ContactSkillRank().boxed, LongestWait().boxed]),
        targets: [Target(name: "in time", contactTypes: all, answerWithin: clock.span(within), goal: 0.8)]))
  }

  private static func group(_ name: String, _ skills: [Int], _ count: Int) -> AgentGroup {
    AgentGroup(name: name, skills: skills.map { .init(skill: $0) }, presence: .always(count: count))
  }

  /// One group for each first skill, which ranks before the others; what does not divide goes to the first groups.
  private static func ring(types: Int, skills: Int, agents: Int) -> [AgentGroup] {
    (0..<types).map { first in
      let own = (0..<skills).map { AgentGroup.Skill(skill: (first + $0) % types, rank: $0 == 0 ? 1 : 2) }
      let count = agents / types + (first < agents % types ? 1 : 0)
      return AgentGroup(name: "first skill \(first + 1)", skills: own, presence: .always(count: count))
    }
  }
}
