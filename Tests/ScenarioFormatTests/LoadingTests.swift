import SimulationCore
import SupportModel
import Testing

@testable import ScenarioFormat

@Suite struct LoadingTests {
  @Test func `The small scenario of the design loads`() throws {
    let loaded = try load(
      """
      muster: 1
      name: Erlang C textbook case
      horizon: {length: 8h, warmup: 1h}
      contacts:
        call:
          arrivals: {rate: 100/h}
          talk: {exponential: {mean: 3m}}
      agents:
        desk: {count: 7, skills: [call]}
      targets:
        - {for: call, answer: 20s, goal: 80%}
      """)
    let scenario = loaded.scenario
    #expect(scenario.name == "Erlang C textbook case")
    #expect(scenario.horizon.length == .hours(8))
    #expect(scenario.horizon.warmUp == .hours(1))
    #expect(scenario.horizon.intervals.count == 14)
    #expect(scenario.horizon.intervals[0].label == "01:00")
    #expect(scenario.channels == [Channel(name: "phone", isLive: true)])
    #expect(scenario.skills == ["call"])
    #expect(scenario.contactTypes[0].skills == [0])
    #expect(abs(scenario.contactTypes[0].talk.pieces[0].distribution.mean - 180) < 1e-9)
    #expect(segments(scenario) == [.init(start: .zero, end: .zero + .hours(8), expected: 800)])
    #expect(scenario.groups[0].mostPeople == 7)
    #expect(scenario.targets[0].name == "call 80% in 20s")
    #expect(scenario.targets[0].within == .seconds(20))
    #expect(loaded.remarks == [])
    #expect(loaded.files == ["s.yaml"])
  }

  @Test func `The full scenario of the design loads without its later keys`() throws {
    let loaded = try load(fullScenario, files: fullScenarioFiles)
    let scenario = loaded.scenario
    #expect(scenario.horizon.intervals.count == 48)
    #expect(scenario.horizon.intervals[18].label == "2026-09-14T09:00:00-04:00")
    #expect(scenario.horizon.intervals[18].shortLabel == "09:00")
    #expect(scenario.horizon.startDate == "2026-09-14")
    #expect(scenario.horizon.timeZone == "America/New_York")
    #expect(scenario.horizon.backlog[0].count == 180)
    #expect(scenario.channels.map(\.isLive) == [true, true, false])
    #expect(scenario.segments == ["business"])
    #expect(scenario.skills == ["billing", "french"])
    #expect(scenario.contactTypes.map(\.name) == ["billing-call", "billing-email", "french-call"])
    #expect(scenario.contactTypes[0].priority == 2)
    #expect(scenario.contactTypes[0].balk == 0.02)
    #expect(scenario.contactTypes[0].queueLimit == 300)
    #expect(scenario.openingHours(of: 0)?.stretches.ranges.contains { hours($0.lowerBound) == 9 && hours($0.upperBound) == 17 } == true)
    #expect(scenario.contactTypes[0].afterAbandon?.atMost == 3)
    #expect(scenario.contactTypes[2].skills == [0, 1])
    #expect(scenario.contactTypes[0].arrivals[0].busyness?.name == "billing-call")
    #expect(abs(segments(scenario).reduce(0) { $0 + $1.expected } - 2400 * 1.2) < 1e-6)
    #expect(scenario.sharedLimits[0] == SharedLimit(contactTypes: [0, 2], inSystem: 140, label: "phone"))
    #expect(scenario.demandEvents[0].occurrence == .once(at: .zero + .hours(9)))
    #expect(scenario.demandEvents[1].occurrence == .random(perSecond: 1.0 / 604_800))
    #expect(scenario.groups[0].skills == [.init(skill: 0, rank: 1, handle: 1), .init(skill: 1, rank: 2, handle: 1.15)])
    #expect(scenario.groups[0].mostPeople == 40)
    #expect(scenario.groups[0].absence == 0.06)
    #expect(scenario.groups[0].cost == .init(perHour: 26, overtime: 1.5))
    #expect(scenario.routing.overflow == [.init(contactTypes: [0], after: .seconds(60), groups: [1])])
    #expect(scenario.routing.reserve == [.init(group: 1, keep: 2, contactTypes: [0])])
    #expect(scenario.routing.ageing == [.init(contactTypes: [1], raise: 1, every: .hours(2))])
    #expect(scenario.calendars[scenario.routing.schedule[0].calendar].name == "weekend")
    #expect(scenario.targets.map(\.name) == ["Phones 80/20", "billing-email 90% in 4h"])
    #expect(scenario.targets[0].contactTypes == [0, 2])
    #expect(loaded.files == ["s.yaml", "arrivals/billing-email.csv", "policies/current.yaml"])
  }

