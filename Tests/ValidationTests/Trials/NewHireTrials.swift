import Foundation
import SimulationCore
import SupportModel
import SupportPolicies

/// G10: people who are new take longer, less so from week to week. The unit of the cases is a minute.
enum NewHireTrials {
  private static let clock = ModelClock(unit: 60)

  private static func ramp(_ params: JSONValue) throws -> AgentGroup.Ramp {
    AgentGroup.Ramp(
      startsAt: try params.number("starts_at", in: "ramp"), length: .days(7 * (try params.number("weeks", in: "ramp"))))
  }

  /// A desk where some stay new throughout.
  static func queue(_ entry: ValidationCase) throws -> Trial {
    let params = entry.params
    let rate = try params.number("arrival_rate")
    let (veterans, new) = try (Int(params.number("veterans")), Int(params.number("new_hires")))
    let work = try clock.law(params.value(["work"]))
    let busiest = try entry.expected.number("occupancy_new_hires")
    let steady = SteadyState(
      clock,
      relaxation: SteadyState.relaxation(service: work.mean / clock.unit * 1.8, servers: veterans + new, load: busiest, variability: 2),
      contactRate: rate)
    var desk = AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .always(count: veterans + new))
    let hires = AgentGroup.NewHires(
      share: Double(new) / Double(veterans + new), tenure: .days(7 * (try params.number("weeks_of_tenure"))))
    (desk.newHires, desk.ramp) = (hires, try ramp(params))

