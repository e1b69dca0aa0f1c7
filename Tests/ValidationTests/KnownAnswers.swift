import ServiceMetrics
import SimulationCore
import SupportModel
import SupportPolicies

/// Exact results that travel with the project, for machines without `../shared`. Times in minutes; the estimates come from the metric
/// catalogue through the experiment runner, as a user would get them.
struct KnownAnswer: Sendable {
  /// One row: a metric, what it is about, and its exact value in the catalogue's unit (seconds, shares).
  struct Row: Sendable {
    var metric: Metric
    var contactType: Int?
    var group: Int?
    var target: Int?
    var value: Double

    init(_ metric: Metric, _ value: Double, contactType: Int? = nil, group: Int? = nil, target: Int? = nil) {
      self.metric = metric
      self.value = value
      self.contactType = contactType
      self.group = group
      self.target = target
    }
  }

  var name: String
  var scenario: Scenario
  var replications: Int
  var rows: [Row]

  /// One station, one contact type.
  ///
  /// - Parameters:
  ///   - perMinute: arrivals; ignored where `gap` gives their law.
  ///   - days: length of the counted stretch; a tenth of it comes before as warm-up.
  static func station(
    _ name: String, perMinute rate: Double, gap: AnyDistribution? = nil, talk: any Distribution, agents: Int,
    patience: AnyDistribution? = nil, queueLimit: Int? = nil, within: TimeSpan? = nil, days: Double, replications: Int, _ rows: [Row]
  ) -> KnownAnswer {
    let (warmUp, length) = (TimeSpan.days(days * 0.1), TimeSpan.days(days * 1.1))
    let poisson = ArrivalProcess.Pattern.poisson([.init(start: .zero, end: .zero + length, expected: rate * length.seconds / 60)])
    var type = ContactType(
      name: "call", skills: [0], arrivals: [ArrivalProcess(pattern: gap.map { .renewal(gap: $0) } ?? poisson)],
      talk: TimedDistribution(talk), patience: patience.map { TimedDistribution($0) })
    type.queueLimit = queueLimit
    return KnownAnswer(
      name: name,
      scenario: Scenario(
        name: name, horizon: horizon(warmUp, length), channels: [Channel(name: "phone")], skills: ["call"], contactTypes: [type],
        groups: [AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .always(count: agents))],
        routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed]),
        targets: within.map { [Target(name: "target", contactTypes: [0], answerWithin: $0, goal: 0.8)] } ?? []),
      replications: replications, rows: rows)
  }

  /// Exponential service in several classes and groups.
  static func design(
    _ name: String, perMinute rates: [Double], priorities: [Int]? = nil, patience: [Double]? = nil,
    groups: [(count: Int, skills: [AgentGroup.Skill])],
    agents: [AnyAgentCriterion], contacts: [AnyContactCriterion], days: Double, replications: Int, _ rows: [Row]
  ) -> KnownAnswer {
    let (warmUp, length) = (TimeSpan.days(days * 0.1), TimeSpan.days(days * 1.1))
    return KnownAnswer(
      name: name,
      scenario: Scenario(
        name: name, horizon: horizon(warmUp, length), channels: [Channel(name: "phone")], skills: rates.indices.map { "skill\($0)" },
        contactTypes: rates.enumerated().map { index, rate in
          ContactType(
            name: "class\(index)", skills: [index], priority: priorities?[index] ?? 0,
            arrivals: [
              ArrivalProcess(pattern: .poisson([.init(start: .zero, end: .zero + length, expected: rate * length.seconds / 60)]))
            ],
            talk: TimedDistribution(minutes(1)), patience: patience.map { TimedDistribution(minutes($0[index])) })
        },
        groups: groups.enumerated().map { index, group in
          AgentGroup(name: "group\(index)", skills: group.skills, presence: .always(count: group.count))
        },
        routing: RoutingPolicy(agentForContact: agents, contactForAgent: contacts)),
      replications: replications, rows: rows)
  }

  /// Exponential with this mean in minutes.
  static func minutes(_ mean: Double) -> ExponentialDistribution { ExponentialDistribution(mean: 60 * mean) }

  private static func horizon(_ warmUp: TimeSpan, _ length: TimeSpan) -> Horizon {
    Horizon(
      length: length, warmUp: warmUp,
      intervals: [.init(start: .zero + warmUp, end: .zero + length, label: "counted", shortLabel: "counted", day: 0)])
  }
}

