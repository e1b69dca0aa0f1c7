import Experiments
import ScenarioFormat
import SimulationCore
import SupportModel
import Testing

@testable import Studies

/// What a scenario means otherwise than before, whatever it is written like.
@Suite struct ScenarioDiffTests {
  private static func full() throws -> Scenario { try load(text) }

  private static func load(_ text: String) throws -> Scenario {
    try ScenarioLoader(reader: .memory(["s.yaml": text])).load("s.yaml").scenario
  }

  private static let text = """
    muster: 1
    name: Full
    about: all there is
    currency: USD
    horizon: {start: "2026-09-14T08:00", timezone: America/New_York, length: 10h, warmup: 30m, interval: 30m, at-end: drain, backlog: {mail: {count: 20, age: {constant: 1h}}}}
    experiment: {seed: 7, replications: 100, confidence: 95%, precision: {metric: service-level, half-width: 1%, at-most: 500}}
    calendars: {office: {timezone: America/New_York, open: {mon-sun: 09:00-17:00}}, evening: {timezone: America/New_York, open: {mon-sun: 16:00-18:00}}}
    channels: {phone: {live: true}, mail: {live: false}}
    contacts:
      call:
        channel: phone
        segment: gold
        skill: talk
        priority: 2
        arrivals: {rate: 30/h, busyness: {cv: 10%}}
        talk: {exponential: {mean: 3m}}
        wrap-up: {constant: 30s}
        patience: {exponential: {mean: 2m}}
        balk: 2%
        queue-limit: 30
        opens: {calendar: office, outside: refuse, at-close: serve}
        after-abandon: {retry: 40%, delay: {exponential: {mean: 10m}}, at-most: 3, same-work: true}
        after-blocked: {retry: 30%, delay: {exponential: {mean: 10m}}, at-most: 2}
      mail: {channel: mail, segment: silver, skill: write, arrivals: {gaps: {exponential: {mean: 5m}}}, talk: {constant: 4m}}
    limits: [{for: [call, mail], in-system: 60, waiting: 40}]
    demand-events: [{name: sale, at: "2026-09-14T10:00", extra: {call: 20}, shape: {spike: {rise: 5m, half-life: 20m}}, uncertainty: {size-cv: 20%, starts-late: {uniform: {from: 0m, to: 5m}}}}]
    shifts: {day: {start: 09:00, length: 8h, breaks: [{at: 4h, for: 30m}]}}
    agents:
      desk: {timezone: America/New_York, skills: {talk: {rank: 1}, write: {rank: 2, handle: 1.2}}, roster: {day: 6}, absence: 5%, late-by: {exponential: {mean: 2m}}, offline: [{name: coaching, for: 20m, share: 20%}], end-of-shift: finish, cost: {per-hour: 20, overtime: 1.5}}
      pool: {skills: [talk], count: 3}
    routing:
      agent-for-contact: [skill-rank, longest-idle]
      contact-for-agent: [priority, longest-wait]
      overflow: [{contacts: call, after: 30s, to: pool}]
      reserve: [{group: desk, keep: 1, for: call}]
      ageing: [{contacts: mail, raise: 1, every: 1h}]
      schedule: [{when: evening, contact-for-agent: [longest-wait]}]
    targets: [{name: Calls, for: call, answer: 30s, goal: 80%, abandons: missed, short-abandon: 5s}, {name: Mail, for: mail, answer: 1h, goal: 90%}]
    gates: [{name: Level, metric: service-level, target: Calls, at-least: 70%, not-worse-by: 1%}, {name: Left, metric: abandonment, at-most: 20%}]
    """

  /// One property of a value changed.
  struct Mutation: Sendable {
    /// `ContactType.talk`: the type and its stored property.
    var property: String
    var change: @Sendable (inout Scenario) throws -> Void
    /// The section, subject and aspect that name it, and what it does.
    var expected: String

