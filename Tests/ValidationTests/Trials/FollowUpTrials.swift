import SimulationCore
import SupportModel
import SupportPolicies

/// G1 where follow-ups have a queue of their own that is served first: they are legs in another contact type, which comes before the first.
enum FollowUpTrials {
  static func trial(_ entry: ValidationCase) throws -> Trial {
    let clock = ModelClock()
    let params = entry.params
    let rate = try params.number("arrival_rate")
    let agents = try Int(params.number("agents"))
    let works = try [clock.law(params.value(["work"])), clock.law(params.value(["work_follow_up"]))]
    let relaxation = SteadyState.relaxation(
      service: works[0].mean / clock.unit, servers: agents, load: try entry.expected.number("occupancy"), variability: 2)
    let horizon = TicketTrials.horizon(
      clock, relaxation: relaxation, life: try entry.expected.number("mean_time_to_resolution"), rate: rate)
    let goesOn = Move(shares: [try params.number("follow_up_probability")], to: 1, delay: try clock.law(params.value(["reply_delay"])))
    var types = ["first", "follow-up"].enumerated().map { index, name in
      ContactType(name: name, skills: [0], priority: index, talk: TimedDistribution(works[index]))
    }
    types[0].arrivals = clock.poisson(rate: rate, until: horizon.length)
    for index in types.indices { types[index].moves = [goesOn] }
    // A contact keeps its priority, unless a move raises it.
    types[0].moves[0].raise = 1

    var sheet = TrialSheet(entry)
    offer(to: &sheet, clock, horizon)
    var trial = try sheet.trial(
      Scenario(
        name: entry.id, horizon: horizon, channels: [Channel(name: "email", isLive: false)], skills: ["email"], contactTypes: types,
        groups: [AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .always(count: agents))],
        routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [HighestPriority().boxed, LongestWait().boxed])))
    trial.observing = .contacts
    trial.first = 24
    return trial
  }

  private static func offer(to sheet: inout TrialSheet, _ clock: ModelClock, _ horizon: Horizon) {
    let unit = clock.unit * 1e6
    let end = horizon.intervals[0].end.microseconds
    let measured = Double((horizon.intervals[0].end - horizon.intervals[0].start).microseconds) / unit
    sheet.offer("occupancy") { Sample($0.people(0).busy, per: $0.people(0).busy + $0.people(0).available) }
    sheet.offer("mean_wait_first_touch") { Sample(Double($0.contacts(0).waitAll) / unit, per: Double($0.contacts(0).accepted)) }
    sheet.offer("p_wait_first_touch") { Sample($0.contacts(0).hadToWait, per: $0.contacts(0).accepted) }
    sheet.offer("mean_wait_follow_up") {
      Sample(Double($0.legs(1).waitAnswered + $0.legs(1).waitOther) / unit, per: Double($0.legs(1).movedIn))
    }
    sheet.offer("p_wait_follow_up") { Sample($0.legs(1).hadToWait, per: $0.legs(1).movedIn) }
    sheet.offer("mean_pending_tickets") { reading in
      Sample(Double((0...1).reduce(0) { $0 + reading.record.tickets[$1].onHoldIntegral }) / unit, per: measured)
    }
    sheet.offer("touches_per_ticket") { reading in reading.sum(of: reading.tickets(before: end)) { Double($0.course!.touches) } }
    sheet.offer("share_resolved_in_one_touch") { reading in
      reading.sum(of: reading.tickets(before: end)) { $0.course!.touches == 1 ? 1 : 0 }
    }
    sheet.offer("mean_time_to_resolution") { reading in
      reading.sum(of: reading.tickets(before: end)) { Double($0.course!.solvedAt - $0.arrivedAt) / unit }
    }
    sheet.offer("mean_time_to_first_reply_sent") { reading in
      reading.sum(of: reading.touches(number: 1, before: end)) { Double($0.talkEndedAt - $0.queuedAt) / unit }
    }
  }
}
