import Experiments
import Foundation
import ReportKit
import Reports
import ServiceMetrics
import SupportModel
import Testing
import Workbench

@testable import muster

/// What can be said about a page without opening it.
@Suite struct PageTests {
  @Test func `the same run gives the same page`() throws {
    let fixture = try PageFixture.coarse.get()
    let again = try PageFixture(
      PageFixture.root.appending(path: "scenarios/launch-day.yaml").path, named: "coarse-again",
      settings: ["experiment.replications=5", "horizon.interval=2h"])
    // The file is named in the page; the two differ in nothing else.
    #expect(again.html.replacing("coarse-again", with: "coarse") == fixture.html)
  }

  @Test(.enabled(if: TestTools.tidy != nil)) func `the page is valid HTML, with charts and without`() throws {
    let context = try PageFixture.coarse.get().context
    for hasCharts in [true, false] {
      let file = try PageFixture.write(PageFixture.render(context, hasCharts: hasCharts), named: "tidy-\(hasCharts)")
      #expect(try TestTools.complaints(about: file) == "")
    }
  }

  @Test func `without charts there are tables, open, and no library`() throws {
    let html = PageFixture.render(try PageFixture.coarse.get().context, hasCharts: false)
    #expect(!html.contains("<canvas"))
    #expect(html.contains("<details class=\"behind\" data-view=\"0\" open>"))
    #expect(html.utf8.count < 500_000)
  }

