import Experiments
import ReportKit
import Reports
import ServiceMetrics
import SimulationCore
import SupportModel
import Testing

@Suite struct SummaryTests {
  private func summary(_ result: ExperimentResult, lines: Int? = 24, colour: Bool = false) -> String {
    let context = ReportContext(result: result, folder: "output/launch-day", files: ["results.json", "intervals.csv", "agents.csv"])
    return TerminalRenderer(RenderOptions(usesColour: colour, width: 100, lines: lines)).render(ReportDocument(context))
  }

  @Test func `the summary of a launch day reads as it should`() {
    #expect(
      summary(HandMade.launchDay()) == """
        Launch day: 200 replications, seed 20260914

        Targets       goal  mean (95 % interval)  verdict            next day (95 % range)  one day meets it
        Phones 80/20  80 %  82.1 % (81.6–82.6)    holds              74.0–88.9 %            71 % of the time
        E-mail        90 %  90.5 % (88.0–93.0)    too close to call  70.0–100.0 %           –

        Worst half-hours  target        service level       verdict            offered  people
        09:00             Phones 80/20  61.0 % (59.0–63.0)  misses                 100    25.5
        09:30             Phones 80/20  79.0 % (77.0–81.0)  too close to call      101    25.5

        Contacts          offered  mean wait (ASA)         longest 5 % wait over  abandon
        billing-call        2,412  32s (30s–34s)           2m 10s                 3.2 % (3.1–3.4)
        billing, "email"      729  2h 13m (2h 12m–2h 15m)  –                      –
        all contacts        3,142  –                       –                      –

        People    present  without breaks  occupancy            paid  overtime        cost
        tier1        21.5            21.5  84.0 % (83.0–85.0)  516 h     3.3 h  13,416 USD
        tier2           –               –  –                       –         –           –
        everyone        –               –  –                       –         –  13,416 USD
        Staffing costs 13,416 USD (13,400–13,432), per handled contact 4.44 USD (4.40–4.49); next day
          13,100–13,700 USD.
        Remarks
        tier1 worked 2.5 hours past the end of shifts on average (3.1 % of paid time).
        Written to output/launch-day: results.json, intervals.csv, agents.csv

        """)
  }

  @Test func `a scenario without targets, dates and money has a summary too`() {
    #expect(
      summary(HandMade.textbook()) == """
        Erlang C textbook case: 1 replication, seed 1

        Contacts  offered  mean wait (ASA)  longest 5 % wait over  abandon
        call         99.0  4.2s             –                      –

        People  present  without breaks  occupancy  paid  overtime
        desk          –               –  71.4 %        –         –
        Written to output/launch-day: results.json, intervals.csv, agents.csv

        """)
  }

  @Test func `colour adds escape sequences and changes no word`() {
    let plain = summary(HandMade.launchDay())
    let coloured = summary(HandMade.launchDay(), colour: true)
    #expect(coloured.contains("\u{1B}[32mholds\u{1B}[0m"))
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured.replacing(#/\u{1B}\[[0-9]*m/#, with: "") == plain)
  }

  @Test func `a large scenario still fits one screen and says what was left out`() {
    var result = HandMade.launchDay()
    for index in 2..<30 {
      var type = result.scenario.contactTypes[0]
      type.name = "a contact type with a rather long name, number \(index)"
      result.scenario.contactTypes.append(type)
      var group = result.scenario.groups[0]
      group.name = "group \(index)"
      result.scenario.groups.append(group)
      result.remarks.append(.overloaded(contactType: index - 1, able: [0], occupancy: 1, waiting: 412))
    }
    let lines = summary(result).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count <= 24)
    #expect(lines.allSatisfy { $0.count <= 100 }, "\(lines.filter { $0.count > 100 })")
    #expect(lines.contains { $0.contains("more in results.json") })
  }

  @Test func `no promise is ever cut`() {
    var result = HandMade.launchDay()
    for index in 2..<40 {
      result.scenario.targets.append(
        Target(name: "Promise \(index)", contactTypes: [0], answerWithin: .seconds(20), goal: 0.8))
    }
    let text = summary(result)
    #expect((2..<40).allSatisfy { text.contains("\nPromise \($0) ") })
  }

  @Test func `an interrupted run says so`() {
    var result = HandMade.launchDay()
    result.stop = .interrupted
    result.replications = 57
    let text = summary(result)
    #expect(text.hasPrefix("Launch day: interrupted after 57 replications, seed 20260914\n"))
    #expect(text.contains("finished replications only"))
  }

  @Test(arguments: [
    (0.81, 0.83, Verdict.holds), (0.8, 0.9, .holds), (0.7, 0.79, .misses), (0.79, 0.81, .tooCloseToCall), (0.7, 0.8, .tooCloseToCall),
  ])
  func `a verdict holds the whole interval against the goal`(low: Double, high: Double, verdict: Verdict) {
    #expect(Verdict(Estimate(metric: .serviceLevel, scope: Scope(), estimate: 0.8, low: low, high: high, n: 2), goal: 0.8) == verdict)
  }

  @Test func `a single replication has no interval and no verdict`() {
    #expect(Verdict(Estimate(metric: .serviceLevel, scope: Scope(), estimate: 1, n: 1), goal: 0.8) == .tooCloseToCall)
  }

  @Test func `long sentences break at spaces and keep their indent`() {
    let document = ReportDocument(
      title: "t", sections: [ReportSection(name: "s", blocks: [.sentence("  one two three four"), .sentence("a  b")])])
    #expect(TerminalRenderer(RenderOptions(width: 12)).render(document) == "t\n\n  one two\n    three\n    four\na  b\n")
  }

  @Test func `bars and key-value pairs line up`() {
    let document = ReportDocument(
      title: "t",
      sections: [
        ReportSection(
          name: "s",
          blocks: [
            .keyValues([.init("seed", "1"), .init("replications", "200")]),
            .bars(ReportBars([.init("09:00", length: 0.5, value: "50 %"), .init("9:30", length: 1.5, value: "all")])),
          ])
      ])
    #expect(
      TerminalRenderer(RenderOptions()).render(document) == """
        t

        seed          1
        replications  200
        09:00  ██████████··········  50 %
        9:30   ████████████████████  all

        """)
  }
}
