import SimulationCore
import SupportModel
import SupportPolicies

/// B4: callers who were blocked or gave up try again.
enum RetrialTrials {
  static func trial(_ entry: ValidationCase) throws -> Trial {
    try entry.params["waiting_room"] != nil ? blocked(entry) : abandoned(entry)
  }

  /// A blocked caller joins the orbit, if it persists, and tries again.
  private static func blocked(_ entry: ValidationCase) throws -> Trial {
    let clock = ModelClock()
    let params = entry.params
    let (rate, mu) = try (params.number("lambda"), params.number("mu"))
    let servers = try Int(params.number("servers"))
    let retrial = try params.number("retrial_rate_each")
    let (persistence, places) = try (params["persistence"]?.number ?? 1, params.number("waiting_room"))
    let load = rate / mu / Double(servers)
    let steady = SteadyState(
      clock, relaxation: SteadyState.relaxation(service: 1 / mu + 1 / retrial, servers: servers, load: load, variability: 2),
      contactRate: rate)

    var sheet = TrialSheet(entry)
    sheet.offerPeople(clock, measured: steady.measured)
    // A first attempt is either handled or blocked.
    sheet.offer("p_blocked_first_attempt") { reading in
      let cell = reading.contacts()
      let fresh = cell.offered - cell.retried
      return Sample(fresh - cell.handledFirst, per: fresh)
    }
    offerOrbit(&sheet, meanDelay: 1 / retrial, measured: steady.measured)
    // In balance, whoever is blocked and does not come back is lost.
    sheet.offer("p_lost") { Sample($0.contacts().blocked - $0.contacts().retried, per: $0.contacts().offered - $0.contacts().retried) }

    let retry = ContactType.Retry(probability: persistence, delay: clock.exponential(rate: retrial), atMost: .max)
    var type = ContactType(
      name: "call", skills: [0], arrivals: clock.poisson(rate: rate, until: steady.horizon.length),
      talk: TimedDistribution(clock.exponential(rate: mu)))
    type.queueLimit = Int(places)
    type.afterBlocked = retry
    return try sheet.trial(scenario(entry.id, type, servers, steady))
  }

  /// Erlang A whose abandoning callers redial.
  private static func abandoned(_ entry: ValidationCase) throws -> Trial {
    let clock = ModelClock()
    let params = entry.params
    let (rate, mu, theta) = try (params.number("lambda_fresh"), params.number("mu"), params.number("theta"))
    let agents = try Int(params.number("agents"))
    let delay = try clock.law(params.value(["redial_delay"]))
    let meanDelay = delay.mean / clock.unit
    let steady = SteadyState(clock, relaxation: 3 * (1 / mu + 1 / theta + meanDelay), contactRate: rate)

    var sheet = TrialSheet(entry)
    let measured = steady.measured
    sheet.offerContacts(clock: clock, measured: measured)
    sheet.offerPeople(clock, measured: measured)
    sheet.offer("total_attempt_rate") { Sample(Double($0.contacts().offered), per: measured) }
    sheet.offer("redial_rate") { Sample(Double($0.contacts().retried), per: measured) }
    // In balance, whoever abandons and does not come back is lost.
    sheet.offer("p_lost_per_fresh_call") {
      Sample($0.contacts().abandoned - $0.contacts().retried, per: $0.contacts().offered - $0.contacts().retried)
    }
    offerOrbit(&sheet, meanDelay: meanDelay, measured: measured)

    var type = ContactType(
      name: "call", skills: [0], arrivals: clock.poisson(rate: rate, until: steady.horizon.length),
      talk: TimedDistribution(clock.exponential(rate: mu)), patience: TimedDistribution(clock.exponential(rate: theta)))
    type.afterAbandon = try ContactType.Retry(probability: params.number("redial_probability"), delay: delay, atMost: .max)
    return try sheet.trial(scenario(entry.id, type, agents, steady))
  }

  /// By Little's law: those who come out of the orbit per unit of time × the mean time they spend in it.
  private static func offerOrbit(_ sheet: inout TrialSheet, meanDelay: Double, measured: Double) {
    sheet.offer("mean_orbit") { Sample(Double($0.contacts().retried) * meanDelay, per: measured) }
    sheet.offer("mean_time_in_orbit_per_call") {
      Sample(Double($0.contacts().retried) * meanDelay, per: Double($0.contacts().offered - $0.contacts().retried))
    }
  }

  private static func scenario(_ name: String, _ type: ContactType, _ agents: Int, _ steady: SteadyState) throws -> Scenario {
    Scenario(
      name: name, horizon: steady.horizon, channels: [Channel(name: "phone")], skills: ["call"], contactTypes: [type],
      groups: [AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .always(count: agents))],
      routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed]))
  }
}
