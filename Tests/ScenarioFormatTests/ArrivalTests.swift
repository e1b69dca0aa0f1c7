import SimulationCore
import SupportModel
import Testing

@testable import ScenarioFormat

/// How contacts arrive.
@Suite struct ArrivalTests {
  private func total(_ scenario: Scenario) -> Double { segments(scenario).reduce(0) { $0 + $1.expected } }

  private let profile = "profile: {every: 1h, weights: [0,0,0,0,0,0,1,4,9,11,13,11,10,11,11,11,11,9,7,6,5,4,2,1]}"

  private func tiles(_ scenario: Scenario) -> Bool {
    let all = segments(scenario)
    return all.first?.start == .zero && all.last?.end == .zero + scenario.horizon.length
      && zip(all, all.dropFirst()).allSatisfy { $0.end == $1.start }
  }

  @Test func `A day has its volume`() throws {
    let scenario = try load(dated("arrivals: {volume: 2400/d, \(profile)}, talk: 1m")).scenario
    #expect(abs(total(scenario) - 2400) < 1e-9)
    #expect(tiles(scenario))
    #expect(abs(segments(scenario)[10].expected - 2400 * 13 / 137) < 1e-9)
  }

  @Test(arguments: ["2026-03-08T00:00", "2026-11-01T00:00"]) func `Clock changes keep the volume of the day`(_ start: String) throws {
    let scenario = try load(dated("arrivals: {volume: 2400/d, \(profile)}, talk: 1m", start: start, length: "2d")).scenario
    #expect(abs(total(scenario) - 4800) < 1e-9)
    #expect(tiles(scenario))
  }

  @Test func `A week multiplies its days`() throws {
    let scenario = try load(
      dated("arrivals: {volume: 100/d, week: {mon: 1.2, tue-fri: 1.0, sat: 0.4, sun: 0.3}}, talk: 1m", length: "1w")
    ).scenario
    #expect(abs(total(scenario) - 590) < 1e-9)
    #expect(segments(scenario).map { ($0.expected * 1000).rounded() / 1000 } == [120, 100, 100, 100, 100, 40, 30])
  }

  @Test func `A volume per week is spread over its days`() throws {
    #expect(abs(total(try load(dated("arrivals: {volume: 700/w}, talk: 1m")).scenario) - 100) < 1e-9)
  }

  @Test func `A horizon that starts at noon has half a day`() throws {
    let scenario = try load(
      dated("arrivals: {volume: 100/d, profile: {every: 12h, weights: [1, 3]}}, talk: 1m", start: "2026-09-14T12:00", length: "18h")
    ).scenario
    #expect(abs(total(scenario) - (75 + 12.5)) < 1e-9)
    #expect(tiles(scenario))
  }

  @Test func `Counts that fill a day repeat and others run once from the start`() throws {
    let daily = try load(dated("arrivals: {counts: {every: 12h, values: [10, 30]}}, talk: 1m", length: "3d")).scenario
    #expect(segments(daily).map(\.expected) == [10, 30, 10, 30, 10, 30])
    let once = try load(undated("arrivals: {counts: {every: 1h, values: [10, 30]}}, talk: 1m")).scenario
    #expect(segments(once).map(\.expected) == [10, 30, 0])
    #expect(tiles(once))
    let cut = try load(undated("arrivals: {counts: {every: 1h, values: [10, 30]}}, talk: 1m", length: "90m")).scenario
    #expect(segments(cut).map(\.expected) == [10, 15])
  }

  @Test func `A counts file may hold dates or times of day`() throws {
    let contact = "arrivals: {csv: in.csv}, talk: 1m"
    let dates = "start,expected\n2026-09-13T23:30,8\n2026-09-14T00:30,20\n2026-09-14T01:30,6\n"
    #expect(segments(try load(dated(contact), files: ["in.csv": dates]).scenario).map(\.expected) == [4, 20, 6, 0])
    let times = "08:00,20\n12:00,30\n20:00,0\n"
    let daily = try load(dated(contact, length: "2d"), files: ["in.csv": times]).scenario
    // Each line lasts the commonest step, four hours; from 16:00 to 20:00 there is no line.
    #expect(segments(daily).map(\.expected) == [0, 20, 30, 0, 0, 0, 20, 30, 0, 0])
    #expect(segments(daily).map { hours($0.start) }.prefix(5) == [0, 8, 12, 16, 20])
    #expect(tiles(daily))
  }