extension KnownAnswer {
  static let all: [KnownAnswer] = [
    // M/M/1, ρ = 0.5: P(wait) = ρ, Wq = ρ/(μ − λ). Kleinrock, Queueing Systems I (1975), 3.2.
    station(
      "M/M/1", perMinute: 0.5, talk: minutes(1), agents: 1, days: 20, replications: 300,
      [.init(.pWait, 0.5), .init(.waitMean, 60), .init(.queueMean, 0.5), .init(.occupancy, 0.5)]),
    // Erlang C, 10 erlangs, 14 agents: C = B/(1 − ρ(1 − B)) with Erlang's B by its recursion; P(W ≤ t) = 1 − C e^(−(c − a)μt). Erlang (1917).
    station(
      "Erlang C", perMinute: 10, talk: minutes(1), agents: 14, within: .seconds(30), days: 2, replications: 450,
      [
        .init(.pWait, 0.17413193359504983), .init(.waitMean, 60 * 0.04353298339876246), .init(.occupancy, 10.0 / 14),
        .init(.serviceLevel, 0.9764338054463749, target: 0),
      ]),
    // M/D/1, ρ = 0.8: Wq = ρ(1 + cs²)/(2(μ − λ)). Pollaczek (1930), Khinchine (1932).
    station(
      "M/D/1", perMinute: 0.8, talk: ConstantDistribution(60), agents: 1, days: 20, replications: 150,
      [.init(.pWait, 0.8), .init(.waitMean, 120), .init(.queueMean, 1.6)]),
    // M/G/1 with lognormal service, cv 1, ρ = 0.5, by the same formula: 1 minute.
    station(
      "M/G/1 lognormal", perMinute: 0.5, talk: LognormalDistribution(mean: 60, cv: 1), agents: 1, days: 20, replications: 300,
      [.init(.pWait, 0.5), .init(.waitMean, 60)]),
    // D/M/1, ρ = 0.8: P(wait) = σ, the root of σ = e^(−(1 − σ)/ρ); Wq = σ/(μ(1 − σ)). Arrivals do not see time averages. Kleinrock, 6.4.
    station(
      "D/M/1", perMinute: 0.8, gap: ConstantDistribution(75).boxed, talk: minutes(1), agents: 1, days: 20, replications: 200,
      [.init(.pWait, 0.6286297964969467), .init(.waitMean, 60 * 1.6927308399198975), .init(.occupancy, 0.8)]),
    // Erlang B, 8 erlangs, 10 lines, blocked callers are gone: 1 − B = 0.878339 of the offered load is carried, whatever the law of service
    // (insensitivity: here lognormal). B by the recursion 1/B(n) = 1 + n/(a B(n − 1)).
    station(
      "Erlang B", perMinute: 8, talk: LognormalDistribution(mean: 60, cv: 1.5), agents: 10, queueLimit: 0, days: 1, replications: 150,
      [.init(.busyMean, 8 * (1 - erlangB(servers: 10, load: 8))), .init(.blocked, erlangB(servers: 10, load: 8) * 8 * 1_440)]),
    // Erlang A, λ 4, 4 agents, θ 0.5 per minute: exact birth-death chain. Palm (1957); Garnett, Mandelbaum, Reiman (2002).
    station(
      "Erlang A", perMinute: 4, talk: minutes(1), agents: 4, patience: minutes(2).boxed, days: 2, replications: 200,
      [.init(.pWait, 0.638507415758297), .init(.waitMean, 60 * 0.3258524703023801), .init(.abandonment, 0.5 * 0.3258524703023801)]),
    // Erlang A with patience as long as service: the number in the system is Poisson(5), so P(wait) = P(Poisson(5) ≥ 6).
    station(
      "Erlang A, equal rates", perMinute: 5, talk: minutes(1), agents: 6, patience: minutes(1).boxed, days: 2, replications: 200,
      [.init(.pWait, 1 - poissonBelow(6, mean: 5))]),
    // Cobham (1954): one agent, two classes of 0.4 erlangs: W1 = ρ/(μ(1 − ρ1)), W2 = W1/(1 − ρ).
    design(
      "Two priorities", perMinute: [0.4, 0.4], priorities: [2, 1], groups: [(1, [.init(skill: 0), .init(skill: 1)])],
      agents: [LongestIdle().boxed], contacts: [HighestPriority().boxed, LongestWait().boxed], days: 40, replications: 200,
      [
        .init(.pWait, 0.8), .init(.waitMean, 60 * 0.8 / 0.6, contactType: 0), .init(.waitMean, 60 * 0.8 / 0.6 / 0.2, contactType: 1),
      ]),
    // N design, class 0 for both groups and class 1 for the second, which takes class 1 first: exact Markov chain.
    design(
      "N design", perMinute: [3, 2], patience: [1 / 0.6, 1 / 0.9],
      groups: [(3, [.init(skill: 0)]), (2, [.init(skill: 0, rank: 2), .init(skill: 1)])],
      agents: [AgentSkillRank().boxed, LongestIdle().boxed], contacts: [ContactSkillRank().boxed, LongestWait().boxed], days: 2,
      replications: 200,
      [
        .init(.pWait, 0.46728334284937323, contactType: 0), .init(.pWait, 0.7824800410403129, contactType: 1),
        .init(.abandonment, 0.1133221720269858, contactType: 0), .init(.abandonment, 0.34240940967546696, contactType: 1),
        .init(.waitMean, 60 * 0.18887028671164294, contactType: 0), .init(.waitMean, 60 * 0.3804548996394081, contactType: 1),
        .init(.occupancy, 0.7504277978683397, group: 0), .init(.occupancy, 0.8619656354815369, group: 1),
      ]),
    // Fast and slow agents, the fast ones first or the group with more idle: exact Markov chains.
    design(
      "Fastest first", perMinute: [3], groups: [(3, [.init(skill: 0)]), (3, [.init(skill: 0, handle: 2)])],
      agents: [Fastest().boxed, LongestIdle().boxed],
      contacts: [LongestWait().boxed], days: 4, replications: 420,
      [
        .init(.pWait, 0.26678399698293476), .init(.waitMean, 60 * 0.17785599798862314), .init(.occupancy, 0.715411691611446, group: 0),
        .init(.occupancy, 0.5691766167771072, group: 1),
      ]),
    design(
      "Most idle group", perMinute: [3], groups: [(3, [.init(skill: 0)]), (3, [.init(skill: 0, handle: 2)])],
      agents: [MostIdleGroup().boxed],
      contacts: [LongestWait().boxed], days: 4, replications: 420,
      [
        .init(.pWait, 0.28351736017533163), .init(.waitMean, 60 * 0.18901157345022113), .init(.occupancy, 0.666432823032752, group: 0),
        .init(.occupancy, 0.6671343539344954, group: 1),
      ]),
  ]

  /// Probability that all servers are busy, by the recursion that stays stable for any size.
  private static func erlangB(servers: Int, load: Double) -> Double {
    1 / (1...servers).reduce(1.0) { 1 + Double($1) / load * $0 }
  }

  /// P(X < n) for X Poisson.
  private static func poissonBelow(_ n: Int, mean: Double) -> Double {
    var (term, sum) = (1.0, 0.0)
    for k in 0..<n {
      sum += term
      term *= mean / Double(k + 1)
    }
    // e^(−mean) by its series, so that nothing but arithmetic is needed.
    var (power, total) = (1.0, 0.0)
    for k in 1...200 {
      total += power
      power *= mean / Double(k)
    }
    return sum / total
  }
}
