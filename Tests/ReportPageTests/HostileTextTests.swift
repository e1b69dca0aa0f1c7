import Experiments
import Foundation
import ReportKit
import Reports
import SupportModel
import Testing
import Workbench

@testable import muster

/// A scenario may be called anything. Whatever it is, the page shows it as text.
@Suite struct HostileTextTests {
  /// Everything at once: markup, quotes, a quotation mark with a combining accent, scripts in both directions, emoji, controls.
  static let name =
    "<script>window.stolen = 1</script>\"'&amp; --> ]]> </title></style></script><!-- \"\u{301} onfocus=\"window.stolen = 2\" x=\"\u{301}"
    + "<img src=x onerror=\"window.stolen = 3\"> שלום \u{202E}txt.exe\u{202C} 👩‍👩‍👧‍👦 \u{1F3F4}\u{200D}\u{2620} | `code` *bold* {{subject}} {{{data}}} $(rm) \u{2028}end "
  static let long = name + String(repeating: "a long name ", count: 900).prefix(10_000)

  /// The launch day with every name in it replaced.
  private static func hostile() throws -> ReportContext {
    let context = try PageFixture.coarse.get().context
    var result = context.result
    result.scenario.name = long
    result.scenario.about = name
    for index in result.scenario.contactTypes.indices { result.scenario.contactTypes[index].name = "\(index) \(name)" }
    for index in result.scenario.groups.indices { result.scenario.groups[index].name = "\(index) \(name)" }
    for index in result.scenario.targets.indices { result.scenario.targets[index].name = "\(index) \(name)" }
    for index in result.scenario.channels.indices { result.scenario.channels[index].name = "\(index) \(name)" }
    result.remarks = [.pastTheShift(group: 0, hours: 2, share: 0.02)]
    var hostile = ReportContext(result: result, folder: name, files: [name])
    hostile.stories = context.stories
    hostile.origin = ReportOrigin(
      provenance: Provenance(command: "run", scenarioFile: name, resolvedText: name), command: name,
      sources: [.init(path: name, text: name)])
    return hostile
  }

  @Test func `no text of a scenario is markup`() throws {
    let html = PageFixture.render(try Self.hostile())
    // By bytes, as browsers read: Swift's characters would take an accented quotation mark for another one.
    func count(_ text: String) -> Int {
      let page = Data(html.utf8)
      var from = page.startIndex
      var count = 0
      while let found = page.range(of: Data(text.utf8), in: from..<page.endIndex) {
        count += 1
        from = found.upperBound
      }
      return count
    }
    // The data, the library, the page's own script; no other.
    let scripts = ChartLibrary.text() == nil ? 2 : 3
    #expect(count("<script") == scripts && count("</script") == scripts)
    #expect(count("<img") == 0 && count("onerror=\"") == 0)
    // Inside the data quotation marks are escaped by a backslash.
    #expect(count("\"\u{301} onfocus=") == count("\\\"\u{301} onfocus="))
    #expect(count("&quot;\u{301} onfocus=&quot;") > 20)
  }

  @Test(.enabled(if: Browser.isInstalled)) func `a browser shows the names as they are and runs none of them`() throws {
    let file = try PageFixture.write(PageFixture.render(try Self.hostile()), named: "hostile")
    let page = try BrowserPage(try Browser.shared.get(), file: file)
    defer { page.close() }
    #expect(try page.text("typeof window.stolen") == "undefined")
    #expect(page.complaints == [] && page.requests == [])
    #expect(try page.text("document.documentElement.dataset.ready") == "yes")
    #expect(try page.text("document.querySelector('h1').textContent") == Self.long)
    #expect(try page.text("document.title") == Self.long.split(separator: " ").joined(separator: " "))
    #expect(try page.text("document.querySelector('.about').textContent") == Self.name)
    #expect(try page.text("document.querySelector('.listing pre').textContent") == Self.name)
    #expect(
      try page.texts("JSON.parse(document.getElementById('data').textContent).charts[0].views.map(v => v.name)") == ["0 \(Self.name)"])
    try page.show(.init(width: 380, height: 800))
    #expect(try page.int("document.documentElement.scrollWidth") <= 380)
  }

  @Test func `markdown of hostile names stays text`() throws {
    let text = MarkdownRenderer(RenderOptions()).render(ReportDocument(try Self.hostile()))
    // Fences keep what is in them; outside nothing is markup.
    let outside = text.components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 0 }.map(\.element).joined()
    #expect(outside.count > 10_000 && !outside.contains("<script") && !outside.contains("<img"))
    // Rows keep their cells: every bar in a name is escaped.
    let table = text.components(separatedBy: "\n").filter { $0.hasPrefix("| ") }
    #expect(table.count > 10)
    for (title, rule) in zip(table, table.dropFirst()) where rule.hasPrefix("| :---") {
      #expect(title.replacing("\\|", with: "").filter { $0 == "|" }.count == rule.filter { $0 == "|" }.count)
    }
  }
}