  @Test func `A bad counts file names file and line`() {
    let contact = "arrivals: {csv: in.csv}, talk: 1m"
    func wrong(_ text: String, horizon: String = "") -> [String] { sentences(dated(contact, horizon: horizon), files: ["in.csv": text]) }
    #expect(
      wrong("start,expected\n2026-09-14T08:00,x\n2026-09-14T08:30,-5\n2026-09-14T09:00,7\n") == [
        "in.csv:2:18: x is not a number; expected a plain number such as 12 or 0.5",
        "in.csv:3:18: -5 is negative; expected a number of 0 or more",
      ])
    #expect(
      wrong("2026-09-14T08:00,5\n2026-09-14T08:00,5\n") == [
        "in.csv:2:1: Mon 14 Sep 08:00 is there twice, first in line 1; expected one line for each time"
      ])
    #expect(
      wrong("start,expected\n08:00\n08:30,4\n09:00,4\n") == ["in.csv:2:1: the line has no count; expected a value in `expected`"])
    #expect(wrong("\n") == ["in.csv: the file is empty; expected rows of values"])
    #expect(
      wrong("start,expected\n08:00,4\n08:30,4\n09:10,4\n09:40,5\n") == [
        "in.csv:4:1: 09:10 comes 40m after the line before, and the commonest step is 30m; expected steps of one length, or a column of ends"
      ])
    #expect(wrong("start,expected\n08:00,4\n")[0].hasSuffix("one line does not say how long it lasts; expected `every: 30m`, or an end"))
    #expect(wrong("start,expected\n08:00,4\n", horizon: ", interval: 15m").isEmpty)
  }

  @Test func `Schedules are times of every day or instants`() throws {
    let scenario = try load(dated("arrivals: {schedule: [09:00, 2026-09-14T12:00:00.5, 17:30]}, talk: 1m", length: "2d")).scenario
    #expect(instants(scenario).map(hours) == [9, 12 + 0.5 / 3600, 17.5, 33, 41.5])
    #expect(instants(try load(undated("arrivals: {schedule: [00:00, 07:59, 08:00]}, talk: 1m")).scenario).count == 2)
  }

  @Test func `Traces are exact and cut at the horizon`() throws {
    let contact = "arrivals: {trace: t.csv}, talk: 1m"
    let local = try load(dated(contact), files: ["t.csv": "at\n2026-09-14T00:00:01.000001\n2026-09-13T23:00\n2026-09-14T04:00:02Z\n"])
      .scenario
    #expect(instants(local).map(\.microseconds) == [1_000_001, 2_000_000])
    let seconds = try load(undated(contact), files: ["t.csv": "seconds\n3.5\n0\n1e6\n"]).scenario
    #expect(instants(seconds).map(\.microseconds) == [0, 3_500_000])
  }

  @Test func `Gaps make a renewal process`() throws {
    guard
      case .renewal(let gap)? = try load(undated("arrivals: {gaps: {gamma: {mean: 30s, cv: 0.5}}}, talk: 1m")).scenario.contactTypes[0]
        .arrivals.first?.pattern
    else {
      Issue.record("not a renewal process")
      return
    }
    #expect(abs(gap.mean - 30) < 1e-9)
  }

  @Test func `Batches are counts or plain numbers`() throws {
    func batch(_ text: String) throws -> AnyDistribution? {
      try load(undated("arrivals: {rate: 1/h, batch: \(text)}, talk: 1m")).scenario.contactTypes[0].arrivals[0].batch
    }
    #expect(try batch("3")?.mean == 3)
    #expect(abs(try batch("{mean: 2.5, cv: 40%}")!.mean - 2.5) < 1e-9)
    #expect(try batch("{uniform: {from: 1, to: 3}}")?.mean == 2)
    #expect(
      sentences(undated("arrivals: {rate: 1/h, batch: {uniform: {from: 1m, to: 3m}}}, talk: 1m"))[0].hasSuffix(
        "1m is not a number; expected a plain number such as 12 or 0.5"))
  }

  @Test func `Busyness is a gamma factor of mean one`() throws {
    let own = try load(undated("arrivals: {rate: 1/h, busyness: {cv: 12%}}, talk: 1m")).scenario.contactTypes[0].arrivals[0].busyness
    #expect(own?.name == "call")
    #expect(abs(own!.factor.mean - 1) < 1e-9)
    #expect(abs(own!.factor.coefficientOfVariation - 0.12) < 1e-9)
    let shared = try load(undated("arrivals: {rate: 1/h, busyness: {lognormal: {mean: 1, cv: 0.2}, shared-as: day}}, talk: 1m")).scenario
    #expect(shared.contactTypes[0].arrivals[0].busyness?.name == "day")
    #expect(
      sentences(undated("arrivals: {rate: 1/h, busyness: {lognormal: {mean: 2, cv: 0.2}}}, talk: 1m"))[0].hasSuffix(
        "the factor has a mean of 2; expected a mean of 1"))
  }

  @Test func `Profiles must fill a day`() {
    #expect(
      sentences(dated("arrivals: {volume: 10/d, profile: {every: 1h, weights: [1, 2, 3]}}, talk: 1m"))[0].hasSuffix(
        "3 weights of 1h cover 3h; expected 24 weights, a whole day"))
    #expect(
      sentences(dated("arrivals: {rate: 10/d, profile: {every: 12h, weights: [1, 2]}}, talk: 1m"))[0].contains(
        "`profile` has no meaning beside `rate`"))
  }

  @Test func `Absurd resolution is refused instead of filling the memory`() {
    let weights = Array(repeating: "1", count: 86_400).joined(separator: ",")
    let lines = sentences(dated("arrivals: {volume: 10/d, profile: {every: 1s, weights: [\(weights)]}}, talk: 1m", length: "10000d"))
    #expect(lines.count == 1)
    #expect(lines[0].contains("86400 steps a day over 10000 days are too many"), "\(lines)")
    let long = Array(repeating: "1", count: 50_000).joined(separator: ",")
    #expect(sentences(undated("arrivals: {counts: {every: 36000d, values: [\(long)]}}, talk: 1m")).isEmpty)
    #expect(sentences(undated(agents: "desk: {skills: call, staffing: {every: 36000d, counts: [\(long)]}}")).isEmpty)
  }
}
