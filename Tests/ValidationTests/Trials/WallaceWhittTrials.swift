import SimulationCore
import SupportModel
import SupportPolicies

/// D2: Wallace and Whitt's balanced example with all skills for everybody, which is M/M/90/120.
enum WallaceWhittTrials {
  static func trial(_ entry: ValidationCase) -> Trial {
    let clock = ModelClock(unit: 60)
    let params = entry.params
    let types = Int(params["types"]!.number!)
    let agents = Int(params["agents"]!.number!)
    let service = params["mean_service_min"]!.number!
    let rate = params["lambda_each_per_min"]!.number!
    precondition(Int(params["skills_per_agent"]!.number!) == types)
    let total = rate * Double(types)
    let steady = SteadyState(
      clock, relaxation: SteadyState.relaxation(service: service, servers: agents, load: total * service / Double(agents), variability: 2),
      contactRate: total)

    var sheet = TrialSheet(entry)
    sheet.offerContacts(clock: clock, measured: steady.measured)
    sheet.offerPeople(clock, measured: steady.measured)
    let unit = clock.unit * 1e6
    sheet.offer("mean_wait_accepted_min") { Sample(Double($0.contacts().waitAll) / unit, per: Double($0.contacts().accepted)) }
    sheet.offer("p_wait_le_0.5min_of_accepted") { Sample($0.target(0).answeredWithin, per: $0.target(0).accepted) }
    let all = Array(0..<types)
    return sheet.trial(
      Scenario(
        name: entry.id, horizon: steady.horizon, channels: [Channel(name: "phone")], skills: all.map { "skill\($0 + 1)" },
        contactTypes: all.map { type in
          ContactType(
            name: "call\(type + 1)", skills: [type], arrivals: clock.poisson(rate: rate, until: steady.horizon.length),
            talk: TimedDistribution(clock.exponential(rate: 1 / service)))
        },
        sharedLimits: [SharedLimit(contactTypes: all, waiting: Int(params["extra_waiting_spaces"]!.number!))],
        groups: [AgentGroup(name: "desk", skills: all.map { .init(skill: $0) }, presence: .always(count: agents))],
        routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed]),
        targets: [Target(name: "half a minute", contactTypes: all, answerWithin: clock.span(0.5), goal: 0.8)]))
  }
}