    init(_ property: String, _ expected: String, _ change: @escaping @Sendable (inout Scenario) throws -> Void) {
      self.property = property
      self.expected = expected
      self.change = change
    }

    /// As a file says it, so that a key is read and compared by one line of test.
    init(_ property: String, _ expected: String, writing now: String, for before: String) {
      self.init(property, expected) { scenario in
        #expect(ScenarioDiffTests.text.contains(before))
        scenario = try ScenarioDiffTests.load(ScenarioDiffTests.text.replacing(before, with: now))
      }
    }
  }

  private static func always(_ seconds: Double) -> TimedDistribution { TimedDistribution(ExponentialDistribution(mean: seconds)) }

  static let mutations: [Mutation] = [
    Mutation("Scenario.name", "names//name none") { $0.name = "Other" },
    Mutation("Scenario.about", "names//about none") { $0.about = "" },
    Mutation("Scenario.currency", "costs//currency unclear") { $0.currency = "EUR" },
    Mutation("Target.name", "targets/Calls/name none") { $0.targets[0].name = "Phone" },
    Mutation("Target.contactTypes", "targets/Calls/for unclear") { $0.targets[0].contactTypes = [0, 1] },
    Mutation("Target.measure", "targets/Calls/measure unclear") { $0.targets[0].measure = .resolution },
    Mutation("Target.durations", "targets/Calls/answer weaker") { $0.targets[0].within = .seconds(31) },
    Mutation("Target.durations", "targets/Calls/answer unclear") {
      $0.targets[0].durations = ClockDurations(.time(.seconds(30)), byPriority: [(2, .businessDays(1))])
    },
    Mutation("Target.terms", "targets/Calls/clock weaker") { $0.targets[0].terms.calendar = 0 },
    Mutation("Target.terms", "targets/Calls/pauses weaker") { $0.targets[0].terms.pauses = ClockPhases([.pending]) },
    Mutation("Target.terms", "targets/Calls/on-change elapsed unclear") { $0.targets[0].terms.elapsedOnChange = .restart },
    Mutation("Target.terms", "targets/Calls/on-change pauses unclear") { $0.targets[0].terms.pausesOnChange = .drop },
    Mutation("Target.terms", "targets/Calls/counts-solved stronger") { $0.targets[0].terms.countsSolved = true },
    Mutation("Target.goal", "targets/Calls/goal weaker") { $0.targets[0].goal = 0.799 },
    Mutation("Target.abandons", "targets/Calls/abandons weaker") { $0.targets[0].abandons = .metWithin },
    Mutation("Target.shortAbandon", "targets/Calls/short-abandon weaker") { $0.targets[0].shortAbandon = .seconds(6) },
    Mutation("Gate.atLeast", "gates/Level/at-least weaker") { $0.gates[0].atLeast = 0.69 },
    Mutation("Gate.atMost", "gates/Left/at-most weaker") { $0.gates[1].atMost = 0.21 },
    Mutation("Gate.notWorseBy", "gates/Level/not-worse-by weaker") { $0.gates[0].notWorseBy = 0.02 },
    Mutation("Gate.notWorseByShare", "gates/Level/not-worse-by unclear") {
      $0.gates[0].notWorseBy = nil
      $0.gates[0].notWorseByShare = 0.01
    },
    Mutation("ContactType.name", "demand/call/ weaker") { $0.contactTypes[0].name = "ring" },
    Mutation("ContactType.channel", "access/call/channel unclear") { $0.contactTypes[0].channel = 1 },
    Mutation("ContactType.segment", "access/call/segment unclear") { $0.contactTypes[0].segment = 1 },
    Mutation("ContactType.skills", "routing/call/skills none") { $0.contactTypes[0].skills = [0, 1] },
    Mutation("ContactType.priority", "routing/call/priority none") { $0.contactTypes[0].priority = 3 },
    Mutation("ContactType.arrivals", "demand/call/ weaker") { $0.contactTypes[0].arrivals = [] },
    Mutation("ContactType.talk", "customers/call/talk weaker") { $0.contactTypes[0].talk = always(170) },
    Mutation("ContactType.wrapUp", "customers/call/wrap-up weaker") { $0.contactTypes[0].wrapUp = nil },
    Mutation("ContactType.patience", "customers/call/patience unclear") { $0.contactTypes[0].patience = always(180) },
    Mutation("ContactType.abandonsInService", "customers/call/abandons-in-service unclear") {
      $0.contactTypes[0].abandonsInService = always(600)
    },
    Mutation("ContactType.balk", "customers/call/balk unclear", writing: "balk: 50%", for: "balk: 2%"),
    Mutation("ContactType.queueLimit", "access/call/queue-limit weaker", writing: "queue-limit: 5", for: "queue-limit: 30"),
    Mutation("ContactType.opens", "access/call/opens unclear") { $0.contactTypes[0].opens?.calendar = 1 },
    Mutation("ContactType.nobodyThere", "access/call/nobody-there weaker") { $0.contactTypes[0].nobodyThere = .init(arriving: .refuse) },
    Mutation("ContactType.nobodyThere", "access/call/last-one-gone unclear") {
      $0.contactTypes[0].nobodyThere = .init(waiting: .disconnect)
    },
    Mutation("ContactType.afterAbandon", "customers/call/after-abandon weaker") { $0.contactTypes[0].afterAbandon = nil },
    Mutation("ContactType.afterBlocked", "customers/call/after-blocked weaker") { $0.contactTypes[0].afterBlocked?.probability = 0.2 },
    Mutation("ContactType.touches", "customers/call/touches.more stronger") {
      $0.contactTypes[0].touches = Touches(more: [0.4], repliesIn: [])
    },
    Mutation("ContactType.reopening", "customers/call/reopen stronger") {
      $0.contactTypes[0].reopening = Reopening(share: 0.1, after: nil)
    },
    Mutation("ContactType.selfService", "customers/call/self-service weaker") {
      $0.contactTypes[0].selfService = SelfService(tries: 0.3, solves: 0.5, takes: ConstantDistribution(60))
    },
    Mutation("ContactType.callback", "customers/call/callback unclear") {
      $0.contactTypes[0].callback = Callback(whenWaitOver: .minutes(3), accepts: 0.5)
    },
    Mutation("ContactType.chaser", "customers/call/chaser stronger") {
      $0.contactTypes[0].chaser = Chaser(whenOpenFor: ConstantDistribution(3_600), takes: ConstantDistribution(60))
    },
    Mutation("ContactType.duplicate", "customers/call/duplicate stronger") {
      $0.contactTypes[0].duplicate = Duplicate(
        share: 0.1, contactType: 1, after: ConstantDistribution(600), takes: ConstantDistribution(60))
    },
    Mutation("Scenario.satisfaction", "satisfaction//satisfaction none") { $0.satisfaction = Satisfaction(model: .init(base: 2)) },
    Mutation("Scenario.valueBySegment", "money/gold/value.per-customer stronger") {
      $0.valueBySegment = $0.segments.indices.map { $0 == 0 ? CustomerValue(perCustomer: 900) : nil }
    },
    Mutation("Scenario.valueOfOthers", "money//value.per-customer stronger") { $0.valueOfOthers = CustomerValue(perCustomer: 900) },
    Mutation("Scenario.penalties", "money/Calls/penalty stronger") {
      $0.penalties = [Penalty(target: 0, contactTypes: [0], charge: .perBreach(40))]
    },
    Mutation("Scenario.removals", "money/call/removes weaker") {
      $0.removals = [Removal(contactTypes: [0], label: "call", share: 0.5)]
    },
    Mutation("ContactType.recontacts", "customers/call/recontact stronger") {
      $0.contactTypes[0].recontacts = [Recontact(share: .everybody(0.1), delay: ConstantDistribution(60))]
    },
    Mutation("ContactType.holds", "customers/call/holds unclear") {
      $0.contactTypes[0].holds = [Hold(.outside("lab"), shares: [0.1], takes: [ConstantDistribution(60).boxed])]
    },
    Mutation("ContactType.moves", "customers/call/moves unclear") { $0.contactTypes[0].moves = [Move(shares: [0.1], to: 1)] },
    Mutation("ContactType.approval", "customers/call/approval unclear") {
      $0.contactTypes[0].approval = Approval(shares: [0.1], by: 0, takes: ConstantDistribution(60).boxed, agent: .waits)
    },
    Mutation("ContactType.reads", "customers/call/reads.same-group stronger") {
      $0.contactTypes[0].reads = Reading(sameGroup: ConstantDistribution(60).boxed)
    },
    Mutation("RoutingPolicy.escalations", "routing//escalate-on-target none") {
      $0.routing.escalations = [.init(target: 0, at: 0.75, raise: 1)]
    },
    Mutation("ContactType.mix", "customers/call/mix unclear") { $0.contactTypes[0].mix = Mix(priorities: [0.5, 0.5]) },
    Mutation("ContactType.replies", "customers/call/replies unclear") { $0.contactTypes[0].replies = false },
    Mutation("Channel.name", "access/call/channel unclear") { $0.channels[0].name = "voice" },
    Mutation("Channel.isLive", "access/phone/live unclear") { $0.channels[0].isLive = false },
    Mutation("Channel.concurrency", "access/phone/concurrency unclear") { $0.channels[0].concurrency = 2 },
    Mutation("Channel.atMost", "access/phone/at-most unclear") { $0.channels[0].atMost = 1 },
    Mutation("Channel.pace", "access/phone/pace unclear") { $0.channels[0].pace = Pace([0.9]) },
    Mutation("Channel.tray", "access/phone/tray unclear") { $0.channels[0].tray = Tray(room: 8) },
    Mutation("Channel.interruption", "access/phone/interrupted-by unclear") { $0.channels[0].interruption = Interruption(by: [1]) },
    Mutation("SharedLimit.inSystem", "access/call, mail/in-system weaker") { $0.sharedLimits[0].inSystem = 50 },
    Mutation("SharedLimit.waiting", "access/call, mail/waiting stronger") { $0.sharedLimits[0].waiting = 50 },
    Mutation("DemandEvent.name", "demand/sale/event weaker") { $0.demandEvents[0].name = "fair" },
    Mutation("DemandEvent.occurrence", "demand/sale/at unclear") { $0.demandEvents[0].occurrence = .once(at: .zero) },
    Mutation("DemandEvent.extra", "demand/sale, call/extra weaker") { $0.demandEvents[0].extra[0].expected = 10 },
    Mutation("DemandEvent.shape", "demand/sale/shape unclear") {
      $0.demandEvents[0].shape = SpikeShape(rise: .minutes(6), halfLife: .minutes(20)).boxed
    },
    Mutation("DemandEvent.sizeFactor", "demand/sale/size unclear") { $0.demandEvents[0].sizeFactor = nil },
    Mutation("DemandEvent.incident", "demand/sale/incident unclear") {
      $0.demandEvents[0].incident = .init(lasts: ConstantDistribution(3_600), acknowledge: ConstantDistribution(30), solvesTogether: 0.9)
    },
    Mutation("DemandEvent.startsLate", "demand/sale/starts-late unclear") { $0.demandEvents[0].startsLate = nil },
    Mutation("ArrivalProcess.pattern", "demand/call/arrival-process unclear") {
      $0.contactTypes[0].arrivals[0].pattern = .renewal(gap: ExponentialDistribution(mean: 120).boxed)
    },
    Mutation("ArrivalProcess.batch", "demand/call/arrivals stronger") {
      $0.contactTypes[0].arrivals[0].batch = ConstantDistribution(2).boxed
    },
    Mutation("ArrivalProcess.busyness", "demand/call/busyness unclear") { $0.contactTypes[0].arrivals[0].busyness = nil },
    Mutation("Busyness.factor", "demand/call/busyness unclear") {
      $0.contactTypes[0].arrivals[0].busyness?.factor = ConstantDistribution(1).boxed
    },
    Mutation("Busyness.name", "demand/call/busyness-shared-with unclear") { $0.contactTypes[0].arrivals[0].busyness?.name = "all" },
    Mutation("Busyness.isOfWholePlay", "demand/call/busyness-drawn unclear") {
      $0.contactTypes[0].arrivals[0].busyness?.isOfWholePlay = true
    },
    Mutation("Horizon.length", "horizon//length weaker") { $0.horizon.length = .hours(9) },
    Mutation("Horizon.warmUp", "horizon//warmup weaker") { $0.horizon.warmUp = .hours(1) },
    Mutation("Horizon.cooldown", "horizon//cooldown weaker") { $0.horizon.cooldown = .hours(1) },
    Mutation("Horizon.firstContactWindow", "horizon//fcr-window weaker") { $0.horizon.firstContactWindow = .days(3) },
    Mutation("Horizon.atEnd", "horizon//at-end unclear") { $0.horizon.atEnd = .cut },
    Mutation("Horizon.backlog", "demand/mail/backlog weaker") { $0.horizon.backlog[0].count = 19 },
    Mutation("Horizon.intervals", "horizon//interval unclear") {
      $0.horizon.intervals = [Horizon.Interval(start: .zero, end: .zero + .hours(10), label: "x", shortLabel: "x", day: 0)]
    },
    Mutation("Horizon.startDate", "horizon//start unclear") { $0.horizon.startDate = "2026-09-15" },
    Mutation("Horizon.timeZone", "horizon//timezone unclear") { $0.horizon.timeZone = "UTC" },
    Mutation("ExperimentPlan.seed", "experiment//seed none") { $0.experiment.seed = 8 },
    Mutation("ExperimentPlan.replications", "experiment//replications weaker") { $0.experiment.replications = 99 },
    Mutation("ExperimentPlan.confidence", "experiment//confidence weaker") { $0.experiment.confidence = 0.9 },
    Mutation("ExperimentPlan.precision", "experiment//precision.half-width weaker") { $0.experiment.precision?.halfWidth = 0.02 },
    Mutation("WorkCalendar.hours", "calendars/office/open weaker") { scenario in
      scenario.calendars[0].hours = BusinessTime(scenario.calendars[0].hours.stretches.ranges.dropFirst())
    },
    Mutation("AgentGroup.name", "people/desk/ none") { $0.groups[0].name = "front" },
    Mutation("AgentGroup.skills", "people/desk, write/handle weaker") { $0.groups[0].skills[1].handle = 1.1 },
    Mutation("AgentGroup.presence", "people/pool/count none") { $0.groups[1].presence = .always(count: 2) },
    Mutation("AgentGroup.absence", "people/desk/absence weaker", writing: "absence: 0%", for: "absence: 5%"),
    Mutation("AgentGroup.lateBy", "people/desk/late-by weaker") { $0.groups[0].lateBy = nil },
    Mutation("AgentGroup.offline", "people/desk/offline none") { $0.groups[0].offline = [] },
    Mutation("AgentGroup.newHires", "people/desk/new-hires stronger") {
      $0.groups[0].newHires = .init(share: 0.2, tenure: .zero)
    },
    Mutation("AgentGroup.ramp", "people/desk/starts-at stronger") { $0.groups[0].ramp = .init(startsAt: 1.6, length: .days(84)) },
    Mutation("AgentGroup.hires", "people/desk/hires none") {
      $0.groups[0].hires = [.init(from: .zero, floorFrom: .zero + .hours(2), people: [.init(name: "new")])]
    },
    Mutation("AgentGroup.attrition", "people/desk/attrition stronger") {
      $0.groups[0].attrition = .init(perYear: 0.28, weekEnds: [.zero + .hours(3)])
    },
    Mutation("Scenario.wellbeing", "people//occupancy-limit stronger") { $0.wellbeing = Wellbeing() },
    Mutation("AgentGroup.endOfShift", "people/desk/end-of-shift none") { $0.groups[0].endOfShift = .drop },
    Mutation("AgentGroup.works", "people/desk/works none") { $0.groups[0].works = 0 },
    Mutation("AgentGroup.cost", "costs/desk/per-hour weaker") { $0.groups[0].cost?.perHour = 19 },
    Mutation("RoutingPolicy.agentForContact", "routing//agent-for-contact none") { $0.routing.agentForContact.removeFirst() },
    Mutation("RoutingPolicy.contactForAgent", "routing//contact-for-agent none") { $0.routing.contactForAgent.removeFirst() },
    Mutation("RoutingPolicy.overflow", "routing//overflow none") { $0.routing.overflow[0].after = .seconds(31) },
    Mutation("RoutingPolicy.reserve", "routing//reserve none") { $0.routing.reserve = [] },
    Mutation("RoutingPolicy.ageing", "routing//ageing none") { $0.routing.ageing[0].raise = 2 },
    Mutation("RoutingPolicy.queueAt", "routing//queue-at none") { $0.routing.queueAt = .expectedDelay },
    Mutation("RoutingPolicy.affinity", "routing//affinity none") {
      $0.routing.affinity = [.init(contactTypes: [1], preferLastAgentFor: .hours(2))]
    },
    Mutation("RoutingPolicy.schedule", "routing//schedule none") { $0.routing.schedule = [] },
  ]