    var sheet = TrialSheet(entry)
    sheet.offerContacts(clock: clock, measured: steady.measured)
    let members = (0..<veterans + new).map { hires.includes($0, of: veterans + new) }
    for (path, isNew) in [("occupancy_veterans", false), ("occupancy_new_hires", true)] {
      sheet.offer(path) { reading in
        let own = members.indices.filter { members[$0] == isNew }.map { reading.record.agents[$0] }
        let busy = own.reduce(0) { $0 + $1.busy }
        return Sample(Double(busy), per: Double(own.reduce(busy) { $0 + $1.available }))
      }
    }
    sheet.offer("handle_factor_new_hire") { Sample(1 + Double($0.people().rampExcess) * 1e-6 / Double($0.people().handledLearning)) }
    sheet.offer("mean_handle_time") { Sample(Double($0.contacts().talk) / (clock.unit * 1e6), per: Double($0.contacts().handled)) }
    sheet.offer("share_handled_by_new_hires") { Sample($0.people().handledLearning, per: $0.people().handled) }
    return try sheet.trial(
      Scenario(
        name: entry.id, horizon: steady.horizon, channels: [Channel(name: "phone")], skills: ["call"],
        contactTypes: [
          ContactType(
            name: "call", skills: [0], arrivals: clock.poisson(rate: rate, until: steady.horizon.length), talk: TimedDistribution(work))
        ],
        groups: [desk],
        routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed])))
  }

  /// People leave at constant hazard in the case, and at the ends of weeks here, with the same chance over a week: at the start of each week as
  /// many are there on average, as far as nobody has joined in the middle of one before.
  static func leavers(_ entry: ValidationCase) throws -> Trial {
    let params = entry.params
    let hazard = try params.number("attrition_per_week")
    let week = 7.0 * 24 * 60
    let weeks = Set(entry.targets.compactMap { Int($0.path.split(separator: "/")[0].dropFirst("week".count)) }).sorted()
    var horizon = clock.horizon(edges: (0...weeks.last! + 1).map { clock.instant(Double($0) * week) }, atEnd: .cut)
    horizon.startDate = "2026-09-14"
    var desk = AgentGroup(
      name: "desk", skills: [.init(skill: 0)], presence: .always(count: Int(try params.number("veterans_at_start"))))
    // The first week in the middle of which somebody joins.
    let first =
      try (params.value(["hires"]).items ?? []).map { try $0.number("week") }.filter { $0 != $0.rounded() }.map { Int($0) }.min() ?? .max
    for hire in try params.value(["hires"]).items ?? [] {
      let (at, count) = (try hire.number("week"), Int(try hire.number("count")))
      let from = clock.instant(at * week)
      let people = (0..<count).map { AgentGroup.Hire.Person(name: "hired \(desk.hires.count) \($0)") }
      desk.hires.append(AgentGroup.Hire(from: from, floorFrom: from, people: people))
    }
    // Yearly shares are of 365 days.
    desk.attrition = .init(
      perYear: 1 - exp(-hazard * 365 / 7), weekEnds: (1...weeks.last!).map { clock.instant(Double($0) * week) })
    var sheet = TrialSheet(entry)
    for index in weeks {
      for path in ["mean_heads", "capacity_contacts_per_hour", "capacity_as_fully_ramped_heads"] {
        sheet.excuse("week\(index)/\(path)", "there people leave within the week, here at its end")
      }
      if index > first {
        sheet.excuse(
          "week\(index)/heads_at_start", "there some have joined within a week and left in what was left of it; here each week counts whole"
        )
      }
      // Nobody leaves within the week; who joins in the middle of it was not there at its start.
      sheet.offer("week\(index)/heads_at_start") { reading in
        let cell = reading.people(in: index)
        let joined = index == first ? Double(cell.joined) / 2 : 0
        return Sample(Double(cell.employed) / (week * 60e6) - joined)
      }
    }
    return try sheet.trial(
      Scenario(
        name: entry.id, horizon: horizon, channels: [Channel(name: "phone")], skills: ["call"],
        contactTypes: [ContactType(name: "call", skills: [0], talk: TimedDistribution(clock.exponential(rate: 1)))], groups: [desk],
        routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed])))
  }

  /// Everybody began on the first day and always has something to do.
  static func cohort(_ entry: ValidationCase) throws -> Trial {
    let params = entry.params
    let mean = try params.number("mean_work")
    let hires = try params.value(["hires"]).items ?? []
    try CaseProblem.require(try hires.count == 1 && hires[0].number("week") == 0, "people come later")
    let (new, veterans) = try (Int(hires[0].number("count")), Int(params.number("veterans_at_start")))
    let weeks = Set(entry.targets.compactMap { Int($0.path.split(separator: "/")[0].dropFirst("week".count)) }).sorted()
    let week = 7.0 * 24 * 60
    var horizon = clock.horizon(edges: (0...weeks.last! + 1).map { clock.instant(Double($0) * week) }, atEnd: .cut)
    horizon.startDate = "2026-09-14"
    // More come than anybody can do, and a few wait from the start.
    horizon.backlog = [.init(contactType: 0, count: 60, age: nil)]
    let people = Double(new + veterans)
    var type = ContactType(
      name: "call", skills: [0], arrivals: clock.poisson(rate: 1.25 * people / mean, until: horizon.length),
      talk: TimedDistribution(clock.exponential(rate: 1 / mean)))
    type.queueLimit = 60
    var desk = AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .always(count: new + veterans))
    (desk.newHires, desk.ramp) = (.init(share: Double(new) / people, tenure: .zero), try ramp(params))
    var sheet = TrialSheet(entry)
    for index in weeks {
      let hours = week / 60
      sheet.offer("week\(index)/mean_heads") { Sample(Double($0.people(in: index).paid) / (week * 60e6)) }
      sheet.offer("week\(index)/heads_at_start") { Sample(Double($0.people(in: index).paid) / (week * 60e6)) }
      sheet.offer("week\(index)/capacity_contacts_per_hour") { Sample(Double($0.people(in: index).handled) / hours) }
      sheet.offer("week\(index)/capacity_as_fully_ramped_heads") { Sample(Double($0.people(in: index).handled) * mean / (60 * hours)) }
    }
    var trial = try sheet.trial(
      Scenario(
        name: entry.id, horizon: horizon, channels: [Channel(name: "phone")], skills: ["call"], contactTypes: [type], groups: [desk],
        routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed])))
    trial.first = 20
    return trial
  }
}

extension JSONValue {
  fileprivate func number(_ key: String, in section: String) throws -> Double { try value([section]).number(key) }
}
