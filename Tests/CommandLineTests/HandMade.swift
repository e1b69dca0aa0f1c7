import Experiments
import ServiceMetrics
import SimulationCore
import SupportModel
import SupportPolicies

/// Small results written by hand, so that reports can be tested without playing anything.
enum HandMade {
  private static func type(_ name: String, channel: Int, segment: Int? = nil) -> ContactType {
    ContactType(
      name: name, channel: channel, segment: segment, talk: TimedDistribution(ConstantDistribution(180)), wrapUp: nil)
  }

  private static let routing = RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed])

  /// A day in New York with two contact types, two groups and two targets; the clock stands four hours behind UTC.
  static func launchDay() -> ExperimentResult {
    let labels = ["09:00", "09:30", "10:00"]
    let intervals = labels.enumerated().map { index, label in
      Horizon.Interval(
        start: .zero + .minutes(540 + 30 * Double(index)), end: .zero + .minutes(570 + 30 * Double(index)),
        label: "2026-09-14T\(label):00-04:00", shortLabel: label, day: 0)
    }
    let scenario = Scenario(
      name: "Launch day", currency: "USD",
      horizon: Horizon(length: .days(1), warmUp: .hours(9), intervals: intervals, startDate: "2026-09-14", timeZone: "America/New_York"),
      experiment: ExperimentPlan(seed: 20_260_914, replications: 200),
      channels: [Channel(name: "phone"), Channel(name: "email", isLive: false)],
      contactTypes: [type("billing-call", channel: 0), type("billing, \"email\"", channel: 1)],
      groups: [
        AgentGroup(name: "tier1", skills: [], presence: .always(count: 22), cost: .init(perHour: 26)),
        AgentGroup(name: "tier2", skills: [], presence: .always(count: 4)),
      ],
      routing: routing,
      targets: [
        Target(name: "Phones 80/20", contactTypes: [0], answerWithin: .seconds(20), goal: 0.8),
        Target(name: "E-mail", contactTypes: [1], answerWithin: .hours(4), goal: 0.9),
      ])
    var estimates: [Estimate] = [
      Estimate(metric: .offered, scope: Scope(), estimate: 3141.5, low: 3100, high: 3180, standardError: 20, n: 200),
      Estimate(metric: .offered, scope: Scope(contactType: 0), estimate: 2412.25, low: 2400, high: 2424, standardError: 6, n: 200),
      Estimate(metric: .offered, scope: Scope(contactType: 1), estimate: 729.25, low: 720, high: 738, standardError: 5, n: 200),
      Estimate(metric: .asa, scope: Scope(contactType: 0), estimate: 31.92, low: 30.1, high: 33.7, standardError: 0.92, n: 200),
      Estimate(metric: .asa, scope: Scope(contactType: 1), estimate: 8000, low: 7900, high: 8100, standardError: 50, n: 200),
      Estimate(metric: .waitP95, scope: Scope(contactType: 0), estimate: 130, low: 120, high: 140, n: 200),
      Estimate(metric: .abandonment, scope: Scope(contactType: 0), estimate: 0.0321, low: 0.0305, high: 0.0337, n: 200),
      Estimate(metric: .abandonment, scope: Scope(contactType: 1), estimate: nil, n: 200),
      Estimate(metric: .staffedMean, scope: Scope(group: 0), estimate: 21.5, n: 200),
      Estimate(metric: .occupancy, scope: Scope(group: 0), estimate: 0.84, low: 0.83, high: 0.85, standardError: 0.005, n: 200),
      Estimate(metric: .paidHours, scope: Scope(group: 0), estimate: 516, n: 200),
      Estimate(metric: .overtimeHours, scope: Scope(group: 0), estimate: 3.25, n: 200),
      Estimate(metric: .staffingCost, scope: Scope(group: 0), estimate: 13416, n: 200),
      Estimate(
        metric: .staffingCost, scope: Scope(), estimate: 13416, low: 13400, high: 13432, n: 200, nextLow: 13100, nextHigh: 13700),
      Estimate(metric: .costPerContact, scope: Scope(), estimate: 4.444, low: 4.4, high: 4.49, n: 200),
      Estimate(metric: .dayMeetsTarget, scope: Scope(target: 0, abandons: .missed), estimate: 0.71, low: 0.64, high: 0.77, n: 200),
      Estimate(
        metric: .serviceLevel, scope: Scope(target: 0, abandons: .missed), estimate: 0.821, low: 0.816, high: 0.826,
        standardError: 0.0025, n: 200, nextLow: 0.74, nextHigh: 0.889),
      Estimate(
        metric: .serviceLevel, scope: Scope(target: 1, abandons: .missed), estimate: 0.905, low: 0.88, high: 0.93,
        standardError: 0.01, n: 200, nextLow: 0.7, nextHigh: 1),
    ]
    for (index, level) in [0.61, 0.79, 0.9].enumerated() {
      estimates.append(
        Estimate(
          metric: .serviceLevel, scope: Scope(target: 0, abandons: .missed, interval: index), estimate: level, low: level - 0.02,
          high: level + 0.02, standardError: 0.01, n: 200))
      estimates.append(
        Estimate(metric: .offered, scope: Scope(contactType: 0, interval: index), estimate: 100 + Double(index), n: 200))
      estimates.append(Estimate(metric: .staffedMean, scope: Scope(interval: index), estimate: 25.5, n: 200))
    }
    var totals = AgentTotals()
    totals.available = 200 * 3_600_000_000
    totals.handling = 200 * 2 * 3_600_000_000
    totals.wrapUp = 200 * 3_600_000_000
    totals.handled = 200 * 31
    return ExperimentResult(
      scenario: scenario, seed: 20_260_914, replications: 200, confidence: 0.95, stop: .completed, estimates: EstimateList(estimates),
      agents: [AgentSummary(agent: 0, name: "tier1-01", group: 0, totals: totals)],
      remarks: [.pastTheShift(group: 0, hours: 2.5, share: 0.031)], contactsPlayed: 600_000, eventsPlayed: 2_000_000)
  }

  /// The textbook case: no dates, no targets, no money, one interval.
  static func textbook() -> ExperimentResult {
    let scenario = Scenario(
      name: "Erlang C textbook case",
      horizon: .elapsed(length: .hours(8), warmUp: .hours(7), interval: .hours(1)),
      channels: [Channel(name: "phone")], contactTypes: [type("call", channel: 0)],
      groups: [AgentGroup(name: "desk", skills: [], presence: .always(count: 7))], routing: routing)
    return ExperimentResult(
      scenario: scenario, seed: 1, replications: 1, confidence: 0.95, stop: .completed,
      estimates: [
        Estimate(metric: .offered, scope: Scope(contactType: 0), estimate: 99, n: 1),
        Estimate(metric: .asa, scope: Scope(contactType: 0), estimate: 4.2, n: 1),
        Estimate(metric: .occupancy, scope: Scope(group: 0), estimate: 0.7143, n: 1),
      ],
      agents: [], remarks: [], contactsPlayed: 800, eventsPlayed: 3000)
  }
}
