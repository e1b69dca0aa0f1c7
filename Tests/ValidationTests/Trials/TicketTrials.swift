import SimulationCore
import SupportModel
import SupportPolicies

/// G1, G2 and G8: contacts with several touches, that close by themselves, come back, or are with other parties for a while.
enum TicketTrials {
  static func trial(_ entry: ValidationCase) throws -> Trial {
    let clock = ModelClock()
    let params = entry.params
    let rate = try params["need_arrival_rate"]?.number ?? params.number("arrival_rate")
    let agents = try Int(params.number("agents"))
    var type = try contact(entry, clock)
    let visits = entry.expected["touches_per_ticket"]?.number ?? 1
    let contacts = rate * (entry.expected["tickets_per_need"]?.number ?? 1)
    let mean = type.talk.pieces[0].distribution.mean / clock.unit
    let relaxation = SteadyState.relaxation(
      service: mean, servers: agents, load: try entry.expected.number("occupancy"), variability: 2)
    // Of those that live longest: what comes back after the tail would meet nobody.
    let life =
      try [
        "mean_time_to_resolution_of_held", "mean_time_to_resolution", "mean_time_to_final_close", "mean_time_to_first_close",
      ].compactMap { entry.expected[$0]?.number }.max() ?? entry.expected.number("mean_time_to_resolution")
    // Nearly all who are away, for however long, came after the start.
    let away = (type.holds.flatMap(\.takes) + (type.touches?.repliesIn ?? [])).map { $0.quantile(1 - 1e-5) / clock.unit }.max() ?? 0
    let horizon = TicketTrials.horizon(clock, relaxation: relaxation, life: max(life * max(1, visits), away / 12), rate: contacts)
    type.arrivals = clock.poisson(rate: rate, until: horizon.length)

    var sheet = TrialSheet(entry)
    let reads = TicketReadings(clock, horizon)
    reads.offer(to: &sheet)
    let targets = reads.offerReplies(to: &sheet, after: 0)
    var types = [type]
    var groups = [AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .always(count: agents))]
    try addDepartment(entry, clock, horizon, &types, &groups, &sheet, reads)
    var trial = try sheet.trial(
      Scenario(
        name: entry.id, horizon: horizon, channels: [Channel(name: "email", isLive: false)], skills: ["email", "other"],
        contactTypes: types, groups: groups,
        routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed]), targets: targets))
    trial.observing = .contacts
    trial.first = 24
    return trial
  }

  /// A warm-up to forget the empty start, the measured stretch, and a tail in which the last measured contacts meet the same crowd.
  static func horizon(_ clock: ModelClock, relaxation: Double, life: Double, rate: Double) -> Horizon {
    let warmUp = 12 * relaxation + 12 * life
    let measured = max(60 * relaxation + 20 * life, 10_000 / rate)
    let edges = [warmUp, warmUp + measured, warmUp + measured + 4 * relaxation + 10 * life]
    return clock.horizon(edges: edges.map(clock.instant), atEnd: .drain)
  }

  // MARK: - The contact

  private static func contact(_ entry: ValidationCase, _ clock: ModelClock) throws -> ContactType {
    let params = entry.params
    let work = try (params["work"]?.items ?? [params.value(["work"])]).map(clock.law)
    var type = ContactType(name: "ticket", skills: [0], talk: TimedDistribution(work[0]))
    let more = shares(
      params["follow_up_probability"] ?? params["pending_probability"] ?? params["pending_given_no_hold"] ?? params["pending"])
    let delays = try (params["reply_delay"].map { $0.items ?? [$0] } ?? []).map(clock.law)
    var touches = Touches(more: more, repliesIn: delays, neverReplies: [params["never_replies"]?.number ?? 0])
    touches.talk = work.dropFirst().map { TimedDistribution($0) }
    if let close = params["auto_close"]?.number {
      touches.autoClose = .init(after: .time(clock.span(close)))
      touches.lateReplies = params["late_replies"]?.string == "return" ? .reopen : .lost
    }
    type.touches = touches
    if let window = params["reopen_window"]?.number, let share = params["reopen_probability"]?.number {
      type.reopening = Reopening(
        share: share, after: try params["reopen_delay"].map(clock.law), within: clock.span(window),
        afterWindow: params["after_window"]?.string == "new ticket" ? .new : .lost)
    }
    if let delay = params["hold_delay"] {
      type.holds = [Hold(.outside("department"), shares: shares(params["hold"]), takes: [try clock.law(delay)])]
    }
    return type
  }

  private static func shares(_ json: JSONValue?) -> [Double] { json?.numbers ?? [json?.number ?? 0] }

  /// The department that has contacts on hold, with work of its own.
  private static func addDepartment(
    _ entry: ValidationCase, _ clock: ModelClock, _ horizon: Horizon, _ types: inout [ContactType], _ groups: inout [AgentGroup],
    _ sheet: inout TrialSheet, _ reads: TicketReadings
  ) throws {
    guard let department = entry.params["department"] else { return }
    let work = try clock.law(department.value(["work"]))
    types[0].holds = [Hold(.group(1), shares: shares(entry.params["hold"]), takes: [work])]
    types.append(
      ContactType(
        name: "own", skills: [1], arrivals: clock.poisson(rate: try department.number("own_arrival_rate"), until: horizon.length),
        talk: TimedDistribution(work)))
    groups.append(AgentGroup(name: "department", skills: [.init(skill: 1)], presence: .always(count: try Int(department.number("people")))))
    reads.offerDepartment(to: &sheet)
  }
}

