import Experiments
import Foundation
import ReportKit
import Reports
import ServiceMetrics
import SimulationCore
import Studies
import SupportModel
import Testing
import Workbench

@testable import muster

/// Where the scenario has penalties, what an option costs is what is paid; where it says what customers are worth, what is at stake is told too.
@Suite struct StakeTests {
  /// Two people or three for calls of which each late one costs 40, and a desk that costs as much again and helps nobody.
  private static func comparison(
    _ extra: String, _ options: String, target: String = "answer: 30s, goal: 20%, abandons: missed", letters: String = "", post: String = ""
  ) throws -> (shown: String, page: ReportDocument, result: Comparison) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "s.yaml")
    try """
    muster: 1
    name: Stake
    currency: EUR
    horizon: {length: 8h}
    experiment: {seed: 4, replications: 40}
    contacts: {calls: {segment: all, arrivals: {rate: 20/h}, talk: {exponential: {mean: 5m}}, patience: {exponential: {mean: 4m}}}\(letters)}
    agents: {desk: {count: 2, skills: [calls], cost: {per-hour: 30}}\(post)}
    targets: [{name: Calls, \(target)}]
    \(extra)
    options: \(options)

    """.write(to: file, atomically: true, encoding: .utf8)
    let source = try OptionSource.load(files: [file.path], settings: [], vary: [])
    var plan = try ComparisonQuestions(
      resolver: QuestionResolver(source.options.map(\.scenario)), metrics: [], best: nil, requirements: []
    ).plan()
    (plan.seed, plan.replications) = (4, 40)
    let result = try Engine.compare(source.options, plan, threads: 2, interruption: InterruptionFlag())
    let context = ComparisonContext(result: result, title: source.title, folder: "output", files: [])
    return (TerminalRenderer(RenderOptions(width: 120)).render(ReportDocument(context)), ReportDocument(page: context), result)
  }

  @Test func `an option that saves more penalties than its people cost is the cheaper one`() throws {
    let options = "{two: {}, three: {agents: {desk: {count: 3}}}}"
    let free = try Self.comparison("", options)
    #expect(free.result.paid == .staffingCost && free.result.recommended == 0)
    #expect(try #require(free.result.price(1)) - (try #require(free.result.price(0))) == 240)

    let charged = try Self.comparison("penalties: [{target: Calls, per-breach: 40}]", options)
    #expect(charged.result.paid == .totalCost && charged.result.recommended == 1)
    #expect(try #require(charged.result.price(1)) < (try #require(charged.result.price(0))))
    #expect(charged.result.options[0].dominated?.by == 1)
    #expect(charged.result.health.map(\.metric).contains(.totalCost) && !charged.result.health.map(\.metric).contains(.staffingCost))
    #expect(charged.result.health.first { $0.metric == .totalCost }?.judgement(1) == .better)
    #expect(charged.shown.contains("no: three costs no more and serves no worse\n"))
    #expect(!charged.shown.contains("At stake"))
  }

  @Test func `the option with the least at stake is named, and nobody is said to do better without it`() throws {
    let value = "value: {per-customer: 500, churn: {breach: +2%, gave-up: +4%}}"
    let found = try Self.comparison(value, "{two: {}, three: {agents: {desk: {count: 3}}}, many: {agents: {desk: {count: 14}}}}")
    let at = try found.result.options.indices.map { option in
      try #require(found.result.shared(MetricQuestion(.totalAtStake), option)?.estimate)
    }
    #expect(at[1] < at[0] && at[0] < at[2])
    let sentence =
      "Least is at stake with three: \(Words.number(at[1], .money("EUR"))), \(Words.gap(at[0] - at[1], .money("EUR"))) less than two."
    #expect(found.shown.replacingOccurrences(of: "\n  ", with: " ").contains(sentence))
    #expect(found.page.head?.sentence.hasSuffix(sentence) == true)
    // Three cost more than two and have less at stake: neither is better in everything.
    #expect(found.result.options[0].dominated == nil && found.result.options[1].dominated == nil)
    #expect(found.page.head?.actions.first?.what == "three instead of two")
  }

  @Test func `whoever pays more and has a little less at stake is not called needless`() throws {
    // Nobody reads the letters, so that a hundred euros are less than a hundredth of what is at stake.
    let found = try Self.comparison(
      "value: {all: {per-customer: 500, churn: {gave-up: +3%}}, lost: {per-customer: 500, churn: {gave-up: +90%}}}",
      "{two: {}, three: {agents: {desk: {count: 3}}}, many: {agents: {desk: {count: 14}}}}",
      target: "for: [calls], answer: 8h, goal: 20%, abandons: ignored",
      letters: ", letters: {segment: lost, arrivals: {rate: 20/h}, talk: {exponential: {mean: 5m}}, patience: {exponential: {mean: 4m}}}",
      post: ", post: {count: 0, skills: [letters]}")
    let at = try found.result.options.indices.map { option in
      try #require(found.result.shared(MetricQuestion(.totalAtStake), option)?.estimate)
    }
    #expect(at[1] < at[0] && at[0] - at[1] < found.result.indifference(MetricQuestion(.totalAtStake)))
    #expect(found.result.options[1].dominated == nil)
    #expect(found.result.options[2].dominated != nil)
  }

  @Test func `an option that changes nothing is not said to help`() throws {
    let found = try Self.comparison("", "{two: {}, again: {agents: {desk: {count: 2}}}}")
    #expect(found.page.head?.actions.isEmpty == true)
    #expect(found.page.head?.actionsNote == "None of the other options is known to do better.")
  }
}