  private static func said(_ change: ScenarioChange) -> String {
    "\(change.section)/\(change.subject)/\(change.aspect) \(change.effect.rawValue)"
  }

  @Test func `every property of a scenario that changes is named with what it does`() throws {
    let before = try Self.full()
    #expect(ScenarioDiff.between(before, before).isEmpty)
    for mutation in Self.mutations {
      var now = before
      try mutation.change(&now)
      let said = ScenarioDiff.between(before, now).map(Self.said)
      #expect(
        said.contains { $0 == mutation.expected || (mutation.expected.contains("/ ") && $0.hasPrefix(mutation.expected)) }
          || said.contains { $0.hasPrefix("demand/call/") && mutation.property == "ContactType.arrivals" },
        "\(mutation.property): \(said)")
      // And back again: what was weaker is stronger.
      let back = ScenarioDiff.between(now, before)
      #expect(!back.isEmpty, "\(mutation.property)")
      if mutation.expected.hasSuffix("weaker") { #expect(back.contains { $0.effect == .stronger }, "\(mutation.property) back") }
    }
  }

  /// A new key of a scenario that nobody compares would be a promise that can be changed unseen.
  @Test func `there is no property that the diff has not heard of`() throws {
    let scenario = try Self.full()
    let covered = Set(ScenarioDiff.sections.flatMap(\.covers))
    #expect(Mirror(reflecting: scenario).children.allSatisfy { covered.contains($0.label ?? "") })
    let seen = Set(Self.mutations.map(\.property))
    // Not compared by themselves: what they are for is, or they say nothing about what is played.
    let besides: Set = [
      // What a gate asks; where it is written; the zone of a calendar shows in its hours.
      "Target.isOnlyMeasured", "WorkCalendar.wall", "Gate.name", "Gate.metric", "Gate.subject", "Gate.place", "Gate.isOfHealth",
      "SharedLimit.contactTypes",
      "SharedLimit.label", "WorkCalendar.name",
      // What `cooldown` leaves out of the intervals.
      "Horizon.uncounted",
      // What its intervals are summed over.
      "Horizon.periods",
      // What a mix makes of the contact types.
      "ContactType.variantOf",
    ]
    let parts: [(String, Any)] = [
      ("Target", scenario.targets[0]), ("Gate", scenario.gates[0]), ("ContactType", scenario.contactTypes[0]),
      ("Channel", scenario.channels[0]), ("SharedLimit", scenario.sharedLimits[0]), ("DemandEvent", scenario.demandEvents[0]),
      ("ArrivalProcess", scenario.contactTypes[0].arrivals[0]),
      ("Busyness", try #require(scenario.contactTypes[0].arrivals[0].busyness)), ("Horizon", scenario.horizon),
      ("ExperimentPlan", scenario.experiment),
      ("WorkCalendar", scenario.calendars[0]), ("AgentGroup", scenario.groups[0]), ("RoutingPolicy", scenario.routing),
    ]
    for (type, part) in parts {
      for child in Mirror(reflecting: part).children {
        let property = "\(type).\(child.label ?? "")"
        #expect(seen.contains(property) || besides.contains(property), "\(property) has a mutation in this test, so a line in the diff")
      }
    }
  }

  @Test func `one law in two spellings is no change`() throws {
    let before = try Self.full()
    var now = before
    now.contactTypes[0].talk = TimedDistribution(pieces: [
      .init(from: .zero, distribution: ExponentialDistribution(mean: 180)),
      .init(from: .zero + .hours(2), distribution: ExponentialDistribution(mean: 180)),
    ])
    #expect(ScenarioDiff.between(before, now).isEmpty)
  }

  @Test func `treatments of abandons are ordered as far as arithmetic goes`() throws {
    // 100 contacts: 60 in time, 10 left within it, 20 later, 10 left later; and 5 who left so soon that most treatments do not count them.
    let (a, b, c, d, soon) = (60.0, 10.0, 20.0, 10.0, 5.0)
    let level: [Target.Abandons: Double] = [
      .missed: a / (a + b + c + d), .ignoredWithin: a / (a + c + d), .metWithin: (a + b) / (a + b + c + d), .ignored: a / (a + c),
      .metShort: (a + soon) / (a + b + c + d + soon),
    ]
    let before = try Self.full()
    for old in Target.Abandons.allCases {
      for new in Target.Abandons.allCases where new != old {
        var (from, to) = (before, before)
        from.targets[0].abandons = old
        to.targets[0].abandons = new
        let change = try #require(ScenarioDiff.between(from, to).first { $0.aspect == "abandons" })
        switch change.effect {
        case .weaker: #expect(level[new]! > level[old]!)
        case .stronger: #expect(level[new]! < level[old]!)
        case .unclear:
          // Whether those who leave soon or those who leave in time are more is not known.
          let isOfSoon = (old == .metShort || new == .metShort) && old != .missed && new != .missed
          #expect(isOfSoon || Set([old, new]) == [.metWithin, .ignored])
        case .neutral: Issue.record("\(old) to \(new) is not the same promise")
        }
      }
    }
  }

  @Test func `a target that is only measured steers no routing`() throws {
    func answers(_ extra: Target?) throws -> [Int64] {
      var scenario = try Self.full()
      if let extra { scenario.targets.append(extra) }
      scenario.routing.contactForAgent = [EarliestDueProbe().boxed]
      scenario.routing.schedule = []
      scenario.routing.reserve = []
      // Enough to do that the order matters, and nobody who has waited so long that no target matters any more.
      scenario.horizon.backlog = []
      scenario.groups[0].presence = .always(count: 2)
      scenario.groups[1].presence = .always(count: 0)
      var simulation = Simulation(CompiledScenario(scenario))
      _ = try simulation.play(replication: 0, seed: 1, observing: .contacts)
      return simulation.contactRows.map(\.answeredAt)
    }
    var tight = Target(name: "tight", contactTypes: [1], answerWithin: .seconds(1), goal: 0.5)
    let usual = try answers(nil)
    #expect(try answers(tight) != usual)
    tight.isOnlyMeasured = true
    #expect(try answers(tight) == usual)
  }
}

private struct EarliestDueProbe: ContactCriterion {
  var scope: CriterionScope { .dynamic }
  func score(contact: ContactView, agentGroup: Int32, now: Int64) -> Double { Double(contact.due) }
}