/// What cases say of contacts with several touches. Contacts that came in the measured stretch are looked at until they are through.
struct TicketReadings {
  private let unit: Double
  private let measured: Double
  private let end: Int64
  private let clock: ModelClock

  init(_ clock: ModelClock, _ horizon: Horizon) {
    self.clock = clock
    unit = clock.unit * 1e6
    end = horizon.intervals[0].end.microseconds
    measured = Double((horizon.intervals[0].end - horizon.intervals[0].start).microseconds) / unit
  }

  func offer(to sheet: inout TrialSheet) {
    offerTouches(to: &sheet)
    offerNumbers(to: &sheet)
    offerTimes(to: &sheet)
    offerEnds(to: &sheet)
  }

  private func offerTouches(to sheet: inout TrialSheet) {
    let unit = unit
    sheet.offer("touches_per_ticket") { Sample($0.tickets().touches, per: $0.contacts(0).handled) }
    sheet.offer("share_resolved_in_one_touch") { Sample($0.tickets().oneTouch, per: $0.contacts(0).handled) }
    sheet.offer("mean_work_per_ticket") { Sample(Double($0.contacts(0).talk) / unit, per: Double($0.contacts(0).handled)) }
    sheet.offer("mean_wait_per_touch") {
      Sample(
        Double($0.contacts(0).waitAll + $0.contacts(0).waitAgain) / unit, per: Double($0.contacts(0).accepted + $0.tickets().joinsAgain))
    }
    sheet.offer("mean_wait_first_touch") { Sample(Double($0.contacts(0).waitAll) / unit, per: Double($0.contacts(0).accepted)) }
    sheet.offer("mean_wait_follow_up") { Sample(Double($0.contacts(0).waitAgain) / unit, per: Double($0.tickets().joinsAgain)) }
    sheet.offer("p_wait_per_touch") {
      Sample($0.contacts(0).hadToWait + $0.contacts(0).waitsAgain, per: $0.contacts(0).accepted + $0.tickets().joinsAgain)
    }
    sheet.offer("p_wait_first_touch") { Sample($0.contacts(0).hadToWait, per: $0.contacts(0).accepted) }
    sheet.offer("p_wait_follow_up") { Sample($0.contacts(0).waitsAgain, per: $0.tickets().joinsAgain) }
    for touch in 1...3 {
      sheet.offer("mean_wait_touch\(touch)") { reading in
        reading.sum(of: reading.touches(number: touch, before: end)) { Double($0.beganAt - $0.queuedAt) / unit }
      }
    }
  }

