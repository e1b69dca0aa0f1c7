import Foundation
import SimulationCore
import SupportModel
import SupportPolicies

/// D1: example programs of the ContactCenters library (L'Ecuyer, Buist), day by day as they were published.
enum PublishedTrials {
  /// A model is known by what its case describes, not by its name.
  static func trial(_ entry: ValidationCase) throws -> Trial {
    let params = entry.params
    if params["calls_per_hour"] != nil { return try busyDay(entry) }
    if params["day_min"] != nil { return try params.string("end").contains("cleared") ? clearedQueue(entry) : simpleDay(entry) }
    if params["type_to_group"] != nil { return try threeTypes(entry, params) }
    if let words = params["as"]?.string {
      // `SimpleMSK but …` names only what is different.
      let base = ValidationFolder.cases("D1_published_models").first { words.hasPrefix($0.id) }
      guard let base else { throw CaseProblem("no case to begin with: \(words)") }
      return try threeTypes(entry, base.params, but: words)
    }
    if params["redial"] != nil { return try bilingual(entry) }
    throw CaseProblem("no such model: \(entry.id)")
  }

  /// Printed half-width of a path, or of the table it stands in.
  static func halfWidth(_ entry: ValidationCase, _ path: String) -> Double? {
    let printed = entry.tolerance["half_width"]?.leaves ?? []
    return printed.first { $0.path == path }?.value ?? printed.first { $0.path == path.split(separator: "/")[0] }?.value
  }

