import SimulationCore
import SupportModel
import SupportPolicies

/// G5: customers who help themselves before they come to a desk, and some who come back all the same.
enum SelfServiceTrials {
  static func trial(_ entry: ValidationCase) throws -> Trial {
    let clock = ModelClock()
    let params = entry.params
    let work = try clock.law(params["work"] ?? params.value(["work_direct"]))
    let patience = try params["patience"].map(clock.law)
    let agents = try Int(params.number("agents"))
    let rate = try entry.expected.number("offered_to_agents_per_minute")
    var rule = SelfService(
      tries: try params.number("tries"), solves: try params.number("solves"), takes: try clock.law(params.value(["self_time"])))
    rule.leaks = try params.number("leaks")
    rule.leaksIn = try clock.law(params.value(["leak_delay"]))
    rule.handOver = params["handle_factor_unsolved"]?.number ?? 1
    rule.leaked = params["handle_factor_leaked"]?.number ?? 1

    let mean = (entry.expected["mean_handle_time"]?.number ?? work.mean / clock.unit)
    let relaxation =
      if let patience {
        3 * max(mean, patience.mean / clock.unit)
      } else {
        SteadyState.relaxation(service: mean, servers: agents, load: rate * mean / Double(agents), variability: 2.5)
      }
    let life = (rule.leaksIn?.mean ?? 0) / clock.unit + rule.takes.mean / clock.unit
    let warmUp = 12 * relaxation + 10 * life
    let measured = max(60 * relaxation + 10 * life, 10_000 / rate)
    // Until all but one in a million of the last measured ones who leak are back.
    let lastLeak = params["leaks"]?.number == 0 ? 0 : (rule.leaksIn?.quantile(1 - 1e-6) ?? 0) / clock.unit
    let edges = [warmUp, warmUp + measured, warmUp + measured + max(4 * relaxation + 10 * life, lastLeak)]
    let horizon = clock.horizon(edges: edges.map(clock.instant), atEnd: .drain)

    var sheet = TrialSheet(entry)
    sheet.offerContacts(clock: clock, measured: measured)
    sheet.offerPeople(clock, measured: measured)
    offer(to: &sheet, clock, measured, end: horizon.intervals[0].end.microseconds)
    var type = ContactType(
      name: "call", skills: [0], arrivals: clock.poisson(rate: try params.number("need_arrival_rate"), until: horizon.length),
      talk: TimedDistribution(work), patience: patience.map { TimedDistribution($0) })
    type.selfService = rule
    var trial = try sheet.trial(
      Scenario(
        name: entry.id, horizon: horizon, channels: [Channel(name: "phone")], skills: ["call"], contactTypes: [type],
        groups: [AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .always(count: agents))],
        routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed])))
    trial.observing = .contacts
    trial.first = 24
    return trial
  }

  private static func offer(to sheet: inout TrialSheet, _ clock: ModelClock, _ measured: Double, end: Int64) {
    let unit = clock.unit * 1e6
    sheet.offer("offered_to_agents_per_minute") { Sample(Double($0.contacts().offered), per: measured) }
    sheet.offer("contacts_with_agents_per_need") { Sample($0.contacts().offered, per: $0.needs().opened) }
    sheet.offer("gross_deflection") { Sample($0.needs().selfServed, per: $0.needs().opened) }
    sheet.offer("net_deflection") { Sample($0.needs().selfServed - $0.needs().leaked, per: $0.needs().opened) }
    sheet.offer("leaked_share_of_needs") { Sample($0.needs().leaked, per: $0.needs().opened) }
    sheet.offer("mean_in_self_service") { Sample(Double($0.needs().selfServiceIntegral) / unit, per: measured) }
    sheet.offer("mean_handle_time") { Sample(Double($0.contacts().talk) / unit, per: Double($0.contacts().handled)) }
    // By Little's law: what those who leak spend between self-service and the desk.
    sheet.offer("mean_waiting_to_leak_back") { reading in
      let back = reading.rows.filter { $0.attempt == 1 && reading.rows[Int($0.need)].outcome == .selfServed }
        .filter { reading.rows[Int($0.need)].isCounted && reading.rows[Int($0.need)].arrivedAt < end }
      return Sample(Double(back.reduce(0) { $0 + $1.arrivedAt - reading.rows[Int($1.need)].endedAt }) / unit, per: measured)
    }
    for path in ["mean_arrival_to_answer_unsolved", "mean_arrival_to_queue_exit_unsolved"] {
      sheet.offer(path) { reading in
        let unsolved = reading.rows.filter { $0.handedOverAt >= 0 && $0.isCounted && $0.arrivedAt < end }
        return reading.sum(of: unsolved) { Double(($0.answeredAt >= 0 ? $0.answeredAt : $0.endedAt) - $0.arrivedAt) / unit }
      }
    }
  }
}
