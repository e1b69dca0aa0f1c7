import SimulationCore
import SupportModel
import SupportPolicies

/// B2: classes served in order of priority without interruption; the first class is the highest.
enum PriorityTrials {
  static func trial(_ entry: ValidationCase) throws -> Trial {
    let clock = ModelClock()
    let params = entry.params
    let rates = try params.numbers("lambda")
    let servers = try Int(params.number("servers"))
    let services: [AnyDistribution] = try rates.indices.map { index in
      if let words = params["service"]?.items { return try words[index].string.map { try clock.law(words: $0) } ?? clock.law(words[index]) }
      return try clock.exponential(rate: params["mu"]?.number ?? params.numbers("mu")[index]).boxed
    }
    let patience = params["theta"]?.numbers

    let total = rates.reduce(0, +)
    let work = zip(rates, services).reduce(0) { $0 + $1.0 * $1.1.mean / clock.unit }
    let squares = zip(rates, services).reduce(0) { $0 + $1.0 * ($1.1.variance + $1.1.mean * $1.1.mean) / clock.unit / clock.unit }
    let relaxation: Double
    if let patience {
      relaxation = 3 * max(1, 1 / patience.min()!)
    } else {
      // E[S²] ÷ E[S]² of the mix is 1 + cs²: with Poisson arrivals exactly ca² + cs².
      let mean = work / total
      relaxation = SteadyState.relaxation(
        service: mean, servers: servers, load: work / Double(servers), variability: squares / total / mean / mean)
    }
    let steady = SteadyState(clock, relaxation: relaxation, contactRate: total)

    var sheet = TrialSheet(entry)
    sheet.offerContacts(clock: clock, measured: steady.measured)
    sheet.offerPeople(clock, measured: steady.measured)
    var targets: [Target] = []
    for index in rates.indices {
      let prefix = "class\(index + 1)/"
      sheet.offerContacts(prefix, type: index, clock: clock, measured: steady.measured)
      targets += sheet.offerServiceLevels(prefix, types: [index], clock, after: targets.count)
      let unit = clock.unit * 1e6
      sheet.offer("mean_wait_by_class/\(index)") {
        Sample(Double($0.contacts(index).waitAll) / unit, per: Double($0.contacts(index).accepted))
      }
    }
    var trial = try sheet.trial(
      Scenario(
        name: entry.id, horizon: steady.horizon, channels: [Channel(name: "phone")], skills: ["call"],
        contactTypes: rates.indices.map { index in
          ContactType(
            name: "class\(index + 1)", skills: [0], priority: -index,
            arrivals: clock.poisson(rate: rates[index], until: steady.horizon.length),
            talk: TimedDistribution(services[index]), patience: patience.map { TimedDistribution(clock.exponential(rate: $0[index])) })
        },
        groups: [AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .always(count: servers))],
        routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [HighestPriority().boxed, LongestWait().boxed]),
        targets: targets))
    if patience == nil { trial.controlByLoad(clock, contacts: total * steady.measured, work: work * steady.measured) }
    return trial
  }
}
