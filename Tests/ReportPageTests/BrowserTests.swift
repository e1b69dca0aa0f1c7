import Experiments
import Foundation
import Reports
import ServiceMetrics
import SupportModel
import TestSupport
import Testing

@testable import muster

/// The page of a run as a reader meets it, in a real browser. One browser for all of them, one tab each.
@Suite(.serialized, .enabled(if: Browser.isInstalled && TestTools.hasChartLibrary)) struct BrowserTests {
  private let browser: Browser
  private let fixture: PageFixture

  init() throws {
    browser = try Browser.shared.get()
    fixture = try PageFixture.launchDay.get()
  }

  private func open(_ media: BrowserPage.Media = .init(), file: String? = nil, _ check: (BrowserPage) throws -> Void) throws {
    let page = try BrowserPage(browser, file: file ?? fixture.file, media)
    defer { page.close() }
    try check(page)
  }

  static let drawnCanvases = """
    Array.from(document.querySelectorAll('canvas')).filter(function (c) {
      var p = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; var n = 0;
      for (var i = 3; i < p.length; i += 4) { if (p[i] > 0) { n += 1; } } return n > 500; }).length
    """

  @Test func `the page loads without a request or a complaint, and every chart is drawn`() throws {
    try open { page throws in
      #expect(try page.text("document.documentElement.dataset.ready") == "yes")
      #expect(page.requests == [])
      #expect(page.complaints == [])
      let canvases = try page.int("document.querySelectorAll('canvas').length")
      #expect(canvases >= 14)
      #expect(try page.int(Self.drawnCanvases) == canvases)
      #expect(try page.text("document.querySelector('h1').textContent") == "Launch day")
      // The page's own policy refuses the network even to what might get into it.
      _ = try page.value("new Promise(function (r) { var i = new Image(); i.onerror = i.onload = r; i.src = 'http://127.0.0.1:9/x.png'; })")
      #expect(page.complaints.contains { $0.contains("Content Security Policy") })
    }
  }

  @Test func `tables say what results json says`() throws {
    try open { page throws in
      let columns: [(table: String, key: String, metrics: [Int: String])] = [
        ("Targets", "target", [2: "service-level", 5: "day-meets-target"]),
        ("Contacts", "contact", [1: "offered", 2: "asa", 3: "wait-p95", 4: "abandonment", 5: "blocked"]),
        ("People", "group", [1: "staffed-mean", 4: "occupancy", 5: "paid-hours", 6: "overtime-hours", 7: "staffing-cost"]),
        ("Hours", "group", [1: "handling-hours", 2: "wrap-up-hours", 7: "paid-hours"]),
      ]
      let targets = fixture.context.scenario.targets
      for (table, key, metrics) in columns {
        let rows = try page.rows("Array.from(document.querySelectorAll('table.data')).find(t => t.caption.textContent === '\(table)')")
        try #require(rows.count >= 5)
        for row in rows {
          var scope: [String: String] = ["all contacts", "everyone"].contains(row[0].text) ? [:] : [key: row[0].text]
          if let target = targets.first(where: { $0.name == row[0].text }) { scope["abandons"] = target.abandons.rawValue }
          for (column, metric) in metrics { try check(row[column], metric, scope) }
        }
      }
    }
  }

  @Test func `the table behind a chart has every interval`() throws {
    try open { page throws in
      let intervals = fixture.context.scenario.horizon.intervals
      let target = fixture.context.scenario.targets[0]
      let rows = try page.rows("document.querySelector('#section-service-level figure table.data')")
      try #require(rows.count == intervals.count)
      for (row, interval) in zip(rows, intervals) {
        #expect(row[0].text == interval.shortLabel)
        try check(row[1], "service-level", ["target": target.name, "abandons": target.abandons.rawValue, "interval": interval.label])
      }
      // And what is drawn is what the table says.
      let drawn = try page.value("Chart.getChart(document.querySelector('#section-service-level canvas')).data.datasets[2].data") as? [Any]
      #expect(drawn?.compactMap { ($0 as? NSNumber)?.doubleValue } == rows.compactMap(\.[1].value))
    }
  }

  @Test func `choosing an interval filters tables and stories and marks charts`() throws {
    try open { page throws in
      let visible =
        "Array.from(document.querySelectorAll('#section-service-level figure tbody tr')).filter(r => !r.classList.contains('filtered-out')).length"
      let all = try page.int(visible)
      let pixels = "(function () { var c = document.querySelector('#section-service-level canvas'); return c.toDataURL(); })()"
      let before = try page.text(pixels)
      try page.select("#interval", "21")
      #expect(try page.int(visible) == all / 48)
      #expect(try page.text("document.getElementById('status').textContent").contains("10:30"))
      #expect(try page.int("document.querySelectorAll('.heat td.chosen').length") > 0)
      #expect(
        try page.bool(
          "Array.from(document.querySelectorAll('.timeline li[data-i]')).filter(l => !l.classList.contains('filtered-out')).every(l => l.dataset.i === '21')"
        ))
      #expect(try page.text(pixels) != before)
      try page.click("#all")
      #expect(try page.int(visible) == all)
      #expect(try page.text(pixels) == before)

      // A click into a chart chooses the interval under the pointer; a second one gives all back.
      _ = try page.value("document.querySelector('#section-demand canvas').scrollIntoView({block: 'center'})")
      try page.settle()
      let point =
        try page.value(
          """
          (function () { var c = document.querySelector('#section-demand canvas'), k = Chart.getChart(c), b = c.getBoundingClientRect();
          return [b.left + k.scales.x.getPixelForValue(20), b.top + (k.chartArea.top + k.chartArea.bottom) / 2]; })()
          """) as? [NSNumber] ?? []
      try #require(point.count == 2)
      try page.click(x: point[0].doubleValue, y: point[1].doubleValue)
      #expect(try page.text("document.getElementById('interval').value") == "20")
      try page.click(x: point[0].doubleValue, y: point[1].doubleValue)
      #expect(try page.text("document.getElementById('interval').value") == "")

      try page.settle()
      // So does a click on a cell of the heat map, and the keyboard on a chart.
      try page.click(".heat td[data-i='3']")
      #expect(try page.text("document.getElementById('interval').value") == "3")
      try page.select("#interval", "")
      _ = try page.value("document.querySelector('#section-demand canvas').focus()")
      for _ in 0..<3 { try page.press("ArrowRight") }
      #expect(try page.text("document.getElementById('status').textContent").hasPrefix("01:00: business-call "))
      try page.press("Enter")
      #expect(try page.text("document.getElementById('interval').value") == "2")
    }
  }

  @Test func `tables sort by number, both ways, and are copied as they stand`() throws {
    try open { page throws in
      _ = try page.value(
        "window.found = Array.from(document.querySelectorAll('table.data')).find(t => t.caption.textContent === 'Contacts')")
      _ = try page.value("window.found.id = 'contacts-table'")
      func waits() throws -> [Double] { try page.rows("window.found").compactMap(\.[2].value) }
      let written = try waits()
      try page.click("#contacts-table thead th:nth-child(3) .sort")
      #expect(try waits() == written.sorted())
      #expect(try page.text("window.found.querySelector('th:nth-child(3)').getAttribute('aria-sort')") == "ascending")
      try page.click("#contacts-table thead th:nth-child(3) .sort")
      #expect(try waits() == written.sorted(by: >))

      _ = try page.value("navigator.clipboard.writeText = function (t) { window.copied = t; return Promise.resolve(); }")
      _ = try page.value("window.found.closest('.card').querySelector('.tools button').click()")
      let lines = try page.text("window.copied").split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
      #expect(
        lines[0] == [
          "Contacts", "offered", "offered low", "offered high", "mean wait (ASA)", "mean wait (ASA) low", "mean wait (ASA) high",
          "longest 5 % wait over", "longest 5 % wait over low", "longest 5 % wait over high", "abandon", "abandon low", "abandon high",
          "blocked", "blocked low", "blocked high",
        ])
      #expect(lines.dropFirst().compactMap { Double($0[4]) } == written.sorted(by: >))
    }
  }

  @Test func `a term explains itself on focus, and Escape ends it`() throws {
    try open { page throws in
      #expect(try page.bool("document.getElementById('tip').hidden"))
      _ = try page.value("document.querySelector('#section-waits a.term').focus()")
      #expect(
        try page.text("document.getElementById('tip').textContent") == MetricCatalog.named("asa").map { "\($0.definition) In files: asa." })
      #expect(try page.bool("!document.getElementById('tip').hidden"))
      try page.press("Escape")
      #expect(try page.bool("document.getElementById('tip').hidden"))
      let unexplained =
        "Array.from(document.querySelectorAll('a.term')).filter(a => !document.querySelector(a.getAttribute('href')) || !document.getElementById(a.getAttribute('aria-describedby'))).length"
      #expect(try page.int(unexplained) == 0)
    }
  }

  @Test func `the reader chooses what a chart shows, and its table follows`() throws {
    try open { page throws in
      _ = try page.value("window.figure = document.querySelector('#section-waits figure')")
      let shown =
        "Array.from(window.figure.querySelectorAll('details')).filter(d => !d.hidden).map(d => d.querySelector('summary').textContent)"
      #expect(try page.texts(shown) == ["Table: phone, all"])
      let id = try page.text("window.figure.querySelector('select').id")
      try page.select("#\(id)", "2")
      #expect(try page.texts(shown) == ["Table: email, all"])
      #expect(try page.double("Chart.getChart(window.figure.querySelector('canvas')).scales.y.max") > 3600)
    }
  }

  @Test func `dark, paper and narrow screens are served`() throws {
    func luminance(_ page: BrowserPage) throws -> Double {
      try page.double("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).reduce((a, b) => a + +b, 0) / 765")
    }
    try open { page throws in
      #expect(try luminance(page) > 0.9)
      try page.show(.init(scheme: "dark"))
      #expect(try luminance(page) < 0.2)
      let canvases = try page.int("document.querySelectorAll('canvas').length")
      #expect(try page.int(Self.drawnCanvases) == canvases)
      // Paper is light, whatever the screen is.
      try page.show(.init(width: 718, scheme: "dark", media: "print"))
      #expect(try page.text("getComputedStyle(document.documentElement).getPropertyValue('--ink').trim()") == "#1c1d20")
      // 269 mm fit an A4 page; nothing that must stay whole is taller.
      let tallest =
        "Math.max.apply(null, Array.from(document.querySelectorAll('figure, .card')).map(f => f.getBoundingClientRect().height))"
      #expect(try page.double(tallest) < 1016)
      #expect(
        try page.texts("Array.from(new Set(Array.from(document.querySelectorAll('figure')).map(f => getComputedStyle(f).breakInside)))")
          == ["avoid"])
      // Boxes of a grid would be cut; those of a flow are kept whole, small ones beside each other.
      #expect(
        try page.texts("Array.from(new Set(Array.from(document.querySelectorAll('.blocks')).map(b => getComputedStyle(b).display)))") == [
          "block"
        ])
      let tops =
        try page.value(
          "Array.from(document.querySelectorAll('#section-service figure.small, #section-service-level figure.small')).slice(0, 2).map(f => f.getBoundingClientRect().top)"
        ) as? [Double] ?? []
      #expect(tops.count == 2 && tops.first == tops.last)
      #expect(try page.pdf().starts(with: Data("%PDF".utf8)))
      for width in [380, 320, 768] {
        try page.show(.init(width: width, height: 800))
        try page.settle()
        #expect(try page.int("document.documentElement.scrollWidth") <= width)
      }
      #expect(page.complaints == [])
    }
  }

  @Test func `marks below charts are round hours, and dates where days change`() throws {
    func marks(_ page: BrowserPage, _ canvas: String) throws -> [String] {
      try page.texts("Chart.getChart(document.querySelector('\(canvas) canvas')).scales.x.ticks.map(t => t.label).filter(Boolean)")
    }
    try open { page throws in
      for canvas in ["#section-demand", "#section-story"] {
        let marks = try marks(page, canvas)
        #expect(marks.count >= 4 && marks.first == "00:00" && marks.allSatisfy { $0.hasSuffix(":00") }, "\(canvas): \(marks)")
      }
    }
    let weekend = try PageFixture(
      PageFixture.root.appending(path: "scenarios/weekend-coverage.yaml").path, named: "weekend",
      settings: ["experiment.replications=5"])
    try open(file: weekend.file) { page throws in
      // Whatever the width, labels stand clear of each other, and places that begin at odd times have labels too.
      let clear = """
        (function () { var drawn = Chart.getChart(document.querySelector('#section-demand canvas')), x = drawn.scales.x, last = -1e9;
        return x.ticks.every(function (t, i) { if (!t.label) { return true; } var half = drawn.ctx.measureText(t.label).width / 2,
        at = x.getPixelForTick(i), ok = at - half > last; last = at + half; return ok; }); })()
        """
      for width in [1280, 760, 380] {
        try page.show(.init(width: width))
        try page.settle()
        #expect(try page.bool(clear), "labels overlap at \(width)")
        #expect(try marks(page, "#section-demand").count >= 2)
      }
      try page.show(.init())
      try page.settle()
      let marks = try marks(page, "#section-demand")
      #expect(marks.first == "Sat 7 Nov" && marks.contains("Sun 8 Nov") && marks.contains("Mon 9 Nov") && marks.contains("12:00"))
      #expect(!marks.contains("00:00"))
      // Two days and more stand below each other, and stories tell their times like the charts.
      #expect(
        try page.texts("Array.from(document.querySelectorAll('.heat')[0].tBodies[0].rows).map(r => r.cells[0].textContent)") == [
          "Sat 7 Nov", "Sun 8 Nov", "Mon 9 Nov",
        ])
      let times = try page.texts("Array.from(document.querySelectorAll('.when')).map(w => w.textContent).filter(t => t !== 'in all')")
      #expect(
        times.count > 5 && times.allSatisfy { $0.hasPrefix("Sat 7 Nov ") || $0.hasPrefix("Sun 8 Nov ") || $0.hasPrefix("Mon 9 Nov ") })
      // People are whole.
      #expect(
        try page.texts("Chart.getChart(document.querySelector('#section-story canvas')).scales.y.ticks.map(t => t.label)").allSatisfy {
          !$0.contains(".")
        })
    }
  }

  @Test func `without scripts the page is whole but for its charts`() throws {
    try open(.init(runsScripts: false)) { page throws in
      // Evaluation still works; the page's own scripts did not run.
      #expect(try page.text("document.documentElement.dataset.ready || ''") == "")
      #expect(try page.int("Array.from(document.querySelectorAll('.plot')).filter(p => p.offsetHeight > 0).length") == 0)
      #expect(try page.int("Array.from(document.querySelectorAll('details.behind summary')).filter(s => s.offsetHeight > 0).length") >= 14)
      #expect(try page.int("Array.from(document.querySelectorAll('.heat')).filter(s => s.offsetHeight > 0).length") >= 3)
    }
  }

  /// Contrast is computed for every word, which takes seconds; the dark and the narrow page have their turn in the deep run.
  @Test(.enabled(if: TestTools.axe != nil, "axe-core is not in .build/tools")) func `axe finds nothing that keeps a reader out`() throws {
    try expectNothingInTheWay(scheme: "light", width: 1280)
  }

  @Suite(.enabled(if: Tier.isDeep, "MUSTER_DEEP is not set")) struct DeepTests {
    @Test(.enabled(if: TestTools.axe != nil, "axe-core is not in .build/tools"), arguments: [("dark", 1280), ("light", 380)])
    func `axe finds nothing that keeps a reader of the dark or the narrow page out`(scheme: String, width: Int) throws {
      try BrowserTests().expectNothingInTheWay(scheme: scheme, width: width)
    }
  }

  private func expectNothingInTheWay(scheme: String, width: Int) throws {
    // Twelve intervals instead of forty-eight: the same elements, fewer of each.
    let coarse = try PageFixture.coarse.get()
    try open(.init(width: width, scheme: scheme), file: coarse.file) { page throws in
      // Closed tables are read too.
      _ = try page.value("document.querySelectorAll('#section-demand details, .listing').forEach(d => { d.open = true; })")
      _ = try page.call("Runtime.evaluate", ["expression": TestTools.axe! + "; true"])
      let found = try page.texts(
        """
        axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v =>
          v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' ' + (n.any[0] ? n.any[0].message : '')).join(' || ')))
        """)
      #expect(found == [])
    }
  }

  @Test func `headings come in order and everything a reader can use has a name`() throws {
    try open { page throws in
      let levels = try page.value("Array.from(document.querySelectorAll('h1, h2, h3, h4')).map(h => +h.tagName[1])") as? [Int] ?? []
      #expect(levels.first == 1 && levels.filter { $0 == 1 }.count == 1)
      #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
      let nameless =
        "Array.from(document.querySelectorAll('select, button, canvas, [role=group]')).filter(e => !(e.getAttribute('aria-label') || e.textContent.trim() && e.tagName === 'BUTTON' || e.labels && e.labels.length)).map(e => e.outerHTML.slice(0, 120))"
      #expect(try page.texts(nameless) == [])
      let untabled =
        "Array.from(document.querySelectorAll('figure[data-chart]')).filter(f => !f.querySelector('details table tbody tr')).length"
      #expect(try page.int(untabled) == 0)
    }
  }

  // MARK: Reading tables

  private func check(_ cell: BrowserPage.Cell, _ metric: String, _ scope: [String: String]) throws {
    let row = try #require(fixture.row(metric, scope), "no row for \(metric) \(scope)")
    guard let estimate = row["estimate"] as? Double else {
      #expect(cell.text == "–" && cell.value == nil)
      return
    }
    // Pages carry six digits.
    func isNear(_ a: Double?, _ b: Double) -> Bool { a.map { abs($0 - b) <= 1e-5 * max(abs(b), 1e-7) } ?? false }
    #expect(isNear(cell.value, estimate), "\(metric) \(scope): \(cell) and \(estimate)")
    if let low = row["low"] as? Double, let high = row["high"] as? Double, low < high {
      #expect(isNear(cell.low, low) && isNear(cell.high, high), "\(metric) \(scope): \(cell) and \(low)–\(high)")
    }
  }
}
