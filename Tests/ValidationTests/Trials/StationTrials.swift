import SimulationCore
import SupportModel
import SupportPolicies

/// B1: one queue, one group. M/G/1, M/M/c, M/D/c, G/M/1, M/H2/c and M/E2/c with and without abandonment.
enum StationTrials {
  static func trial(_ entry: ValidationCase) -> Trial {
    let clock = ModelClock()
    let params = entry.params
    let rate = params["lambda"]!.number!
    let servers = Int(params["servers"]!.number!)
    let service: any Distribution = params["service"].map(clock.law) ?? clock.exponential(rate: params["mu"]!.number!)
    let patience = params["patience"].map(clock.law)
    let gap = params["interarrival"].map(clock.law)

    func squaredVariation(_ law: any Distribution) -> Double { law.variance / (law.mean * law.mean) }
    let mean = service.mean / clock.unit
    let relaxation: Double
    if let patience {
      relaxation = 3 * max(mean, patience.mean / clock.unit)
    } else {
      let variability = (gap.map(squaredVariation) ?? 1) + squaredVariation(service)
      relaxation = SteadyState.relaxation(
        service: mean, servers: servers, load: rate * mean / Double(servers), variability: variability)
    }
    let steady = SteadyState(clock, relaxation: relaxation, contactRate: rate)

    var sheet = TrialSheet(entry)
    sheet.offerContacts(clock: clock, measured: steady.measured)
    sheet.offerPeople(clock, measured: steady.measured)
    let targets = sheet.offerServiceLevels(types: [0], clock)
    if entry.note.contains("treat sd as informative") { sheet.excuse("sd_wait", entry.note) }

    let arrivals = gap.map { [ArrivalProcess(pattern: .renewal(gap: $0.boxed))] } ?? clock.poisson(rate: rate, until: steady.horizon.length)
    var trial = sheet.trial(
      Scenario(
        name: entry.id, horizon: steady.horizon, channels: [Channel(name: "phone")], skills: ["call"],
        contactTypes: [
          ContactType(
            name: "call", skills: [0], arrivals: arrivals, talk: TimedDistribution(service),
            patience: patience.map { TimedDistribution($0) })
        ],
        groups: [AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .always(count: servers))],
        routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed]), targets: targets))
    if gap == nil && patience == nil {
      trial.controlByLoad(clock, contacts: rate * steady.measured, work: service.variance > 0 ? rate * mean * steady.measured : nil)
    }
    return trial
  }
}
