import SimulationCore
import SupportModel
import SupportPolicies

/// G4: contacts that go on with another tier.
enum MoveTrials {
  /// A place with agents of its own: what is called so in the case, arrivals a minute, agents and work.
  private struct Station {
    var name: String
    var rate: Double
    var agents: Int
    var work: AnyDistribution
  }

  static func trial(_ entry: ValidationCase) throws -> Trial {
    let clock = ModelClock()
    let stations = try stations(entry, clock)
    let unit = clock.unit
    // Until the slowest station has forgotten how it began, and the contacts that live longest are through.
    var relaxation = 0.0
    for (index, station) in stations.enumerated() {
      let load = try occupancy(entry, index, of: stations.count)
      relaxation = max(
        relaxation,
        SteadyState.relaxation(service: station.work.mean / unit, servers: station.agents, load: load, variability: 2))
    }
    let life = entry.targets.filter { $0.path.contains("end_to_end") }.map(\.value).max() ?? relaxation
    let rate = stations.reduce(0) { $0 + $1.rate }
    let horizon = TicketTrials.horizon(clock, relaxation: relaxation, life: life, rate: rate)
    var types = stations.enumerated().map { index, station in
      ContactType(
        name: station.name, skills: [index], arrivals: station.rate > 0 ? clock.poisson(rate: station.rate, until: horizon.length) : [],
        talk: TimedDistribution(station.work))
    }
    try addMoves(entry, clock, to: &types)
    var sheet = TrialSheet(entry)
    MoveReadings(clock, horizon).offer(to: &sheet, stations.map(\.name))
    var trial = try sheet.trial(
      Scenario(
        name: entry.id, horizon: horizon, channels: [Channel(name: "email", isLive: false)], skills: stations.map(\.name),
        contactTypes: types,
        groups: stations.enumerated().map { index, station in
          AgentGroup(name: station.name, skills: [.init(skill: index)], presence: .always(count: station.agents))
        },
        routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed])))
    trial.observing = .contacts
    trial.first = 24
    return trial
  }

  /// The tiers, the last one last; where the first has groups with queues of their own, each of them.
  private static func stations(_ entry: ValidationCase, _ clock: ModelClock) throws -> [Station] {
    let params = entry.params
    func station(_ name: String, _ json: JSONValue, _ rate: Double) throws -> Station {
      Station(name: name, rate: rate, agents: Int(try json.number("agents")), work: try clock.law(json.value(["work"])))
    }
    let last = try params.value(["tier2"])
    guard let groups = params["tier1_groups"]?.items, let split = params["split"]?.numbers else {
      return [
        try station("tier1", params.value(["tier1"]), params.number("arrival_rate_tier1")),
        try station("tier2", last, params.number("arrival_rate_tier2_direct")),
      ]
    }
    let rate = try params.number("arrival_rate")
    return try zip(groups, split).enumerated().map { try station("group\($0 + 1)", $1.0, rate * $1.1) } + [station("tier2", last, 0)]
  }

  private static func occupancy(_ entry: ValidationCase, _ index: Int, of count: Int) throws -> Double {
    let name = index == count - 1 ? "tier2" : entry.params["split"] == nil ? "tier1" : "group\(index + 1)"
    return try entry.expected.value([name]).number("occupancy")
  }

  private static func addMoves(_ entry: ValidationCase, _ clock: ModelClock, to types: inout [ContactType]) throws {
    let params = entry.params
    let last = types.count - 1
    let delay = try clock.law(params.value(["escalation_delay"]))
    let shares = try params["tier1_groups"]?.items?.map { $0["escalated_share"]?.number ?? 0 } ?? [params.number("escalated_share")]
    for (type, share) in shares.enumerated() {
      types[type].moves = [Move(shares: [share], to: last, delay: delay.mean == 0 ? nil : delay)]
      types[type].moves[0].name = Move.escalation
    }
    if let back = params["sent_back_share"]?.number, back > 0 { types[last].moves = [Move(shares: [back], to: 0)] }
  }
}

/// What cases say of contacts that go on elsewhere. Contacts that came in the measured stretch are looked at until they are through.
private struct MoveReadings {
  private let unit: Double
  private let measured: Double
  private let end: Int64

