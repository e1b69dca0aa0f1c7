import Experiments
import Foundation
import ReportKit
import Reports
import ResultFiles
import ScenarioFormat
import ServiceMetrics
import SupportModel
import Testing
import Workbench

@testable import muster

/// Horizons of a quarter: what they take, and what their reports are.
@Suite struct QuarterTests {
  /// Thirteen weeks over the end of summer time, by `share` of the demand and the people of a help line of 120.
  private static func scenario(interval: String, replications: Int, share: Double) -> String {
    func count(_ number: Int) -> Int { max(1, Int((Double(number) * share).rounded())) }
    let profile = "profile: {every: 1h, weights: [0, 0, 0, 0, 0, 0, 1, 4, 9, 11, 13, 11, 10, 11, 11, 11, 11, 9, 7, 6, 0, 0, 0, 0]}"
    let week = "week: {mon: 1.2, tue-fri: 1.0, sat: 0.4, sun: 0.05}"
    let touches = "touches: {more: [35%, 20%], customer-replies-in: {lognormal: {mean: 10h, cv: 1.4}}, never-replies: 15%, auto-close: 72h}"
    return """
      muster: 1
      name: A quarter
      currency: USD
      horizon: {start: 2026-10-05T00:00, timezone: America/New_York, length: 13w, interval: \(interval), at-end: cut}
      experiment: {seed: 5, replications: \(replications)}
      calendars: {office: {open: {mon-fri: 08:00-20:00, sat: 10:00-16:00}, holidays: [2026-11-26, 2026-12-25, 2027-01-01]}}
      channels: {phone: {}, chat: {concurrency: 3, pace: [1.0, 0.85, 0.72]}, email: {live: false}}
      contacts:
        billing:
          channel: phone
          arrivals: {volume: \(count(1100))/d, \(profile), \(week), busyness: {cv: 12%}}
          talk: {lognormal: {mean: 6m, cv: 1.1}}
          wrap-up: {gamma: {mean: 45s, cv: 0.8}}
          patience: {exponential: {mean: 6m}}
          opens: {calendar: office, outside: refuse, at-close: serve}
        product:
          channel: phone
          arrivals: {volume: \(count(1600))/d, \(profile), \(week), busyness: {cv: 12%}}
          talk: {lognormal: {mean: 7m, cv: 1.2}}
          patience: {exponential: {mean: 4m}}
          opens: {calendar: office, outside: refuse, at-close: serve}
        chat:
          channel: chat
          arrivals: {volume: \(count(900))/d, \(profile), \(week)}
          talk: {lognormal: {mean: 9m, cv: 0.8}}
          patience: {exponential: {mean: 4m}}
          opens: {calendar: office, outside: refuse, at-close: serve}
        mail-a: {channel: email, skill: mail, arrivals: {volume: \(count(400))/d, \(profile), \(week)}, talk: 8m, \(touches)}
        mail-b: {channel: email, skill: mail, arrivals: {volume: \(count(500))/d, \(profile), \(week)}, talk: 7m, \(touches)}
      demand-events:
        - name: release
          at: 2026-11-17T09:00
          extra: {product: \(count(4000)), chat: \(count(1500)), mail-b: \(count(1500))}
          shape: {adoption: {peak: 3d, spread: 2d}}
      shifts:
        early: {days: mon-fri, start: 08:00, length: 8h30m, breaks: [{at: 2h, for: 15m}, {at: 4h, for: 30m}]}
        late: {days: mon-fri, start: 11:30, length: 8h30m, breaks: [{at: 2h, for: 15m}, {at: 4h, for: 30m}]}
        saturday: {days: sat, start: 10:00, length: 6h}
      agents:
        billing: {skills: {billing: {rank: 1}, mail: {rank: 3}}, roster: {early: \(count(14)), late: \(count(12)), saturday: \(count(5))}, cost: 30}
        product: {skills: {product: {rank: 1}, billing: {rank: 2}}, roster: {early: \(count(24)), late: \(count(22)), saturday: \(count(9))}, cost: 27}
        digital: {skills: {chat: {rank: 1}, mail: {rank: 2}}, roster: {early: \(count(12)), late: \(count(8)), saturday: \(count(2))}, cost: 25}
        desk: {skills: [mail], roster: {early: \(count(8)), late: \(count(4))}, cost: 25}
      targets:
        - {name: Billing 80/30, for: billing, answer: 30s, goal: 80%}
        - {name: Product 75/60, for: product, answer: 60s, goal: 75%}
        - {name: Chat 80/60, for: chat, answer: 60s, goal: 80%}
        - {name: First reply 4h, for: {channel: email}, first-response: 4h, goal: 90%, clock: office}
        - {name: Solved in 3 days, for: {channel: email}, resolution: 3d, goal: 85%, pauses: [pending]}
      """
  }