  private func offerNumbers(to sheet: inout TrialSheet) {
    let (unit, measured) = (unit, measured)
    sheet.offer("occupancy") { Sample($0.people(0).busy, per: $0.people(0).busy + $0.people(0).available) }
    sheet.offer("mean_pending_tickets") { Sample(Double($0.tickets().pendingIntegral) / unit, per: measured) }
    sheet.offer("mean_on_hold_tickets") { Sample(Double($0.tickets().onHoldIntegral) / unit, per: measured) }
    sheet.offer("mean_queue_length") { Sample(Double($0.contacts(0).queueIntegral) / unit, per: measured) }
    sheet.offer("mean_open_tickets") { reading in
      let open = reading.contacts(0).queueIntegral + reading.tickets().pendingIntegral + reading.tickets().onHoldIntegral
      return Sample(Double(open + reading.people(0).busy) / unit, per: measured)
    }
    sheet.offer("tickets_per_minute") { Sample(Double($0.contacts(0).offered), per: measured) }
    sheet.offer("tickets_per_need") { Sample($0.contacts(0).offered, per: $0.contacts(0).offered - $0.contacts(0).retried) }
    sheet.offer("touches_per_need") { Sample($0.tickets().touches, per: $0.contacts(0).offered - $0.contacts(0).retried) }
  }

  private func offerTimes(to sheet: inout TrialSheet) {
    let (unit, end) = (unit, end)
    @Sendable func life(_ row: ContactRow) -> Double { Double(row.course!.solvedAt - row.arrivedAt) / unit }
    for path in ["mean_time_to_resolution", "mean_time_to_final_close"] {
      sheet.offer(path) { reading in reading.sum(of: reading.tickets(before: end), life) }
    }
    sheet.offer("var_time_to_resolution", .variance) { reading in reading.sum(of: reading.tickets(before: end), life) }
    sheet.offer("sd_time_to_resolution", .deviation) { reading in reading.sum(of: reading.tickets(before: end), life) }
    sheet.offer("mean_time_to_resolution_of_never_on_hold") { reading in
      reading.sum(of: reading.tickets(before: end).filter { $0.course!.holds == 0 }, life)
    }
    sheet.offer("mean_time_to_resolution_of_held") { reading in
      reading.sum(of: reading.tickets(before: end).filter { $0.course!.holds > 0 }, life)
    }
    sheet.offer("mean_time_to_first_close") { reading in
      reading.sum(of: reading.tickets(before: end)) { Double($0.course!.firstSolvedAt - $0.arrivedAt) / unit }
    }
    sheet.offer("mean_time_to_first_reply_sent") { reading in
      reading.sum(of: reading.touches(number: 1, before: end)) { Double($0.talkEndedAt - $0.queuedAt) / unit }
    }
    let parts: [(String, [ClockPhase])] = [
      ("mean_time_to_resolution_excl_pending", [.pending]), ("mean_time_to_resolution_excl_hold", [.onHold]),
      ("mean_time_to_resolution_excl_both", [.pending, .onHold]), ("mean_time_open", []),
    ]
    for (path, without) in parts {
      sheet.offer(path) { reading in
        let time = reading.time(before: end) { !$0.isOver && !without.contains($0) }
        return Sample(Double(time) / unit, per: Double(reading.tickets(before: end).count))
      }
    }
  }

  private func offerEnds(to sheet: inout TrialSheet) {
    let (unit, end) = (unit, end)
    sheet.offer("p_pending_ends_by_auto_close") { Sample($0.tickets().autoClosed, per: $0.tickets().pendings) }
    sheet.offer("mean_pending_time") { Sample(Double($0.tickets().pendingTime) / unit, per: Double($0.tickets().pendings)) }
    sheet.offer("auto_closes_per_ticket") { Sample($0.tickets().autoClosed, per: $0.contacts(0).handled) }
    sheet.offer("reopens_per_ticket") { Sample($0.tickets().reopened, per: $0.contacts(0).handled) }
    sheet.offer("share_of_closes_reopened") { Sample($0.tickets().reopened, per: $0.contacts(0).handled + $0.tickets().reopened) }
    sheet.offer("share_of_tickets_reopened") { reading in
      reading.sum(of: reading.tickets(before: end)) { $0.course!.reopens > 0 ? 1 : 0 }
    }
    sheet.offer("share_first_close_is_auto_close") { reading in
      Sample(Double(reading.firstClosedByThemselves(before: end)), per: Double(reading.tickets(before: end).count))
    }
    sheet.offer("share_never_on_hold") { reading in reading.sum(of: reading.tickets(before: end)) { $0.course!.holds == 0 ? 1 : 0 } }
    sheet.offer("holds_per_ticket") { reading in reading.sum(of: reading.tickets(before: end)) { Double($0.course!.holds) } }
    sheet.offer("mean_hold_time_per_ticket") { Sample(Double($0.tickets().holdTime) / unit, per: Double($0.contacts(0).handled)) }
    sheet.offer("mean_hold_time_per_hold") { Sample(Double($0.tickets().holdTime) / unit, per: Double($0.tickets().holds)) }
  }