  private static let longestIdleFirst = RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed])

  // MARK: - CallCC

  /// Thirteen hours under a random busyness; one caller in ten leaves at once when it must wait.
  private static func busyDay(_ entry: ValidationCase) throws -> Trial {
    let clock = ModelClock(unit: 1)
    let params = entry.params
    let hour = try params.number("period_length_s")
    let counts = try params.numbers("calls_per_hour")
    let end = hour * Double(counts.count)
    let volume = counts.reduce(0, +)
    let shape = try params.number("busyness", "shape")

    var sheet = TrialSheet(entry)
    sheet.offer("expected_arrivals") { Sample(Double($0.contacts().offered)) }
    sheet.offer("mean_wait_s") { Sample(Double($0.contacts().waitAll) * 1e-6, per: volume) }
    sheet.offer("fraction_wait_lt_20s") { Sample(Double($0.target(0).answeredWithin + $0.target(0).abandonedWithin), per: volume) }
    sheet.offer("fraction_lost") { Sample(Double($0.contacts().abandoned + $0.contacts().balked), per: volume) }

    let arrivals = ArrivalProcess(
      pattern: .poisson(
        counts.enumerated().map { index, count in
          .init(start: clock.instant(Double(index) * hour), end: clock.instant(Double(index + 1) * hour), expected: count)
        }),
      busyness: .init(factor: GammaDistribution(shape: shape, scale: 1 / shape), name: "day"))
    var type = try ContactType(
      name: "call", skills: [0], arrivals: [arrivals],
      talk: TimedDistribution(ExponentialDistribution(mean: params.number("service", "mean"))),
      patience: TimedDistribution(ExponentialDistribution(mean: params.number("patience", "else_exponential_mean"))))
    type.balk = try params.number("patience", "p_zero")
    let steps = try params.numbers("agents").enumerated().map { index, count in
      AgentGroup.StaffingStep(from: clock.instant(Double(index) * hour), count: Int(count))
    }
    var trial = try sheet.trial(
      Scenario(
        name: entry.id, horizon: clock.horizon(edges: [.zero, clock.instant(end)], atEnd: .drain), channels: [Channel(name: "phone")],
        skills: ["call"], contactTypes: [type],
        groups: [AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .staffing(steps))], routing: longestIdleFirst,
        targets: [
          Target(
            name: "20 s", contactTypes: [0], answerWithin: .seconds(params.number("sl_threshold_s")), goal: 0.8, abandons: .metWithin)
        ]))
    // Nearly all the noise is the busyness of the day. Given B the number of calls N is Poisson(volume · B), so the expectations of its
    // falling powers N(N − 1)…(N − k + 1) are volume^k · E[B^k], and B is gamma.
    trial.control(
      ["mean_wait_s", "fraction_wait_lt_20s", "fraction_lost"],
      with: (1...4).map { power in
        let moment = (0..<power).reduce(1.0) { $0 * (shape + Double($1)) / shape }
        return Control(mean: moment) { reading in
          let calls = Double(reading.contacts().offered)
          return (0..<power).reduce(1.0) { $0 * (calls - Double($1)) / volume }
        }
      })
    trial.first = 1_000
    return trial
  }

  // MARK: - MMC

  private static func station(_ entry: ValidationCase, _ clock: ModelClock, minutes: Double, edges: [Double]) throws -> Scenario {
    let params = entry.params
    let rate = try params.number("lambda_per_min")
    return try Scenario(
      name: entry.id, horizon: clock.horizon(edges: edges.map(clock.instant), atEnd: .drain), channels: [Channel(name: "phone")],
      skills: ["call"],
      contactTypes: [
        ContactType(
          name: "call", skills: [0], arrivals: clock.poisson(steps: [(0, rate)], until: minutes),
          talk: TimedDistribution(clock.exponential(rate: params.number("mu_per_min"))))
      ],
      groups: [
        AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .always(count: Int(params.number("agents"))))
      ],
      routing: longestIdleFirst,
      targets: [Target(name: "20 s", contactTypes: [0], answerWithin: clock.span(params.number("awt_min")), goal: 0.8)])
  }

  /// M/M/12 from empty for 480 minutes, then served to the end.
  private static func simpleDay(_ entry: ValidationCase) throws -> Trial {
    let clock = ModelClock(unit: 60)
    let minutes = try entry.params.number("day_min")
    let calls = try entry.params.number("lambda_per_min") * minutes
    var sheet = TrialSheet(entry)
    sheet.offerPeople(clock, measured: minutes)
    sheet.offer("contacts_in_target") { Sample(Double($0.target(0).answeredWithin)) }
    sheet.offer("service_level") { Sample(Double($0.target(0).answeredWithin), per: calls) }
    sheet.offer("speed_of_answer_min") { Sample(Double($0.contacts().waitAll) * 1e-6 / 60, per: Double($0.contacts().offered)) }
    return try sheet.trial(station(entry, clock, minutes: minutes, edges: [0, minutes]))
  }

  /// The same with the queue cut off at closing time. What waits then knows nothing of the morning: the influence of the empty start falls
  /// to 1/e in 1 ÷ (12 μ (1 − √ρ)²) = 6.2 minutes, so playing the last 50 minutes (e⁻⁸) is the same to a third of a thousandth.
  private static func clearedQueue(_ entry: ValidationCase) throws -> Trial {
    let clock = ModelClock(unit: 60)
    let minutes = try min(50, entry.params.number("day_min"))
    var sheet = TrialSheet(entry)
    sheet.offer("disconnected") { Sample(Double($0.contacts().disconnected)) }
    var scenario = try station(entry, clock, minutes: minutes, edges: [0, minutes, minutes + 10])
    scenario.calendars = [WorkCalendar(name: "day", hours: BusinessTime([.zero..<clock.instant(minutes)]))]
    scenario.contactTypes[0].opens = .init(calendar: 0, outside: .refuse, atClose: .disconnect)
    return try sheet.trial(scenario)
  }

  // MARK: - SimpleMSK

  /// Three types, two groups, three periods of two hours, one busyness for all.
  ///
  /// - Parameter difference: in words: one type tries one group only after so many minutes in queue.
  private static func threeTypes(_ entry: ValidationCase, _ params: JSONValue, but difference: String? = nil) throws -> Trial {
    let clock = ModelClock(unit: 60)
    let rates = try params.value(["lambda"]).items?.compactMap(\.numbers) ?? []
    let services = try params.numbers("service_rate_by_arrival_period")
    let patiences = try params.numbers("patience_rate_by_arrival_period")
    let staff = try params.value(["agents"]).items?.compactMap { $0.numbers?.map { Int($0) } } ?? []
    let shape = try params.number("busyness", "shape")
    try CaseProblem.require(rates.count == 3 && staff.count == 2 && staff.allSatisfy { $0.count == 3 }, "not three types and two groups")
    let reroute = difference?.firstMatch(of: /type-(\d+) contact tries group (\d+) only after ([0-9.]+) min/)
    try CaseProblem.require(difference == nil || reroute != nil, "no such difference: \(difference ?? "")")
    let isRerouting = reroute != nil
    let period = try params.number("period_length")
    let awt = try clock.span(params.number("awt"))
    // Two hours more, for what is left at closing time.
    let edges = (0...4).map { clock.instant(Double($0) * period) }

    var sheet = TrialSheet(entry.targets, rule: .published(halfWidth: 0))
    func offer(_ path: String, read: @escaping @Sendable (Reading) -> Sample) {
      // Where none is printed: the widest of the table in the sister program.
      sheet.offer(path, rule: .published(halfWidth: halfWidth(entry, path) ?? 9.6), read: read)
    }
    offer("served") { Sample(Double($0.contacts(in: nil).handled)) }
    offer("abandoned") { Sample(Double($0.contacts(in: nil).abandoned)) }
    offer("service_level") { reading in
      let targets = (0..<3).map { reading.target($0, in: nil) }
      return Sample(
        targets.map(\.answeredWithin).reduce(0, +), per: targets.map { $0.answered + $0.abandoned - $0.abandonedWithin }.reduce(0, +))
    }
    // The program counts until its last event: after closing time the last period's staff are there until the last contact is gone.
    let (close, lastStaff) = (edges[3].microseconds, Int64(staff[0][2]))
    offer("occupancy_group0") { reading in
      let day = (0..<3).map { reading.people(0, in: $0) }.reduce(into: GroupCell()) { $0 += $1 }
      let after = reading.people(0, in: 3)
      let end = reading.rows.map(\.endedAt).max() ?? close
      return Sample(day.busy + after.busy, per: day.busy + day.available + after.overtime + lastStaff * max(0, end - close))
    }
    for type in 0..<3 {
      for interval in 0..<3 {
        offer("good_by_type_period/\(type)/\(interval)") { Sample(Double($0.target(type, in: interval).answeredWithin)) }
      }
    }
    func timed(_ rates: [Double]) -> TimedDistribution {
      TimedDistribution(pieces: rates.enumerated().map { .init(from: edges[$0.offset], distribution: clock.exponential(rate: $0.element)) })
    }
    // The text of the rerouting program takes the oldest; its code takes the last queue of the list that holds anybody.
    let contacts: [AnyContactCriterion] =
      isRerouting ? [TypeOrder(contactTypes: [[0, 1], [1, 2]]).boxed, LongestWait().boxed] : [LongestWait().boxed]
    let overflow = reroute.flatMap { words -> RoutingPolicy.Overflow? in
      guard let type = Int(words.1), let group = Int(words.2), let minutes = Double(words.3) else { return nil }
      return .init(contactTypes: [type], after: clock.span(minutes), groups: [group])
    }
    var trial = try sheet.trial(
      Scenario(
        name: entry.id, horizon: clock.horizon(edges: edges, atEnd: .drain), channels: [Channel(name: "phone")],
        skills: ["a", "b", "c"],
        contactTypes: rates.enumerated().map { type, rates in
          let segments = rates.enumerated().map { index, rate in
            ArrivalProcess.RateSegment(start: edges[index], end: edges[index + 1], expected: rate * period)
          }
          return ContactType(
            name: "type\(type)", skills: [type],
            arrivals: [
              ArrivalProcess(
                pattern: .poisson(segments), busyness: .init(factor: GammaDistribution(shape: shape, scale: 1 / shape), name: "day"))
            ],
            talk: timed(services), patience: timed(patiences))
        },
        groups: staff.enumerated().map { group, counts in
          AgentGroup(
            name: "group\(group)", skills: [.init(skill: group), .init(skill: group + 1)],
            presence: .staffing(counts.enumerated().map { .init(from: edges[$0.offset], count: $0.element) }))
        },
        routing: RoutingPolicy(
          agentForContact: [GroupOrder(groups: [[0], [0, 1], [1]]).boxed, LongestIdle().boxed], contactForAgent: contacts,
          overflow: overflow.map { [$0] } ?? []),
        targets: (0..<3).map { Target(name: "type\($0)", contactTypes: [$0], answerWithin: awt, goal: 0.8) }))
    trial.observing = [.contacts]
    return trial
  }

  // MARK: - Bilingual

  /// Two languages, people for each and for both, redials. One replication is one day; the program prints weeks of five.
  private static func bilingual(_ entry: ValidationCase) throws -> Trial {
    let clock = ModelClock(unit: 60)
    let params = entry.params
    let languages = try params.value(["service"]).members.keys.sorted()
    try CaseProblem.require(languages.count == 2, "not two languages: \(languages)")
    let hours = try hourlyRates(params)
    let open = hours.reduce(0) { max($0, $1.to) } * 60
    let expected = hours.reduce(0.0) { $0 + $1.rate * ($1.to - $1.from) }
    // An hour more, in which those who were talking at 17:00 finish.
    let edges = [0, open, open + 60].map(clock.instant)
    let days = 5.0

    var sheet = TrialSheet(entry.targets, rule: .published(halfWidth: 0))
    func offer(_ path: String, read: @escaping @Sendable (Reading) -> Sample) {
      // 30 disconnected in 1,000 weeks: 1.96 √30 ÷ 1,000.
      sheet.offer(path, rule: .published(halfWidth: halfWidth(entry, path) ?? 0.011), read: read)
    }
    let delay = try params.number("redial", "delay")
    let awt = try clock.span(params.number("awt")).microseconds
    @Sendable func inTarget(_ reading: Reading, _ type: Int) -> Double {
      let waits = RedialledWaits(reading.rows, delay: clock.span(delay).microseconds)
      return Double(reading.rows.count { $0.outcome == .handled && Int($0.contactType) == type && waits.total($0) < awt })
    }
    for type in languages.indices {
      // Those who redial after closing time and are refused count too.
      offer("arrivals/\(type)") { Sample(days * Double($0.contacts(type, in: nil).offered)) }
      offer("retrials/\(type)") { Sample(days * Double($0.contacts(type, in: nil).retried)) }
      offer("served/\(type)") { Sample(days * Double($0.contacts(type).handled)) }
      offer("disconnected/\(type)") { Sample(days * Double($0.contacts(type).disconnected)) }
      offer("abandoned/\(type)") { Sample(days * Double($0.contacts(type).abandoned)) }
      offer("in_target/\(type)") { Sample(days * inTarget($0, type)) }
      offer("service_level_pct/\(type)") { Sample(100 * days * inTarget($0, type), per: days * expected) }
    }
    for (group, name) in (languages + ["bilingual", "all"]).enumerated() {
      let one = group < 3 ? group : nil
      offer("occupancy_pct/\(name)") { Sample(100 * Double($0.people(one, in: nil).busy), per: Double($0.people(one).scheduled)) }
    }
    let redial = try ContactType.Retry(
      probability: params.number("redial", "probability"), delay: ConstantDistribution(delay * clock.unit),
      atMost: .max, sameWork: true, samePatience: true)
    let arrivals = clock.poisson(steps: hours.map { ($0.from * 60, $0.rate / 60) }, until: open)
    let shift = AgentGroup.Shift(start: .zero, end: clock.instant(open))
    var trial = try sheet.trial(
      Scenario(
        name: entry.id, horizon: clock.horizon(edges: edges, atEnd: .drain),
        calendars: [WorkCalendar(name: "day", hours: BusinessTime([.zero..<clock.instant(open)]))],
        channels: [Channel(name: "phone")], skills: languages,
        contactTypes: languages.enumerated().map { index, language in
          try ContactType(
            name: language, skills: [index], arrivals: arrivals,
            talk: TimedDistribution(clock.law(words: params.string("service", language))),
            patience: TimedDistribution(clock.law(params.value(["patience"]))),
            opens: .init(calendar: 0, outside: .refuse, atClose: .disconnect), afterAbandon: redial)
        },
        sharedLimits: [SharedLimit(contactTypes: [0, 1], inSystem: Int(params.number("trunks")))],
        groups: (languages + ["bilingual"]).enumerated().map { index, name in
          let names = try (1...Int(params.number("agents", name))).map { "\(name)-\($0)" }
          return AgentGroup(
            name: name, skills: index < 2 ? [.init(skill: index)] : [.init(skill: 0), .init(skill: 1)],
            presence: .roster([.init(agents: names, shift: "day", shifts: [shift])]))
        },
        routing: RoutingPolicy(agentForContact: [RandomAgent().boxed], contactForAgent: [LongestWait().boxed])))
    trial.observing = [.contacts]
    return trial
  }

  /// `{"8-9h": 100, "9-17h": 50}` in hours from the opening on.
  private static func hourlyRates(_ params: JSONValue) throws -> [(from: Double, to: Double, rate: Double)] {
    let rates = try params.value(["arrivals_per_hour_per_language"]).members.compactMap { hours, rate in
      hours.firstMatch(of: /^(\d+)-(\d+)h$/).flatMap { match -> (from: Double, to: Double, rate: Double)? in
        guard let from = Double(match.1), let to = Double(match.2), let rate = rate.number else { return nil }
        return (from, to, rate)
      }
    }
    guard let opening = rates.map(\.from).min() else { throw CaseProblem("no arrivals by the hour") }
    return rates.sorted { $0.from < $1.from }.map { ($0.from - opening, $0.to - opening, $0.rate) }
  }
}
