import PlayFixtures
import SimulationCore
import SupportModel
import SupportPolicies
import Testing

@testable import Experiments
@testable import ServiceMetrics

@Suite struct MetricCatalogTests {
  static let names = [
    "offered", "handled", "abandoned", "short-abandoned", "balked", "blocked", "disconnected", "disconnected-late", "retried", "still-open",
    "removed",
    "abandonment", "p-wait", "service-level", "target-attainment", "day-meets-target", "fcr",
    "asa", "wait-mean", "wait-mean-abandoned", "wait-p50", "wait-p80", "wait-p90", "wait-p95", "wait-p99", "wait-max", "wait-again-mean",
    "queue-mean", "chats-in-hand",
    "ttfr-mean", "ttfr-p50", "ttfr-p80", "ttfr-p90", "ttfr-p95", "ttfr-p99", "ttfr-missing",
    "ttr-mean", "ttr-p50", "ttr-p80", "ttr-p90", "ttr-p95", "ttr-p99", "ttr-missing",
    "next-response-mean", "next-response-p50", "next-response-p80", "next-response-p90", "next-response-p95", "next-response-p99",
    "next-response-missing", "undecided", "service-level-if-met", "service-level-if-missed", "falls-due",
    "backlog", "waiting-at-end", "handling-at-end", "time-to-clear", "backlog-age-under-1h", "backlog-age-1h-4h", "backlog-age-4h-1d",
    "backlog-age-1d-3d", "backlog-age-over-3d", "pending-at-end", "on-hold-at-end", "waiting-age-under-1h", "waiting-age-1h-4h",
    "waiting-age-4h-1d", "waiting-age-1d-3d", "waiting-age-over-3d",
    "occupancy", "load", "utilisation", "shrinkage", "adherence", "staffed-mean", "busy-mean", "paid-hours", "available-hours",
    "handling-hours",
    "wrap-up-hours", "break-hours", "offline-hours", "overtime-hours", "contacts-per-hour", "idle-spread", "handle-factor", "tenure-mean",
    "heads", "heads-on-floor", "joined", "left", "occupancy-over-limit", "longest-stretch", "overtime-per-person",
    "contacts-per-need", "needs-resolved", "recontacts", "containment", "deflected", "net-deflection", "self-service-mean",
    "gave-up-in-self-service", "callbacks", "unreached", "chasers", "duplicates", "merged", "staffing-cost", "cost-per-contact",
    "penalty", "penalty-by-breach", "breaches-charged", "penalty-by-period", "periods-below", "total-cost", "total-at-stake",
    "arrived", "solved", "replies-sent", "touches-done", "reopened", "auto-closed", "interruptions", "touches-per-contact", "one-touch",
    "handle-mean", "moved-in", "moved-out", "escalated", "moves-per-contact", "p-wait-again", "pending", "on-hold", "pending-time-mean",
    "hold-time-mean", "holds-done", "hold-wait-mean",
    "p-wait-on-hold", "approvals", "approval-time-mean", "approval-wait-mean", "p-wait-for-approval",
    "still-open-waiting", "still-open-in-hand", "still-open-pending", "still-open-on-hold",
    "csat", "csat-of-arrived", "csat-measured", "survey-answers", "nps", "nps-measured", "promoters", "detractors", "effort",
    "customers-at-risk", "revenue-at-risk",
  ]