  /// Each threshold is a promise of a first response.
  func offerReplies(to sheet: inout TrialSheet, after existing: Int) -> [Target] {
    var targets: [Target] = []
    for path in sheet.paths where path.hasPrefix("share_first_reply_sent_within_") {
      guard let threshold = Double(path.split(separator: "_").last!) else { continue }
      let index = existing + targets.count
      targets.append(
        Target(
          name: path, contactTypes: [0], measure: .firstResponse, durations: ClockDurations(.time(clock.span(threshold))), goal: 0.8))
      sheet.offer(path) { Sample($0.target(index).answeredWithin, per: $0.target(index).accepted) }
    }
    return targets
  }

  /// Waits of the department's own and held contacts together, and its occupancy.
  func offerDepartment(to sheet: inout TrialSheet) {
    let unit = unit
    sheet.offer("department_occupancy") { Sample($0.people(1).busy, per: $0.people(1).busy + $0.people(1).available) }
    sheet.offer("department_mean_wait") {
      Sample(
        Double($0.people(1).holdWait + $0.contacts(1).waitAll) / unit, per: Double($0.people(1).holdsBegun + $0.contacts(1).accepted))
    }
    sheet.offer("department_p_wait") {
      Sample($0.people(1).holdsWaited + $0.contacts(1).hadToWait, per: $0.people(1).holdsJoined + $0.contacts(1).accepted)
    }
  }
}

extension Reading {
  /// What became of tickets that arrived in interval 0.
  func tickets() -> TicketCell { record.tickets[0] }

  /// Contacts of the first type that came in the measured stretch.
  func tickets(before end: Int64) -> [ContactRow] {
    rows.filter { $0.isCounted && $0.contactType == 0 && $0.arrivedAt < end && $0.course != nil }
  }

  /// Touches of these contacts with a number.
  func touches(number: Int, before end: Int64) -> [TouchRow] {
    touches.filter { $0.touch == number && $0.contactType == 0 && isMeasured($0.contact, before: end) }
  }

  private func isMeasured(_ contact: Int64, before end: Int64) -> Bool {
    let row = rows[Int(contact)]
    return row.isCounted && row.contactType == 0 && row.arrivedAt < end
  }

  /// Time of these contacts in some phases, µs.
  func time(before end: Int64, in phase: (ClockPhase) -> Bool) -> Int64 {
    phases.reduce(0) { sum, row in phase(row.phase) && row.to >= 0 && isMeasured(row.contact, before: end) ? sum + row.to - row.from : sum }
  }

  func firstClosedByThemselves(before end: Int64) -> Int {
    var seen: Set<Int64> = []
    var count = 0
    // In order of time: a stretch is written down when it ends, and those without an end come last.
    for row in phases.filter({ $0.phase.isOver }).sorted(by: { ($0.contact, $0.from) < ($1.contact, $1.from) })
    where isMeasured(row.contact, before: end) && seen.insert(row.contact).inserted && row.phase == .closed { count += 1 }
    return count
  }

  /// Sum, number and sum of squares.
  func sum<Row>(of rows: [Row], _ value: (Row) -> Double) -> Sample {
    var (sum, squares) = (0.0, 0.0)
    for row in rows {
      let x = value(row)
      sum += x
      squares += x * x
    }
    return Sample(sum, per: Double(rows.count), squares: squares)
  }
}
