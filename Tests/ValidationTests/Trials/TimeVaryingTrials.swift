import SimulationCore
import SupportModel
import SupportPolicies

/// C1, `C.time_varying`: Mt/M/st+M from empty, with both conventions for the end of a shift, snapshots and totals; and named leavers.
enum TimeVaryingTrials {
  private static let clock = ModelClock()

  static func trial(_ entry: ValidationCase) throws -> Trial {
    let params = entry.params
    let words = try params.string("lambda(t)")
    let end = try params.number("T")
    let theta = try params.number("theta")
    let arrivals =
      try (try? RateWords.steps(words)).map { clock.poisson(steps: $0.filter { $0.from < end }, until: end) }
      ?? [ArrivalProcess(pattern: .poisson(SinusoidTrials.wave(RateWords.wave(words), until: end)))]
    let name = params["shift_end_convention"]?.string ?? "exhaustive"
    try CaseProblem.require(["preempt", "exhaustive"].contains(name), "no such end of shift: \(name)")
    let convention: AgentGroup.EndOfShift = name == "preempt" ? .handBack : .finish
    let staffing = try (params.value(["staff_from_time"]).items ?? []).compactMap(\.numbers).map {
      try CaseProblem.require($0.count == 2, "staff_from_time: \($0)")
      return AgentGroup.StaffingStep(from: clock.instant($0[0]), count: Int($0[1]))
    }

    var sheet = TrialSheet(entry)
    let moments = snapshots(sheet.paths, prefix: "t=")
    let edges = Set(moments.map(\.instant) + [.zero, clock.instant(end)]).sorted()
    for (key, instant) in moments {
      let interval = edges.firstIndex(of: instant)! - 1
      offerSnapshot(&sheet, key, interval)
    }
    offerTotals(&sheet, length: end)
    return try sheet.trial(
      Scenario(
        name: entry.id, horizon: clock.horizon(edges: edges, atEnd: .cut), channels: [Channel(name: "phone")], skills: ["call"],
        contactTypes: [
          ContactType(
            name: "call", skills: [0], arrivals: arrivals,
            talk: TimedDistribution(clock.exponential(rate: params.number("mu"))),
            patience: theta > 0 ? TimedDistribution(clock.exponential(rate: theta)) : nil)
        ],
        groups: [AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .staffing(staffing), endOfShift: convention)],
        routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed])))
  }

  /// The instants of keys like `t=4` (just before the staffing change: an interval ends there) and `t=4+` (just after: a microsecond later).
  private static func snapshots(_ paths: [String], prefix: String, origin: Double = 0) -> [(key: String, instant: SimInstant)] {
    let keys = Set(paths.compactMap { $0.hasPrefix(prefix) ? String($0.split(separator: "/")[0]) : nil })
    return keys.sorted().compactMap { key in
      var text = key.dropFirst(prefix.count)
      let isAfter = text.hasSuffix("+")
      if isAfter || text.hasSuffix("-") { text = text.dropLast() }
      guard let offset = text.isEmpty ? 0 : Double(text) else { return nil }
      let instant = clock.instant(origin + offset)
      return (key, isAfter ? instant + ModelClock.microsecond : instant)
    }
  }

  private static func offerSnapshot(_ sheet: inout TrialSheet, _ key: String, _ interval: Int) {
    sheet.offer("\(key)/mean_busy") { Sample(Double($0.thereAtEnd(of: interval).busy)) }
    sheet.offer("\(key)/mean_queue") { Sample(Double($0.openAtEnd(of: interval).waiting)) }
    // Nobody there who could take a contact.
    sheet.offer("\(key)/p_all_busy") { Sample($0.thereAtEnd(of: interval).available == 0 ? 1 : 0) }
  }

  private static func offerTotals(_ sheet: inout TrialSheet, length: Double) {
    let unit = clock.unit * 1e6
    sheet.offer("totals_0_T/expected_arrivals") { Sample(Double($0.contacts(in: nil).offered)) }
    sheet.offer("totals_0_T/fraction_arrivals_finding_all_busy") {
      Sample($0.contacts(in: nil).hadToWait, per: $0.contacts(in: nil).offered)
    }
    sheet.offer("totals_0_T/expected_abandoned") { Sample(Double($0.contacts(in: nil).abandoned + $0.contacts(in: nil).disconnectedLate)) }
    sheet.offer("totals_0_T/abandon_fraction_of_arrivals") {
      // Who leaves after being handed back is no abandonment here, and one there.
      Sample($0.contacts(in: nil).abandoned + $0.contacts(in: nil).disconnectedLate, per: $0.contacts(in: nil).offered)
    }
    sheet.offer("totals_0_T/time_average_queue") { Sample(Double($0.contacts(in: nil).queueIntegral) / unit, per: length) }
    sheet.offer("totals_0_T/time_average_busy") { Sample(Double($0.people(in: nil).busy) / unit, per: length) }
    sheet.offer("totals_0_T/busy_over_scheduled") { Sample($0.people(in: nil).busy, per: $0.people(in: nil).scheduled) }
    // By Little's law, as the case computes it: the wait of those still queued at the end counts up to then.
    sheet.offer("totals_0_T/mean_wait_per_arrival_lt") {
      Sample(Double($0.contacts(in: nil).queueIntegral) / unit, per: Double($0.contacts(in: nil).offered))
    }
  }

  // MARK: - Named leavers

  /// Particular people's shifts end: a roster. Those who stay and those who leave are two groups, indifferent for routing.
  static func namedLeavers(_ entry: ValidationCase) throws -> Trial {
    let params = entry.params
    let (leave, end) = try (params.number("t1"), params.number("T"))
    let (all, stay) = try (Int(params.number("agents_until_t1")), Int(params.number("agents_after")))

    var sheet = TrialSheet(entry)
    let moments = snapshots(sheet.paths, prefix: "t1", origin: leave)
    // `t1+0.25` is an offset; only a bare `t1+` is an instant after.
    let edges = Set(moments.map(\.instant) + [.zero, clock.instant(end)]).sorted()
    for (key, instant) in moments {
      let interval = edges.firstIndex(of: instant)! - 1
      offerSnapshot(&sheet, key, interval)
      sheet.offer("\(key)/mean_busy_stayers") { Sample(Double($0.thereAtEnd(0, of: interval).busy)) }
      sheet.offer("\(key)/mean_busy_leavers") { Sample(Double($0.thereAtEnd(1, of: interval).busy)) }
      sheet.offer("\(key)/p_all_stayers_busy") { Sample($0.thereAtEnd(0, of: interval).available == 0 ? 1 : 0) }
    }
    func group(_ name: String, _ count: Int, until: Double) -> AgentGroup {
      let shift = AgentGroup.Shift(start: .zero, end: clock.instant(until))
      return AgentGroup(
        name: name, skills: [.init(skill: 0)],
        presence: .roster([.init(agents: (1...count).map { "\(name)-\($0)" }, shift: name, shifts: [shift])]))
    }
    return try sheet.trial(
      Scenario(
        name: entry.id, horizon: clock.horizon(edges: edges, atEnd: .cut), channels: [Channel(name: "phone")], skills: ["call"],
        contactTypes: [
          ContactType(
            name: "call", skills: [0], arrivals: clock.poisson(steps: [(0, params.number("lambda"))], until: end),
            talk: TimedDistribution(clock.exponential(rate: params.number("mu"))),
            patience: TimedDistribution(clock.exponential(rate: params.number("theta"))))
        ],
        groups: [group("stayers", stay, until: end + 1), group("leavers", all - stay, until: leave)],
        routing: RoutingPolicy(agentForContact: [RandomAgent().boxed], contactForAgent: [LongestWait().boxed])))
  }
}
