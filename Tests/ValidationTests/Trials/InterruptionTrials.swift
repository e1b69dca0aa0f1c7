import SimulationCore
import SupportModel
import SupportPolicies

/// G3: live contacts for which deferred work is put aside, and which it goes on after where it stopped.
enum InterruptionTrials {
  static func trial(_ entry: ValidationCase) throws -> Trial {
    let clock = ModelClock()
    let params = entry.params
    let agents = try Int(params.number("agents"))
    let rates = try [params.number("live", "arrival_rate"), params.number("deferred", "arrival_rate")]
    let works = try [clock.law(params.value(["live", "work"])), clock.law(params.value(["deferred", "work"]))]
    let mean = works.map { $0.mean / clock.unit }.max()!
    let relaxation = SteadyState.relaxation(service: mean, servers: agents, load: try entry.expected.number("occupancy"), variability: 3)
    let steady = SteadyState(clock, relaxation: relaxation, contactRate: rates[1])

    var sheet = TrialSheet(entry)
    for (type, name) in ["live", "deferred"].enumerated() {
      sheet.offerContacts("\(name)/", type: type, clock: clock, measured: steady.measured)
      offerStays(&sheet, "\(name)/", type, clock, steady)
    }
    sheet.offerPeople(clock, measured: steady.measured)
    let unit = clock.unit * 1e6
    sheet.offer("deferred/interruptions_per_item") { Sample($0.record.tickets[1].interruptions, per: $0.contacts(1).handled) }
    sheet.offer("deferred/p_wait_to_start") { Sample($0.contacts(1).hadToWait, per: $0.contacts(1).accepted) }
    sheet.offer("deferred/mean_wait_to_first_start") { Sample(Double($0.contacts(1).waitAll) / unit, per: Double($0.contacts(1).accepted)) }
    sheet.offer("share_of_agent_time_in_resume_cost") {
      Sample($0.record.tickets[1].resumeCost, per: $0.people().busy + $0.people().available)
    }
    var types = ["live", "deferred"].enumerated().map { index, name in
      ContactType(
        name: name, channel: index, skills: [0], priority: 1 - index,
        arrivals: clock.poisson(rate: rates[index], until: steady.horizon.length), talk: TimedDistribution(works[index]))
    }
    if let patience = params.optional(["live", "patience"]) { types[0].patience = TimedDistribution(try clock.law(patience)) }
    var email = Channel(name: "email", isLive: false)
    email.interruption = Interruption(by: [0], cost: try params["resume_cost"].map(clock.law))
    var trial = try sheet.trial(
      Scenario(
        name: entry.id, horizon: steady.horizon, channels: [Channel(name: "phone"), email], skills: ["any"], contactTypes: types,
        groups: [AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .always(count: agents))],
        routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [HighestPriority().boxed, LongestWait().boxed])))
    trial.observing = .contacts
    trial.first = 24
    return trial
  }

  /// How long contacts stay in all, and from their first start on; of those that came in the measured stretch.
  private static func offerStays(_ sheet: inout TrialSheet, _ prefix: String, _ type: Int, _ clock: ModelClock, _ steady: SteadyState) {
    let unit = clock.unit * 1e6
    let end = steady.horizon.intervals[0].end.microseconds
    let measured = steady.measured
    @Sendable func through(_ reading: Reading) -> [ContactRow] {
      reading.rows.filter { $0.isCounted && Int($0.contactType) == type && $0.arrivedAt < end && $0.outcome == .handled }
    }
    sheet.offer(prefix + "mean_sojourn") { reading in
      reading.sum(of: through(reading)) { Double($0.talkEndedAt - $0.arrivedAt) / unit }
    }
    sheet.offer(prefix + "mean_first_start_to_end") { reading in
      reading.sum(of: through(reading)) { Double($0.talkEndedAt - $0.answeredAt) / unit }
    }
    sheet.offer(prefix + "share_interrupted") { reading in
      reading.sum(of: through(reading)) { $0.course!.interruptions > 0 ? 1 : 0 }
    }
    // Each contact is there for as long as it stays: the number is rate times stay.
    sheet.offer(prefix + "mean_in_system") { reading in
      Sample(reading.sum(of: through(reading)) { Double($0.talkEndedAt - $0.arrivedAt) / unit }.x, per: measured)
    }
  }
}

extension JSONValue {
  /// What stands under these keys; nil where there is nothing, or null.
  fileprivate func optional(_ path: [String]) -> JSONValue? {
    var value: JSONValue? = self
    for key in path { value = value?[key] }
    return value
  }
}