  @Test func `a document of any kind becomes a page`() {
    var table = ReportTable(
      columns: [.init("Options"), .init("cost", .trailing)], rows: [["as-is", ReportText("1 USD", number: ReportNumber(1))]])
    table.leftOut = 3
    let document = ReportDocument(
      title: "Two options",
      sections: [
        ReportSection(
          name: "every-kind",
          blocks: [
            .heading("Heading"), .sentence("A sentence"), .keyValues([.init("key", "value")]), .table(table),
            .table(ReportTable(columns: [.init("List")], rows: [["item"]])), .bars(ReportBars([.init("bar", length: 0.5, value: "half")])),
            .sparks(ReportSparks("sparks", rows: [.init("row", [0, nil, 2], note: "note")])),
            .ranges(ReportRanges([.init("range", value: 0.5, verdict: "holds", words: "words")], note: "marks")),
            .chart(
              ReportChart(
                name: "chart", title: "Chart", axis: .init("x", labels: ["a", "b"]), quantity: .money("USD"),
                views: [.init("view", [.init("series", [1, nil], low: [0, nil], high: [2, nil])])])),
            .heatMap(
              ReportHeatMap(
                name: "map", title: "Map", note: "", corner: "", columns: ["c"],
                views: [.init("v", [.init("r", [.init("5", level: 1, words: "five", number: 5)])])])),
            .timeline(ReportTimeline([.init("09:00", "It happens.", interval: 0)])), .listing(ReportListing("file", "text", isOpen: true)),
          ])
      ])
    for family in RendererCatalog.all {
      let text = family.make(RenderOptions()).render(document)
      #expect(text.contains("Two options") && text.contains("A sentence") && text.contains("as-is") && text.contains("item"))
      if family.name != "text" { #expect(text.contains("Chart") && text.contains("Map")) }
      #expect(!text.contains("\u{1B}"))
    }
    let html = HTMLRenderer(RenderOptions()).render(document)
    #expect(html.contains("<h2 id=\"section-every-kind-title\">Every kind</h2>"))
    #expect(html.contains("<td class=\"n\" data-v=\"1\">1 USD</td>"))
  }

  @Test func `the states of paid time tile it`() throws {
    let context = try PageFixture.launchDay.get().context
    for interval in [nil, 0, 21, 33] as [Int?] {
      let states: [Metric] = [.handlingHours, .wrapUpHours, .availableHours, .breakHours, .offlineHours, .overtimeHours]
      let sum = states.reduce(0.0) { $0 + (context.estimate($1, Scope(interval: interval))?.estimate ?? 0) }
      let paid = try #require(context.estimate(.paidHours, Scope(interval: interval))?.estimate)
      #expect(abs(sum - paid) < 1e-9 * paid)
    }
  }

  @Test func `the distribution of waits agrees with service levels and percentiles`() throws {
    let context = try PageFixture.launchDay.get().context
    let scenario = context.scenario
    for distribution in context.result.waitDistributions {
      #expect(zip(distribution.points, distribution.points.dropFirst()).allSatisfy { $0.share <= $1.share && $0.time < $1.time })
      #expect(distribution.points.last.map { $0.share <= 1 } == true)
      // Where 95 % have been answered lies the 95th percentile; buckets are 6.25 % wide.
      guard let p95 = context.estimate(.waitP95, distribution.scope)?.estimate, p95 > 0,
        let above = distribution.points.first(where: { $0.time >= p95 })
      else { continue }
      #expect(above.share >= 0.95 - 1e-9)
      if let below = distribution.points.last(where: { $0.time < p95 }) { #expect(below.share <= 0.95 + 1e-9) }
    }
    #expect(context.result.waitDistributions.contains { $0.scope == Scope() })
    #expect(
      scenario.contactTypes.indices.allSatisfy { type in context.result.waitDistributions.contains { $0.scope == Scope(contactType: type) }
      })
  }

  @Test func `the median and the worst replication are what they are called`() throws {
    let context = try PageFixture.launchDay.get().context
    let ranking = try #require(context.result.ranking)
    #expect(ranking.order.sorted() == Array(0..<30))
    #expect(ranking.values == ranking.values.sorted(by: >))
    #expect(ranking.values[ranking.median] == ranking.values.sorted()[15])
    #expect(context.stories.map(\.replication) == [ranking.order[ranking.median], ranking.order[29]])
    #expect(context.stories[1].choice.hasSuffix("30 of 30 from the best"))
  }

  @Test func `no chart has a name twice, and every series is as long as its axis`() throws {
    let document = ReportDocument(page: try PageFixture.launchDay.get().context)
    var names: Set<String> = []
    for case .chart(let chart) in document.sections.flatMap(\.blocks) {
      #expect(names.insert(chart.name).inserted, "\(chart.name)")
      for series in chart.views.flatMap(\.series) {
        #expect(series.values.count == chart.axis.labels.count)
        #expect(series.low.count == series.high.count && [0, series.values.count].contains(series.low.count))
      }
    }
    #expect(names.count >= 14)
  }

  @Test func `a run without targets, dates or intervals to speak of still has a page`() throws {
    let fixture = try PageFixture(
      PageFixture.root.appending(path: "scenarios/erlang-c.yaml").path, named: "erlang-c",
      settings: ["experiment.replications=2", "targets=[]", "horizon.interval=7h"])
    #expect(fixture.html.contains("section-waiting") && fixture.html.contains("section-provenance"))
    #expect(!fixture.html.contains("section-promises"))
  }

  @Test func `a missing chart library is said with the command that installs it`() {
    #expect(ChartLibrary.complaint.hasSuffix("apt-get install libjs-chart.js"))
    setenv("MUSTER_CHART_JS", "/nowhere/chart.js", 1)
    defer { unsetenv("MUSTER_CHART_JS") }
    #expect(
      ChartLibrary.complaint
        == "muster: MUSTER_CHART_JS names /nowhere/chart.js, which is not a copy of Chart.js 3 or 4, so the page has tables only")
  }

  @Test func `commands are quoted for a shell`() {
    #expect(
      ShellText.command(["muster", "run", "my file.yaml", "--set", "a.b=it's"]) == "muster run 'my file.yaml' --set 'a.b=it'\\''s'")
    #expect(ShellText.command(["x", "--set", "agents.tier1.roster.late=20"]) == "x --set agents.tier1.roster.late=20")
  }
}
