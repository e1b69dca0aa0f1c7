import SimulationCore
import SupportModel
import SupportPolicies

/// B1: one queue, one group. G/G/c with and without abandonment and a limit to the room.
enum StationTrials {
  static func trial(_ entry: ValidationCase) throws -> Trial {
    let clock = ModelClock()
    let params = entry.params
    let rate = try params.number("lambda")
    let servers = try Int(params.number("servers"))
    let service = try params["service"].map(clock.law) ?? clock.exponential(rate: params.number("mu")).boxed
    let patience =
      try params["patience"].map(clock.law) ?? params["theta"]?.number.flatMap { $0 > 0 ? clock.exponential(rate: $0).boxed : nil }
    let gap = try params["interarrival"].map(clock.law)

    func squaredVariation(_ law: AnyDistribution) -> Double { law.variance / (law.mean * law.mean) }
    let mean = service.mean / clock.unit
    let places = StationTrials.places(params, servers: servers)
    let relaxation: Double
    if let places {
      // However much is offered, what fills a full room is gone after it was emptied once or twice.
      relaxation = 3 * mean * Double(1 + places / servers)
    } else if let patience {
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

    let arrivals = gap.map { [ArrivalProcess(pattern: .renewal(gap: $0))] } ?? clock.poisson(rate: rate, until: steady.horizon.length)
    var type = ContactType(
      name: "call", skills: [0], arrivals: arrivals, talk: TimedDistribution(service), patience: patience.map { TimedDistribution($0) })
    type.queueLimit = places
    var trial = try sheet.trial(
      Scenario(
        name: entry.id, horizon: steady.horizon, channels: [Channel(name: "phone")], skills: ["call"], contactTypes: [type],
        groups: [AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .always(count: servers))],
        routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed]), targets: targets))
    if gap == nil && patience == nil && places == nil {
      trial.controlByLoad(clock, contacts: rate * steady.measured, work: service.variance > 0 ? rate * mean * steady.measured : nil)
    }
    return trial
  }

  /// Places to wait in, where they are limited: said as such, or as the room for all who wait and are served.
  static func places(_ params: JSONValue, servers: Int) -> Int? {
    for key in ["waiting_room", "waiting_spaces", "waiting_places", "extra_waiting_spaces", "queue_capacity", "queue_limit", "buffer"] {
      if let places = params[key]?.number { return Int(places) }
    }
    for key in ["capacity", "system_capacity", "K", "room", "room_limit"] {
      if let room = params[key]?.number { return max(0, Int(room) - servers) }
    }
    return nil
  }
}