  @Test func `Spaces around a quoted word mean nothing`() throws {
    let scenario = try load(
      """
      muster: 1
      horizon: {length: 8h}
      channels: {phone: {live: " false "}, chat: {live: "true "}}
      contacts:
        call: {channel: " chat", segment: " business ", skills: [" billing ", french], talk: 3m, arrivals: 1/h}
      agents: {desk: {count: 1, skills: [billing, "french "]}}
      """
    ).scenario
    #expect(scenario.channels == [Channel(name: "phone", isLive: false), Channel(name: "chat")])
    #expect(scenario.contactTypes[0].channel == 1 && scenario.contactTypes[0].segment == 0 && scenario.segments == ["business"])
    #expect(scenario.skills == ["billing", "french"] && scenario.servers(of: 0) == [0])
  }

  @Test func `The same text has the same canonical text whatever its layout`() throws {
    let flow = try load(undated()).canonicalText
    let block = try load(
      """
      # A comment.
      muster: 1
      horizon:
          length:   8h
      contacts:
          call:
              arrivals: {rate: "100/h"}
              talk: {exponential: {mean: 3m}}
      agents:
          desk:
              count: 7
              skills:
              - call
      """
    ).canonicalText
    #expect(flow == block)
  }

  @Test func `Names that look like numbers or truth values stay words`() throws {
    let scenario = try load(
      """
      muster: 1
      horizon: {length: 1h}
      contacts: {no: {skill: 007, arrivals: {rate: 1/h}, talk: 1m}}
      agents: {on: {count: 1, skills: [007]}}
      """
    ).scenario
    #expect(scenario.contactTypes[0].name == "no")
    #expect(scenario.skills == ["007"])
    #expect(scenario.groups[0].name == "on")
  }

  @Test func `Long horizons get longer intervals`() throws {
    #expect(try load(dated(length: "28d")).scenario.horizon.intervals.count == 1344)
    let hourly = try load(dated(length: "29d")).scenario.horizon.intervals
    #expect(hourly.count == 29 * 24)
    let daily = try load(dated(length: "365d")).scenario.horizon.intervals
    #expect(daily.count == 365)
    #expect(daily[1].shortLabel == "Tue 15 Sep")
    #expect(daily[364].day == 364)
  }

  @Test func `Intervals follow the local clock even when the start does not`() throws {
    let intervals = try load(dated(start: "2026-09-14T08:10", length: "2h", horizon: ", warmup: 5m")).scenario.horizon.intervals
    #expect(intervals.map(\.shortLabel) == ["08:15", "08:30", "09:00", "09:30", "10:00"])
    #expect(intervals[0].start == .zero + .minutes(5))
    #expect(intervals.last?.end == .zero + .hours(2))
  }

  @Test func `What changes by time repeats every local day`() throws {
    let talk = "arrivals: {rate: 1/h}, talk: {by-time: [{from: 08:00, is: {constant: {value: 2m}}}, {from: 20:00, is: 5m}]}"
    let pieces = try load(dated(talk, length: "2d")).scenario.contactTypes[0].talk.pieces
    #expect(pieces.map { hours($0.from) } == [-4, 8, 20, 32, 44])
    #expect(pieces.map(\.distribution.mean) == [300, 120, 300, 120, 300])
  }

  @Test func `Durations of one number are constants`() throws {
    let scenario = try load(undated("arrivals: 30/h, talk: 90s, wrap-up: {constant: 10s}")).scenario
    #expect(scenario.contactTypes[0].talk.pieces[0].distribution.mean == 90)
    #expect(scenario.contactTypes[0].wrapUp?.pieces[0].distribution.mean == 10)
    #expect(segments(scenario)[0].expected == 240)
  }

  @Test func `Modifiers stand beside the distribution`() throws {
    let scenario = try load(
      undated("arrivals: 30/h, talk: {exponential: {mean: 3m}, at-least: 10s, at-most: 2h, shift: 5s}")
    ).scenario
    let talk = scenario.contactTypes[0].talk.pieces[0].distribution
    #expect(talk.quantile(0.0001) == 10)
    #expect(abs(talk.quantile(0.999) - (5 + 180 * 6.907755278982137)) < 1e-6)
  }

  @Test func `Harmless keys of later releases are accepted`() throws {
    _ = try load(undated(rest: "channels: {phone: {concurrency: 1, interruptible: false}}"))
  }
}