  @Test func `Names are stable and in order`() {
    #expect(MetricCatalog.all.map(\.name) == Self.names)
    for name in Self.names { #expect(MetricCatalog.named(name)?.name == name) }
    #expect(MetricCatalog.named("nonsense") == nil)
  }

  @Test func `Every metric but the percentiles has one formula, in the order of the catalogue`() {
    #expect(MetricFormula.all.map(\.metric) == MetricCatalog.all.filter { $0.percentile == nil })
  }

  @Test func `Kinds follow one another`() {
    var seen: [Metric.Kind] = []
    for metric in MetricCatalog.all where seen.last != metric.kind { seen.append(metric.kind) }
    #expect(seen == Metric.Kind.allCases)
  }

  /// What every metric must keep, so that adding one needs no new test.
  @Test(arguments: MetricCatalog.all.map(\.name)) func `Every metric keeps the promises`(_ name: String) throws {
    let metric = try #require(MetricCatalog.named(name))
    #expect(name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
    #expect(metric.definition.hasSuffix(".") && metric.definition.count > 20)

    // With chats two at a time and tickets, so that every metric there is has a value somewhere.
    var scenario = MadeUp.scenario()
    scenario.channels[1].concurrency = 2
    scenario.contactTypes[1].touches = Touches(more: [0.5], repliesIn: [ConstantDistribution(60).boxed])
    scenario.contactTypes[1].holds = [Hold(.group(1), shares: [0.3], takes: [ConstantDistribution(60).boxed])]
    scenario.contactTypes[0].moves = [Move(shares: [0.2], to: 1)]
    scenario.contactTypes[1].approval = Approval(shares: [0.2], by: 0, takes: ConstantDistribution(60).boxed, agent: .waits)
    scenario.contactTypes[0].selfService = SelfService(tries: 0.3, solves: 0.5, takes: ConstantDistribution(60))
    scenario.contactTypes[1].callback = Callback(whenWaitOver: .minutes(3), accepts: 0.5)
    scenario.contactTypes[1].chaser = Chaser(whenOpenFor: ConstantDistribution(3_600), takes: ConstantDistribution(60))
    scenario.contactTypes[1].duplicate = Duplicate(
      share: 0.1, contactType: 0, after: ConstantDistribution(600), takes: ConstantDistribution(60))
    scenario.groups[0].newHires = .init(share: 0.5, tenure: .zero)
    scenario.groups[0].ramp = .init(startsAt: 1.6, length: .days(84))
    scenario.groups[0].attrition = .init(perYear: 0.28, weekEnds: [.zero + .hours(2)])
    scenario.wellbeing = Wellbeing()
    scenario.targets.append(Target(name: "Next", contactTypes: [1], measure: .nextResponse, within: .hours(4), goal: 0.9))
    scenario.satisfaction = Satisfaction(model: .init(base: 2), survey: .init(sends: 1, answersSatisfied: 0.2, answersUnsatisfied: 0.3))
    scenario.satisfaction?.recommendation = .init(promoter: 0.5, notDetractor: 2)
    scenario.satisfaction?.recommendation?.answers = .init(promoter: 0.2, passive: 0.1, detractor: 0.3)
    var value = CustomerValue(perCustomer: 900)
    (value.unsatisfied, value.breach, value.gaveUp) = (0.06, 0.03, 0.04)
    scenario.valueOfOthers = value
    scenario.penalties = [Penalty(target: 0, contactTypes: [0], charge: .perBreach(40))]
    scenario.penalties.append(Penalty(target: 1, contactTypes: [1], charge: .below(0.9, each: .day, costs: 1_000)))
    scenario.penalties[1].periods = [0..<24]
    scenario.removals = [Removal(contactTypes: [0], label: "sales-call", share: 0.2)]
    let compiled = CompiledScenario(scenario)
    let scopes = metric.scopes(in: compiled.scenario)
    #expect(!scopes.isEmpty && Set(scopes).count == scopes.count)

    // Nothing happened: shares and means are undefined, counts are 0, nothing is NaN.
    var quiet = ExperimentFold(compiled, metrics: [metric])
    for _ in 0..<3 { quiet.add(MadeUp.empty(compiled)) }
    for estimate in try quiet.estimates(confidence: 0.95) {
      #expect(estimate.estimate == nil || estimate.estimate == 0, "\(estimate)")
      // Where nobody waits a backlog is cleared at once; other times are those of contacts, and there are none.
      let needsContacts = metric.unit == .seconds && metric.kind != .backlog
      if metric.unit == .share || needsContacts || metric.unit == .perHour { #expect(estimate.estimate == nil, "\(estimate)") }
      if estimate.estimate == nil {
        #expect(estimate.low == nil && estimate.high == nil && estimate.nextLow == nil && estimate.standardError == nil)
      }
    }

    // Something happened: low ≤ estimate ≤ high, inside the range of the unit, in declared order.
    var fold = ExperimentFold(compiled, metrics: [metric])
    for r in 0..<20 { fold.add(MadeUp.record(compiled, replication: r)) }
    let estimates = try fold.estimates(confidence: 0.95)
    #expect(estimates.count == scopes.count * (metric.isByInterval ? 25 : 1))
    for estimate in estimates {
      #expect(estimate.metric == metric && estimate.n == 20)
      guard let value = estimate.estimate else { continue }
      #expect(metric.range.contains(value), "\(estimate)")
      // A percentile that falls on what was not over in one of the batches has no interval.
      if metric.span != nil, metric.percentile != nil, estimate.low == nil {
        // In the few times of an interval any may; over the whole horizon only a high one does.
        #expect(estimate.high == nil && estimate.standardError == nil, "\(estimate)")
        #expect(estimate.scope.interval != nil || metric.percentile! >= 0.9, "\(estimate)")
        continue
      }
      let low = try #require(estimate.low)
      let high = try #require(estimate.high)
      #expect(low <= value && value <= high, "\(estimate)")
      if estimate.scope.interval != nil { #expect(estimate.nextLow == nil) }
    }
    var whole = estimates.map(\.scope).filter { $0.interval == nil }
    #expect(whole == scopes)
    whole = estimates.prefix(metric.isByInterval ? 25 : 1).map(\.scope)
    #expect(whole.map(\.interval) == (metric.isByInterval ? [nil] + (0..<24).map { $0 } : [nil]))
  }

  @Test func `Money is absent where nobody has a cost`() {
    var scenario = MadeUp.scenario()
    for index in scenario.groups.indices { scenario.groups[index].cost = nil }
    #expect(Metric.staffingCost.scopes(in: scenario).isEmpty)
    #expect(Metric.staffingCost.scopes(in: MadeUp.scenario()) == [Scope(), Scope(group: 0), Scope(group: 1)])
  }

  @Test func `What agents hold at once is asked only where they may hold several`() {
    var scenario = MadeUp.scenario()
    #expect(Metric.chatsInHand.scopes(in: scenario).isEmpty && Metric.load.scopes(in: scenario).isEmpty)
    scenario.channels[1].concurrency = 2
    #expect(Metric.chatsInHand.scopes(in: scenario) == [Scope(), Scope(contactType: 1), Scope(channel: 1)])
    #expect(Metric.load.scopes(in: scenario).count == 4)
  }

  @Test func `What becomes of tickets is asked only where there are any`() {
    var scenario = MadeUp.scenario()
    for metric in Metric.ticketsFamily { #expect(metric.scopes(in: scenario).isEmpty) }
    scenario.contactTypes[1].touches = Touches(more: [0.5], repliesIn: [ConstantDistribution(60).boxed])
    let contacts = Metric.contactScopes(in: scenario)
    let groups = scenario.groups.indices.map { Scope(group: $0) }
    let ofGroups: [Metric] = [.holdsDone, .holdWaitMean, .pWaitOnHold]
    for metric in Metric.ticketsFamily {
      let own = metric.isOfGroupsToo ? contacts + groups : contacts
      #expect(
        metric.scopes(in: scenario)
          == (ofGroups.contains(metric) || [.moves, .approvals, .approvingPeople].contains(metric.coverage) ? [] : own))
    }
    let ofMoves: [Metric] = [.movedIn, .movedOut, .escalated, .movesPerContact]
    #expect(Metric.ticketsFamily.filter { $0.coverage == .moves } == ofMoves)
    scenario.contactTypes[0].moves = [Move(shares: [0.2], to: 1)]
    for metric in ofMoves { #expect(metric.scopes(in: scenario) == contacts) }
    scenario.contactTypes[0].moves = []
    scenario.contactTypes[1].approval = Approval(shares: [0.2], by: 0, takes: ConstantDistribution(60).boxed, agent: .waits)
    #expect(Metric.approvals.scopes(in: scenario).contains(Scope(contactType: 1)))
    #expect(!Metric.approvalTimeMean.scopes(in: scenario).contains(Scope(contactType: 0)))
    for metric in [Metric.approvalWaitMean, .pWaitForApproval] { #expect(metric.scopes(in: scenario) == [Scope(), Scope(group: 0)]) }
    scenario.contactTypes[1].approval = nil
    #expect(Metric.ticketsFamily.filter { $0.coverage == .ticketsAndGroups } == [.solved, .repliesSent, .touchesDone, .interruptions])
    scenario.contactTypes[1].holds = [Hold(.group(1), shares: [0.3], takes: [ConstantDistribution(60).boxed])]
    for metric in ofGroups { #expect(metric.scopes(in: scenario) == [Scope(), Scope(group: 1)]) }
  }

  @Test func `Load is the capacity in use of the people there`() throws {
    let types = [
      ContactType(
        name: "chat", skills: [0], arrivals: [ArrivalProcess(pattern: .instants([.zero, .zero]))],
        talk: TimedDistribution(ConstantDistribution(900)))
    ]
    let scenario = Scenario(
      name: "chats", horizon: .elapsed(length: .hours(1), interval: .minutes(30)), channels: [Channel(name: "chat", concurrency: 4)],
      skills: ["chat"],
      contactTypes: types, groups: [AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .always(count: 1))],
      routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed]))
    let query = ResultQuery(try ExperimentRunner(CompiledScenario(scenario), plan: ExperimentPlan(seed: 1, replications: 3)).run())
    // Two of four parts for a quarter of an hour of each of four; two chats in hand for as long.
    #expect(query[.load]?.estimate == 0.125 && query[.load, Scope(group: 0, interval: 0)]?.estimate == 0.25)
    #expect(query[.occupancy]?.estimate == 0.25 && query[.chatsInHand]?.estimate == 0.5)
  }

  @Test func `Targets have one service level per treatment`() {
    let scopes = Metric.serviceLevel.scopes(in: MadeUp.scenario())
    #expect(scopes.map(\.abandons) == [.missed, .ignoredWithin, .metWithin, .ignored])
  }

  @Test func `a backlog is cleared at the first interval end with nobody waiting, counted from the highest one`() {
    func clear(_ waiting: [Int64]) -> [Double] {
      guard case .course(let function) = MetricFormula.of(.timeToClear) else { return [] }
      let half = TimeSpan.minutes(30).microseconds
      let intervals = waiting.map { count in
        var interval = ContactAggregate(length: half)
        interval.openAtEnd.waiting = count
        return interval
      }
      return function(intervals[...]).map { $0.numerator / $0.denominator / 1800 }
    }
    #expect(clear([0, 3, 9, 4, 0, 2, 0]) == [2, 0, 3, 2, 1, 0, 1, 0])
    // Not cleared before the end: as long as was looked.
    #expect(clear([0, 5, 1, 1]) == [2, 0, 2, 1, 0])
    // Of two peaks as high, the first; nobody ever waits; the peak is the end.
    #expect(clear([7, 0, 7, 7, 0]) == [1, 1, 0, 2, 1, 0])
    #expect(clear([0, 0]) == [0, 0, 0])
    #expect(clear([0, 2]) == [0, 0, 0])
  }

  /// Work from before the horizon and one agent: the n-th is taken at (n − 1) handle times, so the queue of 12 is empty 110 minutes on.
  @Test func `a backlog of known work clears when it must`() throws {
    var scenario = Scenario(
      name: "leftovers", horizon: .elapsed(length: .hours(4), interval: .minutes(30)), channels: [Channel(name: "mail")], skills: ["mail"],
      contactTypes: ["old", "new"].map {
        ContactType(name: $0, skills: [0], talk: TimedDistribution(ConstantDistribution(600)))
      },
      groups: [AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .always(count: 1))],
      routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed]))
    scenario.horizon.backlog = [.init(contactType: 0, count: 12, age: nil)]
    let result = try ExperimentRunner(CompiledScenario(scenario), plan: ExperimentPlan(seed: 1, replications: 3)).run()
    let query = ResultQuery(result)
    // 9 wait at 0:30, none at 2:00.
    #expect(query[.timeToClear]?.estimate == 5400)
    #expect(query[.timeToClear, Scope(contactType: 0)]?.estimate == 5400)
    #expect(query[.timeToClear, Scope(contactType: 1)]?.estimate == 0)
    #expect(query[.timeToClear, Scope(interval: 2)]?.estimate == 1800)
  }

