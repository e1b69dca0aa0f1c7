import Foundation
import TestSupport
import Testing

@testable import ReportKit
@testable import Reports
@testable import muster

/// The pages of `compare`, `gate` and `staff` as a reader meets them, in a real browser.
@Suite(.serialized, .enabled(if: Browser.isInstalled && TestTools.hasChartLibrary)) struct CommandPageTests {
  private func open(_ command: String, _ media: BrowserPage.Media = .init(), _ check: (BrowserPage, CommandPages) throws -> Void) throws {
    let made = try CommandPages.all[command]!.get()
    let page = try BrowserPage(try Browser.shared.get(), file: made.page, media)
    defer { page.close() }
    try check(page, made)
  }

  /// Pages carry six digits.
  private func isNear(_ cell: BrowserPage.Cell, _ row: CommandPages.Row, _ value: String, hasInterval: Bool = true) -> Bool {
    func isNear(_ a: Double?, _ b: Double) -> Bool { a.map { abs($0 - b) <= 1e-5 * max(abs(b), 1e-7) } ?? false }
    guard let expected = row.numbers[value] else { return cell.value == nil && cell.text == "–" }
    // A cell that is its own number has no other behind it.
    guard isNear(cell.value ?? Double(cell.text), expected) else { return false }
    guard hasInterval, let low = row.numbers["low"], let high = row.numbers["high"], low < high else { return true }
    return isNear(cell.low, low) && isNear(cell.high, high)
  }

  @Test(arguments: [("compare", 3), ("gate", 4), ("staff", 2)])
  func `the page loads without a request or a complaint, draws, and fits every screen`(command: String, charts: Int) throws {
    try open(command) { page, _ throws in
      #expect(try page.text("document.documentElement.dataset.ready") == "yes")
      #expect(try page.int("document.querySelectorAll('canvas').length") == charts)
      #expect(try page.int("document.querySelectorAll('.ranges .dot').length") > 0)
      // Every mark lies on its track.
      #expect(
        try page.bool(
          "Array.from(document.querySelectorAll('.ranges .track > span')).every(s => parseFloat(s.style.left) >= 0 && parseFloat(s.style.left) + parseFloat(s.style.width || 0) <= 100.01)"
        ))
      let levels = try page.value("Array.from(document.querySelectorAll('h1, h2, h3, h4')).map(h => +h.tagName[1])") as? [Int] ?? []
      #expect(levels.first == 1 && zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
      #expect(
        try page.int(
          "Array.from(document.querySelectorAll('figure[data-chart]')).filter(f => !f.querySelector('details table tbody tr')).length") == 0
      )
      for width in [380, 320] {
        try page.show(.init(width: width, height: 800))
        try page.settle()
        #expect(try page.int("document.documentElement.scrollWidth") <= width)
      }
      #expect(page.requests == [])
      // Paper is light and cuts no figure: 269 mm fit an A4 page.
      try page.show(.init(width: 718, scheme: "dark", media: "print"))
      #expect(try page.text("getComputedStyle(document.documentElement).getPropertyValue('--ink').trim()") == "#1c1d20")
      let figures = "Array.from(document.querySelectorAll('figure, .card:has(.ranges)'))"
      #expect(try page.double("Math.max.apply(null, \(figures).map(f => f.getBoundingClientRect().height))") < 1016)
      #expect(try page.texts("Array.from(new Set(\(figures).map(f => getComputedStyle(f).breakInside)))") == ["avoid"])
      #expect(try page.pdf().starts(with: Data("%PDF".utf8)))
      // Looking at the pixels a second time makes the browser complain of it, so this comes last.
      #expect(page.complaints == [])
      #expect(try page.int(BrowserTests.drawnCanvases) == charts)
      try page.show(.init(scheme: "dark"))
      #expect(try page.int(BrowserTests.drawnCanvases) == charts)
    }
  }

  /// The same elements are on all pages; those of a comparison have most of them. The others have their turn in the deep run.
  @Test(.enabled(if: TestTools.axe != nil, "axe-core is not in .build/tools")) func `axe finds nothing that keeps a reader out`() throws {
    try expectNothingInTheWay("compare")
  }

  @Suite(.enabled(if: Tier.isDeep, "MUSTER_DEEP is not set")) struct DeepTests {
    @Test(.enabled(if: TestTools.axe != nil, "axe-core is not in .build/tools"), arguments: ["gate", "staff"])
    func `axe finds nothing that keeps a reader of a gate or a staffing out`(command: String) throws {
      try CommandPageTests().expectNothingInTheWay(command)
    }
  }

  private func expectNothingInTheWay(_ command: String) throws {
    try open(command) { page, _ throws in
      _ = try page.call("Runtime.evaluate", ["expression": TestTools.axe! + "; true"])
      let found = try page.texts(
        """
        axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v =>
          v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' ' + (n.any[0] ? n.any[0].message : '')).join(' || ')))
        """)
      #expect(found == [])
    }
  }

  @Test(arguments: ["compare", "gate", "staff"])
  func `every word that is explained says what it means on focus and on a tap`(command: String) throws {
    try open(command) { page, _ throws in
      try #require(try page.int("document.querySelectorAll('a.term').length") > 0)
      for way in ["focus()", "click()"] {
        _ = try page.value("document.activeElement.blur(); document.querySelector('main a.term').\(way)")
        let said = "document.getElementById(document.querySelector('main a.term').getAttribute('aria-describedby')).textContent"
        #expect(try page.bool("!document.getElementById('tip').hidden"))
        #expect(try page.text("document.getElementById('tip').textContent") == (try page.text(said)))
        try page.press("Escape")
      }
    }
  }

  // MARK: compare

  @Test func `options and differences are those of comparison json`() throws {
    try open("compare") { page, made throws in
      let costs = made.totals("staffing-cost")
      let options = try page.rows(titled: "Options", in: "#section-side-by-side")
      #expect(options.map { $0[0].text } == costs.map { $0.texts["option"] })
      #expect(zip(options, costs).allSatisfy { isNear($0[2], $1, "estimate") })
      let differences = made.rows("differences").filter { $0.texts["metric"] == "staffing-cost" }
      let rows = Array(try page.rows(titled: "staffing cost", in: "#section-differences").dropFirst())
      #expect(rows.map { $0[0].text } == differences.map { $0.texts["option"] } && rows.count > 3)
      #expect(zip(rows, differences).allSatisfy { isNear($0[2], $1, "difference") })
      #expect(zip(rows, differences).allSatisfy { isNear($0[3], $1, "variance-reduction", hasInterval: false) })
    }
  }

  @Test func `points stand at cost and service, and dominated ones are told apart by form`() throws {
    try open("compare") { page, made throws in
      let chart = "Chart.getChart(document.querySelector('#section-trade-off canvas'))"
      let drawn =
        try page.value("\(chart).data.datasets.map(s => s.data.map(d => \(chart).options.points.chart.labels[d.place]))") as? [[String]]
        ?? []
      let idle = made.rows("options").filter { $0.texts["dominated-by"] != nil || $0.texts["keeps"] == "broken" }
      let faded = idle.compactMap { $0.texts["option"] }
      try #require(drawn.count == 2)
      #expect(Set(drawn[1]) == Set(faded))
      #expect(drawn[0].count + faded.count == made.rows("options").count)
      #expect(try page.texts("\(chart).data.datasets.map(s => s.pointStyle)") == ["circle", "rectRot"])
      // The table behind says the same, for who cannot see it.
      let rows = try page.rows("document.querySelector('#section-trade-off figure table.data')")
      let costs = made.totals("staffing-cost").sorted { $0.numbers["estimate"]! < $1.numbers["estimate"]! }
      #expect(rows.map { $0[0].text } == costs.map { $0.texts["option"] })
      #expect(zip(rows, costs).allSatisfy { isNear($0[1], $1, "estimate") })
      #expect(rows.allSatisfy { ($0[3].text == "no") == !faded.contains($0[0].text) })
      // The keyboard walks through the points.
      _ = try page.value("document.querySelector('#section-trade-off canvas').focus()")
      try page.press("ArrowRight")
      #expect(try page.text("document.getElementById('status').textContent").hasPrefix("\(rows[0][0].text): staffing cost "))
    }
  }

  // MARK: gate

  @Test func `limits and changes are those of gate json`() throws {
    try open("gate") { page, made throws in
      let gates = made.rows("gates")
      let rows = try page.rows(titled: "Gates")
      try #require(rows.count == gates.count && gates.contains { $0.texts["verdict"] == "fail" })
      for (row, gate) in zip(rows, gates) {
        #expect(row[0].text == gate.texts["gate"])
        #expect(isNear(row[1], gate, "limit", hasInterval: false))
        #expect(isNear(row[2], gate, "baseline", hasInterval: false))
        #expect(isNear(row[3], gate, "candidate", hasInterval: false))
        #expect(isNear(row[4], gate, "estimate"))
        #expect(row[5].text.lowercased() == gate.texts["verdict"])
      }
      #expect(try page.int("document.querySelectorAll('#section-evidence .ranges .goal').length") == gates.count)
      let changed = made.rows("changes")
      let name = try #require(changed.first?.texts["gate"])
      let times = changed.filter { $0.texts["gate"] == name && $0.texts["interval"] != nil }
      let when = try page.rows(
        "Array.from(document.querySelectorAll('#section-changes table.data')).find(t => t.caption.textContent.startsWith('When'))")
      try #require(when.count == times.count && !times.isEmpty)
      for (row, time) in zip(when, times) { #expect(isNear(row[3], time, "difference")) }
      // The same intervals as a picture of both sides, in order of time.
      let course = made.rows("course").filter { $0.texts["gate"] == name }
      let before = try page.rows("document.querySelector('#section-changes figure table')")
      try #require(course.count == 20 && before.count == course.count)
      for (row, time) in zip(before, course) {
        #expect(isNear(row[1], time, "baseline", hasInterval: false) && isNear(row[2], time, "candidate", hasInterval: false))
      }
      let difference = try page.rows("document.querySelectorAll('#section-changes figure table')[1]")
      for (row, time) in zip(difference, course) { #expect(isNear(row[1], time, "difference")) }
      #expect(zip(course, course.dropFirst()).allSatisfy { $0.texts["interval"]! < $1.texts["interval"]! })
      // The worst of them are those listed.
      for time in times {
        let there = course.first { $0.texts["interval"] == time.texts["interval"] }
        #expect(there?.numbers == time.numbers)
      }
      let chart = "Chart.getChart(document.querySelectorAll('#section-changes canvas')[1])"
      #expect(try page.text("\(chart).scales.y.ticks.map(t => t.label).filter(Boolean)[0]").hasPrefix("−"))
      // Choosing one shows it in the tables and marks it in the charts.
      let visible =
        "Array.from(document.querySelectorAll('#section-changes figure table')[0].tBodies[0].rows).filter(r => r.offsetHeight > 0).length"
      try page.select("#interval", "5")
      #expect(try page.int(visible) == 1)
    }
  }

  // MARK: staff

  @Test func `every period is that of staffing json, and choosing one filters`() throws {
    try open("staff") { page, made throws in
      let required = made.rows("requirements")
      let rows = try page.rows(titled: "Every period")
      try #require(rows.count == required.count && rows.count > 10)
      // People in one table, what they were worked out from in another: neither is wider than a page.
      let parts = [
        "Every period": ["interval", "group", "simulated", "present", "gap", "heads", "why"],
        "Every period by formula": [
          "interval", "group", "contacts", "handle-time-s", "load-erlangs", "modified-load-erlangs", "erlang-c-sipp", "erlang-c-lagged",
          "erlang-c-load", "erlang-a-load",
        ],
      ]
      #expect(Set(parts.values.joined()) == Set(RequirementColumn.all.map(\.name)).subtracting(["certain"]))
      for (name, titles) in parts {
        for (row, line) in zip(try page.rows(titled: name), required) {
          for (cell, title) in zip(row, titles) where !["interval", "group", "why"].contains(title) {
            #expect(isNear(cell, line, title, hasInterval: false), "\(title): \(cell) and \(line)")
          }
        }
      }
      let drawn =
        try page.value("Chart.getChart(document.querySelector('#section-people canvas')).data.datasets.map(s => s.data)") as? [[Double]]
      #expect(drawn?.first == required.compactMap { $0.numbers["simulated"] })
      #expect(drawn?[1] == required.compactMap { $0.numbers["present"] })
      let visible =
        "Array.from(document.querySelectorAll('#section-periods tbody tr')).filter(r => !r.classList.contains('filtered-out')).length"
      try page.select("#interval", "3")
      #expect(try page.int(visible) == 2)
      try page.select("#interval", "")
      #expect(try page.int(visible) == 2 * rows.count)
    }
  }
}

/// What pages need no browser for.
@Suite struct CommandPageTextTests {
  @Test(arguments: ["compare", "gate", "staff"])
  func `the page names itself among the files and says how to get it again`(command: String) throws {
    let made = try CommandPages.all[command]!.get()
    #expect(made.html.contains("muster \(command) "))
    #expect(made.html.contains("<dd dir=\"auto\">\(CommandPages.names[command]!), "))
    #expect(!made.html.contains("results.json"))
  }

  @Test(.enabled(if: TestTools.tidy != nil), arguments: ["compare", "gate", "staff"])
  func `the page is valid HTML`(command: String) throws {
    #expect(try TestTools.complaints(about: try CommandPages.all[command]!.get().page) == "")
  }

  @Test func `what is left out and the foot of the page name the file of the command`() throws {
    for (command, file) in [("compare", "comparison.json"), ("gate", "gate.json"), ("staff", "staffing.json")] {
      #expect(try CommandPages.all[command]!.get().html.contains("the numbers are in \(file) beside it"))
    }
    var document = ReportDocument(
      title: "x", sections: [ReportSection(name: "x", blocks: [.table(ReportTable(columns: [.init("a"), .init("b")], rows: []))])])
    guard case .table(var table) = document.sections[0].blocks[0] else { return }
    table.leftOut = 3
    document.sections[0].blocks[0] = .table(table)
    document.nameNumbers("gate.json")
    #expect(TerminalRenderer(RenderOptions()).render(document).contains("… 3 more in gate.json"))
  }

  @Test func `scales have round marks and hold every number`() {
    func labels(_ values: [Double], _ quantity: Quantity) -> [String] {
      ReportRanges.Scale.covering(values, quantity, isDifference: true).labels
    }
    #expect(labels([-0.357, 0.121], .share) == ["−40", "−20", "0", "+20"])
    #expect(labels([0.001, 0.004], .share) == ["0.0", "+0.1", "+0.2", "+0.3", "+0.4"])
    #expect(labels([-201, -134], .duration) == ["−4m", "−3m", "−2m", "−1m", "0s"])
    #expect(labels([1325], .money("USD")) == ["0", "+500", "+1,000", "+1,500"])
    #expect(labels([0, 0], .count) == ["0.0", "+0.2", "+0.4", "+0.6", "+0.8", "+1.0"])
    for values in [[-3.7, 12.2], [1e-9], [7e11, -2], [0.3, 0.1 + 0.2]] {
      let scale = ReportRanges.Scale.covering(values, .count)
      #expect(values.allSatisfy { $0 >= scale.from && $0 <= scale.to } && scale.from < scale.to)
      #expect((2...7).contains(scale.labels.count))
    }
  }

  @Test func `the table behind points has both numbers and what is faded`() {
    let chart = ReportChart(
      name: "x", title: "x", form: .scatter,
      axis: .init(
        "option", labels: ["a", "b"], positions: .init("cost", .money("USD"), [10, nil]),
        faded: .init("dominated", others: "others", reasons: [nil, "by a"])),
      quantity: .share, views: [.init("level", [.init("level", [0.5, 0.25], low: [0.4, nil], high: [0.6, nil])])])
    let table = chart.table(chart.views[0])
    #expect(table.columns.map(\.title) == ["option", "cost", "level", "dominated"])
    #expect(table.rows.map { $0.map(\.text) } == [["a", "10.00 USD", "50.0 % (40.0–60.0)", "no"], ["b", "–", "25.0 %", "by a"]])
  }
}
