import SimulationCore
import SupportModel
import SupportPolicies

/// The two benchmark workloads of `../shared/bench`: fast answers must be right answers.
enum BenchTrials {
  /// M/M/510+M. Exact steady state from `../shared/bench/README.md`, held to 2 %: a million contacts leave 5 % on the abandonment.
  static func erlangA() throws -> Trial {
    let clock = ModelClock(unit: 60)
    let steady = SteadyState(clock, relaxation: 15, contactRate: 100)
    let exact: [(path: String, value: Double)] = [
      ("p_wait", 0.262412878724), ("p_abandon", 0.0127970070522), ("mean_wait_all", 1.53564084626 / 60),
      ("mean_wait_served", 1.4931315 / 60), ("mean_queue_length", 2.55940141043), ("occupancy", 0.967846071517),
      ("sl_20s", 0.984344847600),
    ]
    var sheet = TrialSheet(exact, rule: .exact(rel: 0.02, abs: 0))
    sheet.offerContacts(clock: clock, measured: steady.measured)
    sheet.offerPeople(clock, measured: steady.measured)
    sheet.offer("sl_20s") { Sample($0.target(0).answeredWithin, per: $0.target(0).accepted) }
    return try sheet.trial(
      Scenario(
        name: "erlang-a", horizon: steady.horizon, channels: [Channel(name: "phone")], skills: ["call"],
        contactTypes: [
          ContactType(
            name: "call", skills: [0], arrivals: clock.poisson(rate: 100, until: steady.horizon.length),
            talk: TimedDistribution(ExponentialDistribution(mean: 300)), patience: TimedDistribution(ExponentialDistribution(mean: 120)))
        ],
        groups: [AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .always(count: 510))],
        routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed]),
        targets: [Target(name: "20 s", contactTypes: [0], answerWithin: .seconds(20), goal: 0.8)]))
  }

  /// The W design of `multi_skill.json`, against the 200,000 replications of `multi_skill_floor.c`.
  static func multiSkill(_ json: JSONValue, rel: Double = 0.02) throws -> Trial {
    let reference = try json.value(["reference", "multi_skill_floor.c, 200,000 replications, standard errors"])
    // [value, standard error], or a value alone: then its error is about one in two thousand, like that of the others.
    var targets: [(path: String, value: Double)] = []
    var errors: [String: Double] = [:]
    for (name, table) in reference.members.sorted(by: { $0.key < $1.key }) {
      for (who, value) in table.members.sorted(by: { $0.key < $1.key }) {
        guard let number = value.number ?? value.numbers?.first else { throw CaseProblem("no number: \(name)/\(who)") }
        targets.append(("\(name)/\(who)", number))
        errors["\(name)/\(who)"] = value.numbers?.dropFirst().first ?? number * 0.0005
      }
    }
    var sheet = TrialSheet(targets, rule: .exact(rel: 0.01, abs: 0))
    func offer(_ path: String, read: @escaping @Sendable (Reading) -> Sample) {
      sheet.offer(path, rule: .estimated(standardError: errors[path] ?? 0, rel: rel), read: read)
    }
    for (who, type) in [("A", 0), ("B", 1), ("all", nil)] as [(String, Int?)] {
      offer("arrivals_per_day/\(who)") { Sample(Double($0.contacts(type, in: nil).offered)) }
      offer("abandoned_per_day/\(who)") { Sample(Double($0.contacts(type, in: nil).abandoned)) }
      offer("abandonment_pct/\(who)") { Sample(100 * $0.contacts(type, in: nil).abandoned, per: $0.contacts(type, in: nil).offered) }
      offer("mean_wait_s/\(who)") {
        Sample(Double($0.contacts(type, in: nil).waitAll) * 1e-6, per: Double($0.contacts(type, in: nil).offered))
      }
      offer("p_wait_pct/\(who)") { Sample(100 * $0.contacts(type, in: nil).hadToWait, per: $0.contacts(type, in: nil).offered) }
      let target = type ?? 2
      offer("service_level_abandons_within_ignored_pct/\(who)") {
        let level = $0.target(target, in: nil).serviceLevel(.ignoredWithin)
        return Sample(100 * level.met, per: level.of)
      }
      offer("service_level_abandons_within_met_pct/\(who)") {
        let level = $0.target(target, in: nil).serviceLevel(.metWithin)
        return Sample(100 * level.met, per: level.of)
      }
    }
    for (name, group) in [("onlyA", 0), ("onlyB", 1), ("both", 2), ("all", nil)] as [(String, Int?)] {
      offer("occupancy_pct/\(name)") {
        Sample(100 * $0.people(group, in: nil).busy, per: $0.people(group, in: nil).busy + $0.people(group, in: nil).available)
      }
    }
    var trial = try sheet.trial(multiSkillScenario(json))
    trial.first = 1_000
    return trial
  }

  private static func multiSkillScenario(_ json: JSONValue) throws -> Scenario {
    let clock = ModelClock(unit: 1)
    let interval = try json.number("interval_s")
    let edges = try (0...Int(json.number("periods"))).map { clock.instant(Double($0) * interval) }
    func mean(_ type: String, _ group: String) throws -> Double {
      try json.number("service_mean_s_exponential", type, group)
    }
    let types = ["A", "B"]
    let skills: [[AgentGroup.Skill]] = [
      [.init(skill: 0)], [.init(skill: 1)],
      try types.indices.map { try .init(skill: $0, rank: 2, handle: mean(types[$0], "both") / mean(types[$0], "only\(types[$0])")) },
    ]
    return try Scenario(
      name: "multi-skill", horizon: clock.horizon(edges: edges, atEnd: .drain), channels: [Channel(name: "phone")], skills: types,
      contactTypes: types.enumerated().map { index, type in
        let counts = try json.numbers("arrivals_per_half_hour", type)
        let segments = counts.indices.map { ArrivalProcess.RateSegment(start: edges[$0], end: edges[$0 + 1], expected: counts[$0]) }
        return try ContactType(
          name: type, skills: [index], priority: -index, arrivals: [ArrivalProcess(pattern: .poisson(segments))],
          talk: TimedDistribution(ExponentialDistribution(mean: mean(type, "only\(type)"))),
          patience: TimedDistribution(ExponentialDistribution(mean: json.number("patience_mean_s_exponential", type))))
      },
      groups: ["onlyA", "onlyB", "both"].enumerated().map { index, name in
        let counts = try json.numbers("agents", name)
        return AgentGroup(
          name: name, skills: skills[index], presence: .staffing(counts.indices.map { .init(from: edges[$0], count: Int(counts[$0])) }))
      },
      routing: RoutingPolicy(
        agentForContact: [AgentSkillRank().boxed, LongestIdle().boxed], contactForAgent: [HighestPriority().boxed, LongestWait().boxed]),
      targets: [[0], [1], [0, 1]].map { Target(name: "20 s \($0)", contactTypes: $0, answerWithin: .seconds(20), goal: 0.8) })
  }
}
