import Experiments
import Foundation
import ReportKit
import Reports
import ResultFiles
import ScenarioFormat
import ServiceMetrics
import Studies
import SupportModel
import Testing
import Workbench

@testable import muster

/// Times to the first response and to the resolution, from the scenario to the screen, and what is undecided at the end.
@Suite struct ResponseTests {
  private static let desk = """
    muster: 1
    name: Desk
    horizon: {start: 2026-09-14T00:00, timezone: Europe/Berlin, length: 5d, interval: 1h, at-end: cut}
    experiment: {seed: 3, replications: 20}
    calendars: {office: {timezone: Europe/Berlin, open: {daily: 09:00-17:00}}}
    channels: {email: {live: false}, phone: {}}
    contacts:
      ticket: {channel: email, skill: help, arrivals: {rate: 6/h}, talk: {exponential: {mean: 12m}}}
      call: {channel: phone, skill: phone, arrivals: {rate: 5/h}, talk: {exponential: {mean: 5m}}}
    shifts: {day: {days: daily, start: 09:00, length: 8h}}
    agents:
      desk: {skills: [help], roster: {day: 5}}
      phones: {skills: [phone], count: 1}
    targets:
      - {name: Solved, for: ticket, resolution: 8h, goal: 80%, clock: office}
      - {name: Calls, for: call, answer: 20s, goal: 80%}
    gates:
      - {name: slow ones, metric: ttr-p90, for: ticket, at-most: 20h}
    options: {as-is: {}, six: {agents: {desk: {roster: {day: 6}}}}}
    """

  private func load(_ text: String) throws -> (path: String, scenario: Scenario) {
    let path = NSTemporaryDirectory() + "muster-responses-\(UUID().uuidString).yaml"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return (path, try Engine.load(path, settings: []).scenario)
  }

  private func play(_ text: String) throws -> ExperimentResult {
    let scenario = try load(text).scenario
    return try ExperimentRunner(CompiledScenario(scenario), plan: scenario.experiment, threads: 2).run()
  }

  @Test func `the metrics exist for what is promised more than an answer, and nowhere else`() throws {
    let query = ResultQuery(try play(Self.desk))
    let mean = try #require(query[.ttrMean, Scope(contactType: 0)]?.estimate)
    #expect(mean > 3600 && query[.ttfrMean, Scope(contactType: 0)]?.estimate == mean)
    #expect(query[.ttrMean]?.estimate == mean && query[.ttrMean, Scope(channel: 0)]?.estimate == mean)
    #expect(query[.ttrMean, Scope(contactType: 1)] == nil && query[.ttrMean, Scope(channel: 1)] == nil)
    #expect(query[.nextResponseMean] == nil && query[.undecided, Scope(target: 1, abandons: .missed)] == nil)
    let half = try #require(query[.ttrP50]?.estimate)
    let most = try #require(query[.ttrP90]?.estimate)
    #expect(half < most && mean < most && query[.ttrP90]?.low != nil)
    // Over a day's intervals the sums are those of the whole.
    let missing = try #require(query[.ttrMissing]?.estimate)
    #expect(abs(query.byInterval(.ttrMissing).compactMap(\.estimate).reduce(0, +) - missing) < 1e-9 && missing > 0)
    #expect(missing == query[.stillOpen, Scope(contactType: 0)]?.estimate)
    let due = query.byInterval(.fallsDue, Scope(target: 0, abandons: .missed)).compactMap(\.estimate)
    // What comes before nine is due at five, later tickets through the next day; nothing falls due at night.
    #expect(due[17] > 20 && due[33..<42].reduce(0, +) > 60, "\(due)")
    #expect(due.enumerated().allSatisfy { 9...17 ~= $0.offset % 24 || $0.element == 0 }, "\(due)")
    let plain = try play(Self.desk.replacing("resolution: 8h, goal: 80%, clock: office", with: "answer: 8h, goal: 80%"))
    #expect(plain.estimates.allSatisfy { $0.metric.kind != .responses })
  }

  @Test func `a percentile that falls on what is not over is no number`() throws {
    // With one agent most tickets are open at the end.
    let query = ResultQuery(try play(Self.desk.replacing("roster: {day: 5}", with: "roster: {day: 1}")))
    #expect(query[.ttrP99] != nil && query[.ttrP99]?.estimate == nil && query[.ttrP99]?.high == nil)
    #expect(query[.ttrMean]?.estimate != nil)
  }

