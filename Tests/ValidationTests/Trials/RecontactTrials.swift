import SimulationCore
import SupportModel
import SupportPolicies

/// G6: handled contacts that cause others of the same need.
enum RecontactTrials {
  /// A desk with a contact type of its own, or with one that it shares.
  private struct Desk {
    var agents: Int
    var work: AnyDistribution
    /// Contacts per unit, needs that begin here and recontacts together.
    var load: Double
  }

  static func trial(_ entry: ValidationCase) throws -> Trial {
    let clock = ModelClock()
    let params = entry.params
    let delay = try clock.law(params.value(["recontact_delay"]))
    var (types, groups, desks) = try stations(entry, clock, delay)
    let patience = try params["patience"].map(clock.law)
    let relaxation =
      desks.map { desk in
        let mean = desk.work.mean / clock.unit
        if let patience { return 3 * max(mean, patience.mean / clock.unit) }
        return SteadyState.relaxation(service: mean, servers: desk.agents, load: desk.load * mean / Double(desk.agents), variability: 2)
      }.max() ?? 0
    let life = delay.mean / clock.unit
    let rate = desks.reduce(0) { $0 + $1.load }
    let warmUp = 12 * relaxation + 10 * life
    let measured = max(60 * relaxation + 10 * life, 10_000 / rate)
    let length = warmUp + measured + 4 * relaxation + 14 * life
    var horizon = clock.horizon(edges: [warmUp, warmUp + measured, length].map(clock.instant), atEnd: .drain)
    // Where only recontacts within a time count, that is the window; otherwise nearly all that come at all.
    let within = entry.targets.map(\.path).first { $0.hasPrefix("fcr_within_") }
    horizon.firstContactWindow = clock.span(within.flatMap { Double($0.split(separator: "_").last!) } ?? 10 * life)
    for type in types.indices {
      let needs = try params["need_arrival_rate"]?.number ?? params.number(type == 0 ? "need_arrival_rate_call" : "need_arrival_rate_email")
      types[type].arrivals = clock.poisson(rate: needs * share(of: type, params), until: horizon.length)
      types[type].patience = patience.map { TimedDistribution($0) }
    }

    var sheet = TrialSheet(entry)
    offer(to: &sheet, clock, measured, isOfOneType: types.count == 1)
    if let within { offerWithin(within, to: &sheet, end: horizon.intervals[0].end.microseconds) }
    var trial = try sheet.trial(
      Scenario(
        name: entry.id, horizon: horizon, channels: [Channel(name: "phone")], skills: types.indices.map { "skill\($0)" },
        contactTypes: types, groups: groups,
        routing: RoutingPolicy(agentForContact: [AgentSkillRank().boxed, LongestIdle().boxed], contactForAgent: [LongestWait().boxed])))
    if within != nil { trial.observing = .contacts }
    trial.first = 24
    return trial
  }

  private static func share(of type: Int, _ params: JSONValue) -> Double { params["split"]?.numbers?[type] ?? 1 }

  // MARK: - The scenario

  private static func stations(
    _ entry: ValidationCase, _ clock: ModelClock, _ delay: AnyDistribution
  ) throws -> (types: [ContactType], groups: [AgentGroup], desks: [Desk]) {
    let params = entry.params
    if params["call"] != nil { return try callAndEmail(entry, clock, delay) }
    let parts = params["groups"]?.items ?? [params]
    let shares = try parts.map { try $0.number("recontact_share") }
    let works = try parts.map { try clock.law($0.value(["work"])) }
    let sizes = try parts.map { Int(try $0.number("agents")) }
    if parts.count == 1 || params["split"] == nil {
      var type = ContactType(name: "call", skills: [0], talk: TimedDistribution(works[0]))
      let byGroup = Dictionary(uniqueKeysWithValues: shares.enumerated().map { ($0, $1) })
      type.recontacts = [
        Recontact(
          share: parts.count == 1 ? .everybody(shares[0]) : .byGroup(byGroup), delay: delay,
          atMost: params["at_most"]?.number.map { Int($0) })
      ]
      let groups = sizes.enumerated().map { group, size in
        AgentGroup(
          name: "group\(group + 1)", skills: [.init(skill: 0, rank: group + 1, handle: works[group].mean / works[0].mean)],
          presence: .always(count: size))
      }
      let rate = try params.number("need_arrival_rate") * entry.expected.number("contacts_per_need")
      return ([type], groups, [Desk(agents: sizes.reduce(0, +), work: works.max { $0.mean < $1.mean }!, load: rate)])
    }
    // Each group has a contact type of its own; who comes again goes to the same one, or to one drawn anew.
    let split = try params.numbers("split")
    let isSame = params["recontact_goes_to"]?.string == "the same group"
    let types = parts.indices.map { part in
      var type = ContactType(name: "type\(part + 1)", skills: [part], talk: TimedDistribution(works[part]))
      type.recontacts =
        isSame
        ? [Recontact(share: .everybody(shares[part]), delay: delay)]
        : split.enumerated().map { Recontact(share: .everybody(shares[part] * $1), delay: delay, contactType: $0) }
      return type
    }
    let groups = sizes.enumerated().map { AgentGroup(name: "group\($0 + 1)", skills: [.init(skill: $0)], presence: .always(count: $1)) }
    let desks = try parts.indices.map { part in
      Desk(agents: sizes[part], work: works[part], load: try entry.expected.value(["group\(part + 1)"]).number("contacts_per_minute"))
    }
    return (types, groups, desks)
  }