  @Test func `Spread of occupancy is that of the agents there are`() {
    func agent(busy: Int64, available: Int64) -> AgentTotals {
      var totals = AgentTotals()
      totals.handling = busy
      totals.available = available
      return totals
    }
    let agents = [agent(busy: 9, available: 1), agent(busy: 7, available: 3), agent(busy: 0, available: 0)]
    guard case .agents(let spread) = MetricFormula.of(.idleSpread) else { return #expect(Bool(false), "idle-spread is read off agents") }
    let ratio = spread(agents, [0, 1, 2])
    #expect(abs(ratio.numerator - 0.1) < 1e-12 && ratio.denominator == 1)
    #expect(spread(agents, [0, 2]).denominator == 0)
  }

  /// With tickets, and a promise to solve them.
  private static func tickets() -> CompiledScenario {
    var scenario = MadeUp.scenario()
    scenario.contactTypes[1].touches = Touches(more: [0.5], repliesIn: [ConstantDistribution(60).boxed])
    scenario.targets.append(Target(name: "Solved", contactTypes: [1], measure: .resolution, within: .hours(4), goal: 0.9))
    return CompiledScenario(scenario)
  }

  @Test func `Percentiles of an interval take what is not over as longer than everything`() throws {
    let compiled = Self.tickets()
    var fold = ExperimentFold(compiled, metrics: [.ttrP50, .ttrP80])
    for _ in 0..<4 {
      var record = MadeUp.empty(compiled)
      for minute in 1...10 {
        record.spans[TimedSpan.resolution.rawValue].note(minute <= 7 ? Int64(minute) * 60_000_000 : nil, cell: 3 * 2 + 1, type: 1)
      }
      fold.add(record)
    }
    let estimates = try fold.estimates(confidence: 0.95)
    func estimate(_ metric: Metric, _ interval: Int) -> Double? {
      estimates.first { $0.metric == metric && $0.scope == Scope(contactType: 1, interval: interval) }?.estimate
    }
    #expect(abs((estimate(.ttrP50, 3) ?? 0) - 300) < 0.5)
    #expect(estimate(.ttrP80, 3) == nil && estimate(.ttrP50, 4) == nil)
  }

  @Test func `What agents do with tickets is told of groups too`() throws {
    let compiled = Self.tickets()
    let metrics: [Metric] = [.solved, .repliesSent, .touchesDone, .interruptions]
    var fold = ExperimentFold(compiled, metrics: metrics)
    var record = MadeUp.empty(compiled)
    record.tickets[1].solved = 9
    for (group, count) in [5, 3].enumerated() {
      (record.groups[group].solved, record.groups[group].repliesSent) = (Int64(count), Int64(count + 10))
      (record.groups[group].handled, record.groups[group].interruptions) = (Int64(count + 20), Int64(count + 30))
    }
    fold.add(record)
    let estimates = try fold.estimates(confidence: 0.95)
    func value(_ metric: Metric, _ scope: Scope) -> Double? { estimates.first { $0.metric == metric && $0.scope == scope }?.estimate }
    #expect(value(.solved, Scope()) == 9 && value(.solved, Scope(group: 0)) == 5 && value(.solved, Scope(group: 1, interval: 0)) == 3)
    #expect(metrics.map { value($0, Scope(group: 1)) } == [3, 13, 23, 33] && value(.solved, Scope(group: 1, interval: 1)) == 0)
  }

  @Test func `Named priorities are scopes of what happens to contacts`() throws {
    var scenario = MadeUp.scenario()
    #expect(!Metric.offered.scopes(in: scenario).contains { $0.priority != nil })
    scenario.priorities = ["urgent", "high", "normal"]
    scenario.contactTypes[0].priority = 2
    let compiled = CompiledScenario(scenario)
    var fold = ExperimentFold(compiled, metrics: [.offered, .waitP50])
    for replication in 0..<3 { fold.add(MadeUp.record(compiled, replication: replication)) }
    let estimates = try fold.estimates(confidence: 0.95)
    func value(_ metric: Metric, _ scope: Scope) -> Double? { estimates.first { $0.metric == metric && $0.scope == scope }?.estimate }
    for metric in [Metric.offered, .waitP50] {
      #expect(value(metric, Scope(priority: 2, interval: 4)) == value(metric, Scope(contactType: 0, interval: 4)))
      #expect(value(metric, Scope(priority: 0)) == value(metric, Scope(contactType: 1)))
    }
    #expect(value(.offered, Scope(priority: 1)) == 0 && value(.waitP50, Scope(priority: 1)) == nil)
    // By their names in questions.
    let question = try QuestionResolver([scenario]).question("offered for urgent")
    #expect(question.part == .priority("urgent") && question.scope(in: scenario) == Scope(priority: 2))
  }
}