  @Test func `a share with much that is undecided is told twice, and means say what they leave out`() throws {
    let result = try play(Self.desk)
    let context = ReportContext(result: result, folder: "output/desk", files: [])
    let text = TerminalRenderer(RenderOptions(width: 200)).render(ReportDocument(context))
    let query = ResultQuery(result)
    let scope = Scope(target: 0, abandons: .missed)
    let best = try #require(query[.ifUndecidedMet, scope]?.estimate)
    let worst = try #require(query[.ifUndecidedMissed, scope]?.estimate)
    let level = try #require(query[.serviceLevel, scope]?.estimate)
    #expect(worst <= level && level <= best && best - worst > 0.01, "\(worst) \(level) \(best)")
    #expect(text.contains("Solved: ") && text.contains("undecided when play ended; ") && text.contains("if all were missed."), "\(text)")
    #expect(text.contains("Responses") && text.contains("not resolved when play ended: means leave them out"), "\(text)")
    // Where the counted time ends before play does, everything is decided.
    let cooled = try play(Self.desk.replacing("length: 5d", with: "length: 4d, cooldown: 2d").replacing("day: 5", with: "day: 7"))
    let calm = TerminalRenderer(RenderOptions(width: 200)).render(
      ReportDocument(ReportContext(result: cooled, folder: "output/desk", files: [])))
    #expect(!calm.contains("undecided when play ended"), "\(calm)")
    #expect(cooled.scenario.horizon.intervals.count == 48 && cooled.scenario.horizon.uncounted.count == 48)
  }

  private func screen(_ text: String) throws -> String {
    TerminalRenderer(RenderOptions(width: 200)).render(
      ReportDocument(ReportContext(result: try play(text), folder: "output/desk", files: [])))
  }

  @Test func `where contacts go on the share solved in one touch is told of all of them together`() throws {
    let tiers = """
      muster: 1
      horizon: {length: 12h}
      experiment: {seed: 3, replications: 4}
      channels: {mail: {live: false}}
      contacts:
        intake: {channel: mail, skill: front, arrivals: {rate: 12/h}, talk: {exponential: 5m}, moves: [{share: 30%, to: bench}]}
        bench: {channel: mail, skill: tech, talk: {exponential: 9m}}
      agents: {front: {count: 2, skills: [front]}, tech: {count: 2, skills: [tech]}}
      targets: [{name: Fixed, resolution: 8h, goal: 90%}]
      """
    func cells(_ row: String, _ text: String) throws -> [Substring] {
      let table = try #require(text.range(of: "Responses"))
      let line = try #require(text[table.upperBound...].split(separator: "\n").first { $0.hasPrefix(row) })
      return line.split(separator: "  ").map { $0.drop { $0 == " " } }
    }
    let text = try screen(tiers)
    #expect(try cells("intake", text).dropLast().last == "–", "\(text)")
    #expect(try cells("all", text).dropLast().last?.hasSuffix("%") == true, "\(text)")
  }

  @Test func `what stands in the way of a formula is said once of those who share people`() throws {
    let text = try screen(
      """
      muster: 1
      horizon: {start: 2026-10-05T00:00, length: 2d}
      experiment: {seed: 3, replications: 2}
      calendars: {office: {open: {daily: 09:00-17:00}}}
      channels: {mail: {live: false}, phone: {}}
      contacts:
        calls: {channel: phone, skill: s, arrivals: {rate: 5/h}, opens: office, talk: {exponential: 5m}}
        ticket: {channel: mail, skill: s, arrivals: {rate: 4/h}, talk: {exponential: 8m}}
        other: {channel: mail, skill: t, arrivals: {rate: 4/h}, talk: {exponential: 8m}}
      agents: {desk: {count: 3, skills: [s]}, back: {count: 2, skills: [t]}}
      """)
    #expect(text.contains("No exact formula: it opens and closes (2 contact types)."), "\(text)")
  }

  @Test func `options, gates and inputs are compared by them`() throws {
    let (path, scenario) = try load(Self.desk)
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(scenario.gates.map(\.metric) == ["ttr-p90"])
    let source = try OptionSource.load(files: [path], settings: [], vary: [])
    var plan = try ComparisonQuestions(
      resolver: QuestionResolver(source.options.map(\.scenario)), metrics: ["ttr-p90", "ttfr-mean", "undecided"], best: "ttr-p90",
      requirements: ["ttfr-p50 <= 20h"]
    ).plan()
    plan.seed = 1
    plan.replications = 30
    let result = try Engine.compare(source.options, plan, threads: 2, interruption: InterruptionFlag())
    let p90 = try #require(result.questions.firstIndex { $0.metric == .ttrP90 })
    #expect((result.options[1].differences[p90].difference ?? 0) < 0 && result.options[1].differences[p90].high != nil)
    #expect(result.best == 1)
  }
}
