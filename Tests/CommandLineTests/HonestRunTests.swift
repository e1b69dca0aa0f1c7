import Experiments
import Foundation
import ReportKit
import Reports
import ScenarioFormat
import ServiceMetrics
import SimulationCore
import Studies
import SupportModel
import Testing
import Workbench

@testable import muster

/// What the pages of `run` and `gate` say is no more than the numbers show. Each scenario is worked out by hand.
@Suite struct HonestRunTests {
  private func context(_ yaml: String) throws -> ReportContext {
    let scenario = try ScenarioLoader(reader: .memory(["s.yaml": yaml])).load("s.yaml").scenario
    var context = ReportContext(result: try Engine.run(CompiledScenario(scenario), threads: 1, interruption: InterruptionFlag()))
    context.requirePeople()
    return context
  }

  private func table(_ section: SectionFamily<ReportContext>, _ context: ReportContext) throws -> (columns: [String], rows: [[String]]) {
    let table = try #require(section.make(context).compactMap { if case .table(let table) = $0 { table } else { nil } }.first)
    return (table.columns.map(\.title), table.rows.map { $0.map(\.text) })
  }

  private func chart(_ name: String, _ document: ReportDocument) throws -> ReportChart {
    try #require(
      document.sections.flatMap(\.blocks).compactMap { if case .chart(let chart) = $0, chart.name == name { chart } else { nil } }.first)
  }

  /// Four people on one shift of eight hours, all away from 12:00 to 13:00, for two erlangs.
  private static let lunch = """
    muster: 1
    name: Lunch
    horizon: {start: 2026-09-14T08:00, timezone: UTC, length: 8h, interval: 1h}
    experiment: {seed: 1, replications: 40}
    contacts:
      call: {arrivals: {rate: 60/h}, talk: {exponential: {mean: 2m}}, patience: {exponential: {mean: 5m}}}
    shifts: {day: {start: 08:00, length: 8h, breaks: [{at: 4h, for: 1h}]}}
    agents: {desk: {roster: {day: 4}, skills: [call]}}
    targets: [{name: Calls, answer: 20s, goal: 80%}]
    """

  @Test func `people are shown without breaks, beside those needed without breaks`() throws {
    let context = try context(Self.lunch)
    let people = try table(PeopleSection.family, context)
    #expect(people.columns.prefix(4) == ["People", "present", "without breaks", "needed"])
    // 4 × 8 h present, of which 4 × 1 h on a break.
    #expect(people.rows[0].prefix(3) == ["desk", "4.0", "3.5"])
    #expect(abs((context.atWork(Scope(group: 0)) ?? 0) - 3.5) < 1e-3)
    #expect(abs(context.atWork(Scope(group: 0), interval: 3) ?? 0) == 4)
    #expect((context.atWork(Scope(group: 0), interval: 4) ?? 1) < 0.1)
    let chart = try chart("people", ReportDocument(page: context))
    #expect(chart.views[0].series.map(\.name).prefix(2) == ["present, breaks included", "present, without breaks"])
  }

  @Test func `the worst interval says that people were on break`() throws {
    let context = try context(Self.lunch)
    let worst = try table(WorstIntervalsSection.family, context)
    #expect(worst.rows[0][0] == "12:00")
    let why = try #require(worst.rows[0].last)
    // Some finish a call before they go.
    #expect(why == "breaks: 3.9 away, 0.1 of 4.0 needed")
    let head = try #require(ReportDocument(page: context).head)
    #expect(
      head.sentence.contains("It is worst at 12:00") && head.sentence.hasSuffix(": 4 are on break or at other work."), "\(head.sentence)")
  }

  @Test func `an interval that is as good as was promised has no cause`() throws {
    let context = try context(Self.lunch.replacing("day: 4}", with: "day: 12}").replacing(", breaks: [{at: 4h, for: 1h}]", with: ""))
    #expect(try table(WorstIntervalsSection.family, context).columns.last == "people")
  }

  /// One call in each of three plays, answered at once.
  @Test func `three contacts are no verdict, and are counted`() throws {
    let context = try context(
      """
      muster: 1
      horizon: {start: 2026-09-14T08:00, timezone: UTC, length: 2h, interval: 1h}
      experiment: {replications: 3}
      contacts: {call: {arrivals: {schedule: [08:30]}, talk: 3m}}
      agents: {desk: {count: 1, skills: [call]}}
      targets: [{name: Calls, answer: 20s, goal: 80%}]
      """)
    let headline = try table(HeadlineSection.family, context)
    #expect(headline.rows[0].contains("too close to call: 3 contacts in all plays"), "\(headline.rows)")
    // Clopper and Pearson: 0.025^(1/3).
    #expect(headline.rows[0].contains { $0.hasPrefix("100.0 % (29.2–100.0)") }, "\(headline.rows)")
    #expect(ReportDocument(page: context).head?.light == .unsure)
  }

  /// Fifty e-mails lie there; one comes at 08:10.
  @Test func `what was open at the start is not drawn as demand`() throws {
    let context = try context(
      """
      muster: 1
      horizon: {start: 2026-09-14T08:00, timezone: UTC, length: 4h, interval: 1h, backlog: {email: {count: 50, age: 2h}}}
      experiment: {replications: 5}
      channels: {email: {live: false}}
      contacts: {email: {channel: email, arrivals: {schedule: [08:10]}, talk: 3m}}
      agents: {desk: {count: 1, skills: [email]}}
      targets: [{answer: 4h, goal: 90%}]
      """)
    let demand = try chart("demand", ReportDocument(page: context))
    #expect(demand.views[0].series[0].values == [1, 0, 0, 0])
    #expect(context.estimate(.offered, Scope(interval: 0))?.estimate == 51)
  }

  /// The last call of a shift that ends at 12:00 goes on for a minute: a thirtieth of a person in the next half-hour.
  @Test func `the occupancy of hardly anybody is not drawn`() throws {
    let context = try context(
      """
      muster: 1
      horizon: {start: 2026-09-14T08:00, timezone: UTC, length: 5h, interval: 30m}
      experiment: {replications: 5}
      contacts: {call: {arrivals: {schedule: [11:30]}, talk: 31m}}
      shifts: {early: {start: 08:00, length: 4h}}
      agents: {desk: {roster: {early: 1}, skills: [call]}}
      targets: [{answer: 20s, goal: 80%}]
      """)
    let series = try chart("occupancy", ReportDocument(page: context)).views[0].series[0]
    #expect(series.values[7] == 1 && series.values[8] == nil)
    #expect(context.estimate(.occupancy, Scope(group: 0, interval: 8))?.estimate == 1)
  }

  /// The verdicts of a gate fall one by one, and the explanation goes by all plays.
  @Test func `two numbers of one measure over different plays say so`() throws {
    var gated = try GateWorkshop.gated("equal")
    let all = gated.result.replications
    func sentences() -> [String] {
      GateVerdictsSection.family.make(GateContext(gated)).compactMap { if case .sentence(let text) = $0 { text.text } else { nil } }
    }
    // All after the same plays: there is nothing to say.
    for finding in gated.result.findings.indices { gated.result.findings[finding].replications = all }
    #expect(!sentences().contains { $0.contains("after which each verdict fell") })
    let place = try #require(gated.result.findings.firstIndex { $0.estimate != nil })
    gated.result.findings[place].replications = all - 10
    #expect(
      sentences().contains {
        $0.contains("after which each verdict fell") && $0.contains("over all \(Words.fixed(Double(all), decimals: 0))")
      },
      "\(sentences())")
  }
}