let fullScenarioFiles = [
  "arrivals/billing-email.csv": "start,expected\n2026-09-14T08:00,40\n2026-09-14T12:00,60\n",
  "policies/current.yaml": """
  agent-for-contact: [longest-idle]
  contact-for-agent: [longest-wait]
  overflow:
    - {contacts: billing-call, after: 60s, to: manila}
  reserve:
    - {group: manila, keep: 2, for: {segment: business}}
  ageing:
    - {contacts: billing-email, raise: 1, every: 2h}
  schedule:
    - {when: weekend, agent-for-contact: [longest-idle]}
  """,
]

let fullScenario = """
  muster: 1
  name: Launch day
  about: Version 5 ships at nine in the morning, New York time.
  currency: USD
  horizon:
    start: 2026-09-14T00:00            # local to timezone
    timezone: America/New_York
    length: 1d
    interval: 30m
    warmup: 0m
    at-end: drain
    backlog:
      billing-email: {count: 180, age: {exponential: {mean: 9h}}}
  experiment:
    seed: 20260914
    precision: {metric: service-level, for: billing-call, half-width: 0.5%, at-most: 5000}
    confidence: 95%
  calendars:
    office: {timezone: America/New_York, open: {mon-fri: 09:00-17:00, sat: 10:00-14:00}, holidays: [2026-11-26]}
    office-manila: {timezone: Asia/Manila, open: {mon-fri: 09:00-17:00}, holidays: [2026-11-30]}
    weekend: {open: {sat-sun: 00:00-24:00}}
  channels:
    phone: {live: true}
    chat: {live: true}
    email: {live: false}
  contacts:
    billing-call:
      channel: phone
      segment: business
      skill: billing
      priority: 2
      arrivals:
        volume: 2400/d
        profile: {every: 1h, weights: [0,0,0,0,0,0,1,4,9,11,13,11,10,11,11,11,11,9,7,6,5,4,2,1]}
        week: {mon: 1.2, tue-fri: 1.0, sat: 0.4, sun: 0.3}
        busyness: {cv: 12%}
      talk: {lognormal: {mean: 6m, cv: 1.2}}
      wrap-up: {gamma: {mean: 45s, cv: 0.8}}
      patience: {exponential: {mean: 6m}}
      balk: 2%
      queue-limit: 300
      opens: {calendar: office, outside: refuse, at-close: serve}
      after-abandon: {retry: 40%, delay: {exponential: {mean: 20m}}, at-most: 3, same-work: true}
    billing-email:
      channel: email
      skill: billing
      arrivals: {csv: arrivals/billing-email.csv}
      talk: {lognormal: {median: 7m, p90: 22m}}
    french-call:
      channel: phone
      skills: [billing, french]
      arrivals: {rate: 5/h}
      talk: {mixture: [{share: 30%, is: {exponential: {mean: 2m}}}, {share: 70%, is: {exponential: {mean: 9m}}}]}
  limits:
    - {for: {channel: phone}, in-system: 140}
    - {for: [billing-call, french-call], waiting: 40}
  demand-events:
    - name: v5 launch
      at: 2026-09-14T09:00
      extra: {billing-call: 420, billing-email: 900}
      shape: {spike: {rise: 20m, half-life: 3h}}
      uncertainty: {size-cv: 30%, starts-late: {uniform: {from: 0m, to: 45m}}}
    - name: outage
      happens: {rate: 1/w}
      extra: {billing-call: 150}
      shape: {spike: {rise: 5m, half-life: 40m}}
  shifts:
    early: {days: mon-fri, start: 07:00, length: 8h30m, breaks: [{at: 2h, for: 15m}, {at: 4h, for: 30m}, {at: 6h30m, for: 15m}]}
    late: {days: mon-fri, start: 13:30, length: 8h30m, breaks: [{at: 4h, for: 30m}]}
    night: {days: "mon,tue,wed,thu,fri", start: 21:00, length: 9h}
  agents:
    tier1:
      timezone: America/New_York
      skills: {billing: {rank: 1}, french: {rank: 2, handle: 1.15}}
      roster: {early: 22, late: 18}
      absence: 6%
      late-by: {exponential: {mean: 2m}}
      offline: [{name: coaching, for: 30m, share: 20%}]
      end-of-shift: finish
      cost: {per-hour: 26, overtime: 1.5}
    manila:
      timezone: Asia/Manila
      holidays: office-manila
      skills: [billing]
      roster: {night: 12}
  routing: policies/current.yaml
  targets:
    - name: Phones 80/20
      for: {channel: phone}
      answer: 20s
      goal: 80%
      abandons: missed
      short-abandon: 5s
    - {for: billing-email, answer: 4h, goal: 90%}
  options:
    as-is: {}
    two-more-late: {agents: {tier1: {roster: {late: 20}}}}
  gates:
    - {metric: service-level, target: Phones 80/20, at-least: 78%, not-worse-by: 1%}
  """
