import SimulationCore
import SupportModel
import SupportPolicies

/// G11: whether customers are satisfied, what a survey sees of it, and whether they would recommend the company.
enum OutcomeTrials {
  static func trial(_ entry: ValidationCase) throws -> Trial {
    let clock = ModelClock()
    let params = entry.params
    if params["contacts"] != nil { return try survey(entry, clock) }
    let stations = try stations(params, clock)
    let rate = try params.number("arrival_rate")
    let patience = try params["patience"].map(clock.law)
    let relaxation =
      stations.map { station in
        let mean = station.work.mean / clock.unit
        if let patience { return 3 * max(mean, patience.mean / clock.unit) }
        let load = station.rate * mean / Double(station.agents)
        return SteadyState.relaxation(service: mean, servers: station.agents, load: load, variability: 2)
      }.max() ?? 0
    let steady = SteadyState(clock, relaxation: relaxation, contactRate: rate)
    var types = stations.enumerated().map { index, station in
      ContactType(
        name: "tier\(index + 1)", skills: [index], arrivals: index == 0 ? clock.poisson(rate: rate, until: steady.horizon.length) : [],
        talk: TimedDistribution(station.work), patience: patience.map { TimedDistribution($0) })
    }
    if types.count > 1 { types[0].moves = [Move(shares: [try params.number("escalated_share")], to: 1)] }
    var sheet = TrialSheet(entry)
    offer(to: &sheet, clock, isMoved: types.count > 1, end: steady.horizon.intervals[0].end.microseconds)
    var scenario = Scenario(
      name: entry.id, horizon: steady.horizon, channels: [Channel(name: "phone", isLive: types.count == 1)],
      skills: types.map(\.name), contactTypes: types,
      groups: stations.enumerated().map { index, station in
        AgentGroup(name: "group\(index + 1)", skills: [.init(skill: index)], presence: .always(count: station.agents))
      },
      routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed]))
    scenario.satisfaction = try satisfaction(params, clock)
    var trial = try sheet.trial(scenario)
    if needsRows(entry) { trial.observing = .contacts }
    trial.first = 24
    return trial
  }

  private static func stations(_ params: JSONValue, _ clock: ModelClock) throws -> [(agents: Int, work: AnyDistribution, rate: Double)] {
    let rate = try params.number("arrival_rate")
    guard let first = params["tier1"] else {
      return [(try Int(params.number("agents")), try clock.law(params.value(["work"])), rate)]
    }
    let second = try params.value(["tier2"])
    return [
      (try Int(first.number("agents")), try clock.law(first.value(["work"])), rate),
      (try Int(second.number("agents")), try clock.law(second.value(["work"])), rate * (try params.number("escalated_share"))),
    ]
  }

  static func satisfaction(_ params: JSONValue, _ clock: ModelClock) throws -> Satisfaction {
    var satisfaction = Satisfaction(model: .init(base: 0))
    if let json = params["satisfaction"] {
      satisfaction.model.base = try json.number("intercept")
      satisfaction.model.wait = try json["wait"].map { try slope($0, clock) }
      satisfaction.model.resolution = try json["resolution"].map { try slope($0, clock) }
      satisfaction.model.moves = json["per_handoff"]?.number ?? 0
    }
    if let sends = params["survey_sent"]?.number {
      satisfaction.survey = .init(
        sends: sends, answersSatisfied: try params.number("response_rate_satisfied"),
        answersUnsatisfied: try params.number("response_rate_not_satisfied"))
    }
    if let json = params["nps"] {
      var rule = Satisfaction.Recommendation(
        promoter: try json.number("promoter_intercept"), notDetractor: try json.number("not_detractor_intercept"))
      rule.wait = .linear(try json.number("per_minute_wait"), per: clock.span(1))
      let rates = try params.value(["response_rate"])
      rule.answers = .init(
        promoter: try rates.number("promoter"), passive: try rates.number("passive"), detractor: try rates.number("detractor"))
      satisfaction.recommendation = rule
    }
    return satisfaction
  }

  private static func slope(_ json: JSONValue, _ clock: ModelClock) throws -> Satisfaction.Slope {
    let coefficient = try json.number("coefficient")
    guard json["form"]?.string == "doubling" else { return .linear(coefficient, per: clock.span(1)) }
    return .perDoubling(coefficient, of: clock.span(try json.number("unit_minutes")))
  }

  // MARK: - A survey among contacts that do not wait

  private static func survey(_ entry: ValidationCase, _ clock: ModelClock) throws -> Trial {
    let contacts = try entry.params.number("contacts_per_replication_mean")
    let horizon = clock.horizon(edges: [0, 1].map(clock.instant), atEnd: .drain)
    var sheet = TrialSheet(entry)
    offer(to: &sheet, clock, isMoved: false, end: horizon.intervals[0].end.microseconds)
    let reason = "a formula of the answers alone, held against it in SurveyTests"
    for path in ["sd_of_observed_csat_with_2000_answers", "half_width_95_normal_with_2000_answers"] { sheet.excuse(path, reason) }
    var trial = try sheet.trial(scenario(entry.id, contacts: contacts, horizon, try satisfaction(entry.params, clock), clock))
    trial.first = 24
    return trial
  }

  /// A Poisson number of contacts, each answered at once.
  static func scenario(
    _ name: String, contacts: Double, _ horizon: Horizon, _ satisfaction: Satisfaction, _ clock: ModelClock
  ) -> Scenario {
    // So short and among so many that nobody ever waits.
    let type = ContactType(
      name: "call", skills: [0], arrivals: clock.poisson(rate: contacts, until: horizon.length),
      talk: TimedDistribution(ConstantDistribution(clock.unit / contacts)))
    var scenario = Scenario(
      name: name, horizon: horizon, channels: [Channel(name: "phone")], skills: ["call"], contactTypes: [type],
      groups: [AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .always(count: 40))],
      routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed]))
    scenario.satisfaction = satisfaction
    return scenario
  }

  // MARK: - What is read

  private static func needsRows(_ entry: ValidationCase) -> Bool {
    entry.targets.contains { path, _ in
      ["_of_waiting", "_of_not_waiting", "_escalated", "mean_end_to_end", "mean_time_to_resolution"].contains { path.contains($0) }
    }
  }

  private static func offer(to sheet: inout TrialSheet, _ clock: ModelClock, isMoved: Bool, end: Int64) {
    let unit = clock.unit * 1e6
    if !isMoved { sheet.offerContacts(clock: clock, measured: 1) }
    @Sendable func outcomes(_ reading: Reading) -> OutcomeCell {
      reading.record.outcomes.prefix(reading.record.typeCount).reduce(OutcomeCell()) { $0 + $1 }
    }
    for path in ["csat", "csat_of_handled", "csat_true"] { sheet.offer(path) { Sample(outcomes($0).satisfied, per: outcomes($0).judged) } }
    sheet.offer("satisfied_share_of_offered") { Sample(outcomes($0).satisfied, per: outcomes($0).judged + outcomes($0).unanswered) }
    sheet.offer("csat_observed") { Sample(outcomes($0).answersSatisfied, per: outcomes($0).answers) }
    // The bias of one survey, mean over surveys of thousands of contacts, in which both shares hardly vary.
    sheet.offer("bias") { reading in
      let cell = outcomes(reading)
      return Sample(Double(cell.answersSatisfied) / Double(cell.answers) - Double(cell.satisfied) / Double(cell.judged))
    }
    sheet.offer("answers_per_contact") { Sample(outcomes($0).answers, per: outcomes($0).judged) }
    sheet.offer("mean_answers") { Sample(Double(outcomes($0).answers)) }
    sheet.offer("sd_of_observed_csat_per_replication", .deviation) { reading in
      let score = Double(outcomes(reading).answersSatisfied) / Double(outcomes(reading).answers)
      return Sample(score, squares: score * score)
    }
    sheet.offer("share_promoters") { Sample(outcomes($0).promoters, per: outcomes($0).judged) }
    sheet.offer("share_passives") { reading in
      let cell = outcomes(reading)
      return Sample(cell.judged - cell.promoters - cell.detractors, per: cell.judged)
    }
    sheet.offer("share_detractors") { Sample(outcomes($0).detractors, per: outcomes($0).judged) }
    sheet.offer("nps_true") { Sample(100 * Double(outcomes($0).promoters - outcomes($0).detractors), per: Double(outcomes($0).judged)) }
    sheet.offer("nps_observed") { reading in
      let cell = outcomes(reading)
      return Sample(100 * Double(cell.answeringPromoters - cell.answeringDetractors), per: Double(cell.loyaltyAnswers))
    }
    sheet.offer("response_rate") { Sample(outcomes($0).loyaltyAnswers, per: outcomes($0).judged) }
    sheet.excuse("sd_of_nps_with_2000_independent_answers", "a formula of the answers alone, and nothing of Muster's")
    offerRows(to: &sheet, unit, end: end)
  }

  private static func offerRows(to sheet: inout TrialSheet, _ unit: Double, end: Int64) {
    @Sendable func share(_ reading: Reading, _ isMeant: (ContactRow) -> Bool) -> Sample {
      let rows = reading.rows.filter { $0.isCounted && $0.arrivedAt < end && $0.feedback != nil && isMeant($0) }
      return Sample(Double(rows.count { $0.feedback!.isSatisfied }), per: Double(rows.count))
    }
    sheet.offer("csat_of_waiting") { share($0) { $0.queuedAt >= 0 } }
    sheet.offer("csat_of_not_waiting") { share($0) { $0.queuedAt < 0 } }
    sheet.offer("csat_escalated") { share($0) { $0.course!.moves > 0 } }
    sheet.offer("csat_not_escalated") { share($0) { $0.course!.moves == 0 } }
    @Sendable func life(_ row: ContactRow) -> Double { Double(row.endedAt - row.arrivedAt) / unit }
    sheet.offer("mean_time_to_resolution") { reading in
      reading.sum(of: reading.rows.filter { $0.isCounted && $0.arrivedAt < end && $0.outcome == .handled }, life)
    }
    sheet.offer("mean_end_to_end_escalated") { reading in
      reading.sum(of: reading.rows.filter { $0.isCounted && $0.arrivedAt < end && ($0.course?.moves ?? 0) > 0 }, life)
    }
  }
}