  /// A few people, so that it is played in a moment.
  private static let small: (result: ExperimentResult, page: String, text: String) = {
    let loaded = try! ScenarioLoader(reader: .memory(["s.yaml": scenario(interval: "1h", replications: 2, share: 0.02)])).load("s.yaml")
    let compiled = CompiledScenario(loaded.scenario)
    let result = try! ExperimentRunner(compiled, plan: loaded.scenario.experiment, threads: 2).run()
    var context = ReportContext(result: result, folder: "output/s", files: ["report.html", "weeks.csv"])
    let provenance = Provenance(command: "run", scenarioFile: "s.yaml", resolvedText: "")
    try! RunPage.fill(&context, compiled, provenance, loaded, settings: [])
    let page = RendererCatalog.named("html")!.make(RenderOptions()).render(ReportDocument(page: context))
    let text = RendererCatalog.named("text")!.make(RenderOptions(width: 120)).render(ReportDocument(context))
    return (result, page, text)
  }()

  @Test func `the page of a quarter by the hour is below 5 MB, has no table of hundreds of rows and tells no play`() {
    let page = Self.small.page
    #expect(page.utf8.count < 5_000_000, "\(page.utf8.count)")
    let rows = page.components(separatedBy: "<table").dropFirst().map {
      $0.components(separatedBy: "</table")[0].components(separatedBy: "<tr").count
    }
    #expect(!rows.isEmpty && rows.allSatisfy { $0 < 200 }, "\(rows.max() ?? 0)")
    #expect(!page.contains("replication 0:"))
    #expect(page.contains("Week by week") && page.contains("Hours of the week") && page.contains("The quarter by week"))
  }

  @Test func `the page opens with the weeks in which a promise is missed and with the cost`() throws {
    let context = ReportContext(result: Self.small.result)
    let head = try #require(ReportDocument(page: context).head)
    #expect(head.sentence.contains("Staffing costs ") && head.sentence.contains(" a week."))
    #expect(head.sentence.contains(" weeks: ") || head.sentence.contains(" week"), "\(head.sentence)")
    #expect(head.grid?.columns.map(\.short) == (41...53).map { "\($0)" })
  }

  @Test func `the terminal shows a line for each week and not one for each hour`() {
    let lines = Self.small.text.split(separator: "\n")
    #expect(lines.count <= 80, "\(lines.count)")
    #expect(lines.contains { $0.hasPrefix("Weeks, worst first") } && lines.contains { $0.hasPrefix("Mon 12 Oct") })
    #expect(lines.contains { $0.hasPrefix("Worst hours of the week") })
  }

  @Test func `weeks, days and hours of the week have files whose lines are theirs times the scopes`() throws {
    let result = Self.small.result
    let files = PeriodsCSV.files(result)
    #expect(files.map(\.name) == ["days.csv", "weeks.csv", "week-hours.csv"])
    let scopes = result.estimates.scopesByPeriod.count
    for (file, count) in zip(files, [91, 13, 168]) {
      #expect(file.text.split(separator: "\n").count == 1 + count * scopes)
      #expect(file.text.utf8.count < 40_000 * count, "\(file.name)")
    }
    #expect(files[1].text.split(separator: "\n")[1].hasPrefix("2026-W41,2026-10-05,7,"))
    let rows = RowChoice(result.estimates, of: result.scenario.horizon)
    #expect(rows.periods.count <= RowChoice.mostPeriods && rows.estimates.allSatisfy { $0.scope.period == nil })
  }

  @Test func `contacts, people's hours and cost of the weeks are those of the quarter`() throws {
    let result = Self.small.result
    for metric in [Metric.offered, .handled, .paidHours, .staffingCost] {
      let whole = try #require(ResultQuery(result)[metric]?.estimate)
      for kind in [Period.Kind.week, .day] {
        let parts = result.scenario.horizon.periods(kind).compactMap { ResultQuery(result)[metric, Scope(period: $0)]?.estimate }
        #expect(abs(parts.reduce(0, +) - whole) < 1e-9 * whole, "\(metric.name) by \(kind)")
      }
    }
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["MUSTER_DEEP"] != nil && KillTests.program != nil))
  func `thirteen weeks of half-hours with 120 people, twenty times, take less than a minute and a gibibyte`() throws {
    let folder = NSTemporaryDirectory() + "/muster-quarter-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Self.scenario(interval: "30m", replications: 20, share: 1).write(toFile: folder + "/s.yaml", atomically: false, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(KillTests.program))
    process.arguments = ["run", folder + "/s.yaml", "--quiet", "--threads", "2", "--out", folder + "/out"]
    let started = ContinuousClock.now
    try process.run()
    var peak = 0
    while process.isRunning {
      peak = max(peak, ManyIntervalsTests.memory(of: process.processIdentifier))
      usleep(5_000)
    }
    #expect(process.terminationStatus == 0)
    #expect(ContinuousClock.now - started < .seconds(60))
    #expect(peak > 10_000 && peak < 1_024 * 1_024, "\(peak) kB")
    let page = try FileManager.default.attributesOfItem(atPath: folder + "/out/report.html")[.size] as? Int ?? 0
    #expect(page > 100_000 && page < 5_000_000, "\(page)")
  }
}
