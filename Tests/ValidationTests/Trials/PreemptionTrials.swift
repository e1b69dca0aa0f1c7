import SimulationCore
import SupportModel
import SupportPolicies

/// B2, pre-emptive: work of the second class is put aside for the first, and goes on where it stopped. Only deferred work is put aside, so the second
/// class is that.
enum PreemptionTrials {
  static func trial(_ entry: ValidationCase) throws -> Trial {
    let clock = ModelClock()
    let params = entry.params
    let rates = try params.numbers("lambda")
    let servers = try Int(params.number("servers"))
    let works = try rates.indices.map { index in
      try clock.exponential(rate: params["mu"]?.number ?? params.numbers("mu")[index]).boxed
    }
    let load = zip(rates, works).reduce(0) { $0 + $1.0 * $1.1.mean / clock.unit } / Double(servers)
    let relaxation = SteadyState.relaxation(
      service: works.map { $0.mean / clock.unit }.max()!, servers: servers, load: load, variability: 2)
    let steady = SteadyState(clock, relaxation: relaxation, contactRate: rates.min()!)

    var sheet = TrialSheet(entry)
    sheet.offerPeople(clock, measured: steady.measured)
    let unit = clock.unit * 1e6
    for type in rates.indices {
      let inSystem: @Sendable (Reading) -> Sample = { reading in
        let cell = reading.contacts(type)
        return Sample(Double(cell.waitAll + cell.waitAgain + cell.talk) / unit, per: Double(cell.handled))
      }
      sheet.offer("mean_time_in_system_by_class/\(type)", read: inSystem)
      sheet.offer("mean_time_in_system_class\(type + 1)", read: inSystem)
      sheet.offer("mean_wait_class\(type + 1)") {
        Sample(Double($0.contacts(type).waitAll) / unit, per: Double($0.contacts(type).accepted))
      }
      sheet.offer("p_wait_class\(type + 1)") { Sample($0.contacts(type).hadToWait, per: $0.contacts(type).accepted) }
      sheet.offer("mean_total_queueing_time_class\(type + 1)") {
        Sample(Double($0.contacts(type).waitAll + $0.contacts(type).waitAgain) / unit, per: Double($0.contacts(type).accepted))
      }
    }
    var email = Channel(name: "email", isLive: false)
    email.interruption = Interruption(by: [0], cost: nil)
    return try sheet.trial(
      Scenario(
        name: entry.id, horizon: steady.horizon, channels: [Channel(name: "phone"), email], skills: ["any"],
        contactTypes: rates.indices.map { index in
          ContactType(
            name: "class\(index + 1)", channel: index, skills: [0], priority: -index,
            arrivals: clock.poisson(rate: rates[index], until: steady.horizon.length), talk: TimedDistribution(works[index]))
        },
        groups: [AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .always(count: servers))],
        routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [HighestPriority().boxed, LongestWait().boxed])))
  }
}