  init(_ clock: ModelClock, _ horizon: Horizon) {
    unit = clock.unit * 1e6
    end = horizon.intervals[0].end.microseconds
    measured = Double((horizon.intervals[0].end - horizon.intervals[0].start).microseconds) / unit
  }

  func offer(to sheet: inout TrialSheet, _ names: [String]) {
    for (type, name) in names.enumerated() { offerStation(to: &sheet, type, name) }
    offerWholes(to: &sheet, tiers: names.count - 1)
    let (unit, end) = (unit, end)
    @Sendable func life(_ row: ContactRow) -> Double { Double(row.course!.solvedAt - row.arrivedAt) / unit }
    @Sendable func rows(_ reading: Reading, _ type: Int?) -> [ContactRow] {
      reading.rows.filter { $0.isCounted && $0.arrivedAt < end && $0.course != nil && (type == nil || Int($0.contactType) == type) }
    }
    sheet.offer("mean_end_to_end_started_at_tier1") { $0.sum(of: rows($0, 0), life) }
    sheet.offer("mean_end_to_end_started_at_tier2") { $0.sum(of: rows($0, 1), life) }
    sheet.offer("mean_end_to_end") { $0.sum(of: rows($0, nil), life) }
    for (type, name) in names.enumerated() { sheet.offer("\(name)/mean_end_to_end") { $0.sum(of: rows($0, type), life) } }
    sheet.offer("mean_end_to_end_escalated") { $0.sum(of: rows($0, 0).filter { $0.course!.moves > 0 }, life) }
    sheet.offer("sd_end_to_end_escalated", .deviation) { $0.sum(of: rows($0, 0).filter { $0.course!.moves > 0 }, life) }
    sheet.offer("mean_end_to_end_not_escalated") { $0.sum(of: rows($0, 0).filter { $0.course!.moves == 0 }, life) }
    sheet.offer("legs_per_contact_started_at_tier1") { $0.sum(of: rows($0, 0)) { Double($0.course!.moves + 1) } }
  }

  /// Legs of contacts that came in the measured stretch.
  private func offerStation(to sheet: inout TrialSheet, _ type: Int, _ name: String) {
    let (unit, measured) = (unit, measured)
    sheet.offer("\(name)/legs_per_minute") { Sample(Double($0.contacts(type).accepted + $0.legs(type).movedIn), per: measured) }
    sheet.offer("\(name)/mean_wait") { reading in
      let legs = reading.legs(type)
      return Sample(
        Double(reading.contacts(type).waitAll + legs.waitAnswered + legs.waitOther) / unit,
        per: Double(reading.contacts(type).accepted + legs.movedIn))
    }
    sheet.offer("\(name)/p_wait") { reading in
      Sample(
        reading.contacts(type).hadToWait + reading.legs(type).hadToWait, per: reading.contacts(type).accepted + reading.legs(type).movedIn)
    }
    sheet.offer("\(name)/occupancy") { Sample($0.people(type).busy, per: $0.people(type).busy + $0.people(type).available) }
    sheet.offer("\(name)/mean_queue_length") { Sample(Double($0.contacts(type).queueIntegral) / unit, per: measured) }
    sheet.offer("\(name)/share_escalated") {
      Sample($0.legs(type).movedOut, per: $0.contacts(type).accepted + $0.legs(type).movedIn)
    }
  }

  private func offerWholes(to sheet: inout TrialSheet, tiers: Int) {
    let (unit, measured) = (unit, measured)
    sheet.offer("share_escalated_of_tier1_legs") { Sample($0.legs(0).movedOut, per: $0.contacts(0).accepted + $0.legs(0).movedIn) }
    sheet.offer("share_escalated") { reading in Sample(reading.legs(tiers).movedIn, per: reading.contacts().accepted) }
    sheet.offer("legs_per_contact") { Sample($0.contacts().accepted + $0.legs(tiers).movedIn, per: $0.contacts().accepted) }
    sheet.offer("mean_contacts_in_network") { reading in
      let onHold = (0...tiers).reduce(0) { $0 + reading.record.tickets[$1].onHoldIntegral }
      return Sample(Double(reading.contacts().queueIntegral + reading.people().busy + onHold) / unit, per: measured)
    }
  }
}

extension Reading {
  /// Legs of contacts that came in the measured stretch.
  func legs(_ type: Int) -> LegCell { record.legs?.cells[type] ?? LegCell() }
}