  private static func callAndEmail(
    _ entry: ValidationCase, _ clock: ModelClock, _ delay: AnyDistribution
  ) throws -> (types: [ContactType], groups: [AgentGroup], desks: [Desk]) {
    let names = ["call", "email"]
    let parts = try names.map { try entry.params.value([$0]) }
    let types = try names.indices.map { part in
      var type = ContactType(name: names[part], skills: [part], talk: TimedDistribution(try clock.law(parts[part].value(["work"]))))
      type.recontacts = try names.indices.map { other in
        Recontact(share: .everybody(try parts[part].number("recontact_as_\(names[other])")), delay: delay, contactType: other)
      }
      return type
    }
    let sizes = try parts.map { Int(try $0.number("agents")) }
    let groups = sizes.enumerated().map { AgentGroup(name: names[$0], skills: [.init(skill: $0)], presence: .always(count: $1)) }
    let desks = try names.indices.map { part in
      Desk(
        agents: sizes[part], work: types[part].talk.pieces[0].distribution,
        load: try entry.expected.value([names[part]]).number("contacts_per_minute"))
    }
    return (types, groups, desks)
  }

  // MARK: - What is read

  private static func offer(to sheet: inout TrialSheet, _ clock: ModelClock, _ measured: Double, isOfOneType: Bool) {
    let unit = clock.unit * 1e6
    sheet.offerContacts(clock: clock, measured: measured)
    sheet.offerPeople(clock, measured: measured)
    sheet.offer("contacts_per_minute") { Sample(Double($0.contacts().offered), per: measured) }
    sheet.offer("contacts_per_need") { Sample($0.needs().contacts, per: $0.needs().opened) }
    sheet.offer("fcr") { Sample($0.needs().atFirst, per: $0.needs().judged) }
    sheet.offer("recontact_share_of_contacts") { Sample($0.contacts().retried, per: $0.contacts().offered) }
    sheet.offer("mean_recontacts_outstanding") { Sample(Double($0.needs().recontactDelay) / unit, per: measured) }
    sheet.offer("mean_time_to_last_end") { Sample(Double($0.needs().time) / unit, per: Double($0.needs().resolved)) }
    sheet.offer("share_handled_by_group1") { reading in
      Sample(reading.record.handledBy[0], per: reading.record.handledBy.reduce(0, +))
    }
    for (place, name) in [("group1", 0), ("group2", 1), ("call", 0), ("email", 1)] {
      sheet.offerContacts(place + "/", type: name, clock: clock, measured: measured)
      sheet.offer(place + "/contacts_per_minute") { Sample(Double($0.contacts(name).offered), per: measured) }
      for path in [place + "/occupancy", "occupancy_" + place] {
        sheet.offer(path) { Sample($0.people(name).busy, per: $0.people(name).busy + $0.people(name).available) }
      }
      sheet.offer("contacts_per_need_started_by_" + place) { Sample($0.needs(name).contacts, per: $0.needs(name).opened) }
      sheet.offer("fcr_started_by_" + place) { Sample($0.needs(name).atFirst, per: $0.needs(name).judged) }
    }
  }

  /// The window is the time of this path; needs without any other contact are then counted contact by contact.
  private static func offerWithin(_ path: String, to sheet: inout TrialSheet, end: Int64) {
    sheet.offer(path) { Sample($0.needs().atFirst, per: $0.needs().judged) }
    sheet.offer("fcr") { reading in
      var contacts: [Int64: Int] = [:]
      for row in reading.rows { contacts[row.need, default: 0] += 1 }
      let first = reading.rows.filter { $0.isCounted && $0.attempt == 0 && $0.arrivedAt < end }
      return Sample(Double(first.count { contacts[$0.need] == 1 }), per: Double(first.count))
    }
  }
}

extension Reading {
  /// What became of needs that contacts of one type (nil: any) opened in interval 0.
  func needs(_ type: Int? = nil) -> NeedCell {
    (0..<record.typeCount).filter { type == nil || $0 == type }.reduce(NeedCell()) { $0 + record.needs[$1] }
  }
}
