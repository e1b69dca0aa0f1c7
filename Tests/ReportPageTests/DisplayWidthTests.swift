import Foundation
import ScenarioFormat
import TerminalText
import Testing
import Workbench

@testable import ReportKit
@testable import muster

/// Tables stay aligned whatever script their names are in.
@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("phone", 5), ("", 0), ("é", 1), ("e\u{301}", 1), ("電話", 4), ("ﾃﾞﾝﾜ", 4), ("デスク", 6), ("デスク".decomposedStringWithCanonicalMapping, 6),
    ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("ＡＢ", 4), ("📞 phone", 8), ("☎", 1), ("☎\u{FE0F}", 2), ("⌚", 2), ("👍🏽", 2),
    ("👩‍👩‍👧‍👦", 2), ("🇩🇪", 2), ("1\u{FE0F}\u{20E3}", 2), ("שלום", 4), ("ש\u{5B8}", 1), ("नी", 2), ("a\u{200B}b", 2), ("\u{AD}", 1), ("–…≈✓", 4),
    ("█▁·", 3), ("𠮷野家", 6), ("a\u{301}\u{302}\u{303}b", 2), ("\u{1B}[31m", 10), ("a\r\nb", 4), ("\u{202E}x", 9), ("〆切：", 6),
  ])
  func `a text takes the columns that a terminal gives it`(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width, "\(text.unicodeScalars.map { String($0.value, radix: 16) })")
  }

  private static let names = ["電話", "📞 phone", "cafe\u{301}", "👩‍👩‍👧‍👦 family", "plain", "שלום"]

  @Test func `columns of a table begin below each other`() {
    let rows = Self.names.map { [ReportText($0), ReportText("\($0) x"), ReportText("7"), ReportText("end")] }
    let table = ReportTable(columns: [.init("名前"), .init("n", .trailing), .init("count", .trailing), .init("")], rows: rows)
    let lines = Self.lines(.table(table), width: 100).dropFirst()
    for line in lines {
      #expect(line.hasSuffix("7  end"))
      #expect(DisplayWidth.of(line) == DisplayWidth.of(lines.first!), "\(line)")
      let beginning = line.range(of: "  ").map { String(line[..<$0.lowerBound]) }
      #expect(Self.names.contains { $0 == beginning })
    }
  }

  @Test func `the picture of a scenario is aligned too`() throws {
    let path = PageFixture.folder + "/wide.yaml"
    let scenario = """
      muster: 1
      horizon: {length: 2h}
      contacts:
        電話: {skill: main, arrivals: {rate: 10/h}, talk: {exponential: {mean: 3m}}}
        "📞 phone": {skill: main, arrivals: {rate: 10/h}, talk: {exponential: {mean: 3m}}}
        plain: {skill: main, arrivals: {rate: 10/h}, talk: {exponential: {mean: 3m}}}
      agents: {デスク: {count: 6, skills: [main]}}
      """
    try (scenario + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    let lines = try Engine.load(path, settings: []).picture.filter { $0.hasSuffix(" erlang") && !$0.contains("together") }
    #expect(lines.count == 3 && Set(lines.map(DisplayWidth.of)).count == 1, "\(lines)")
  }

  @Test func `what is cut or filled up has the width that was asked for`() {
    for name in Self.names + ["長い名前が続きます", "ab電話電話"] {
      for width in 1...12 {
        for cut in [DisplayWidth.shortened(name, width), DisplayWidth.excerpt(name, width)] {
          #expect(DisplayWidth.of(cut) <= width && DisplayWidth.of(DisplayWidth.padded(cut, width)) == width, "\(cut) in \(width)")
          if DisplayWidth.of(name) <= width { #expect(cut == name) } else { #expect(cut.contains("…")) }
        }
      }
    }
    #expect(DisplayWidth.shortened("長い名前", 6) == "長い…" && DisplayWidth.excerpt("abcdefgh", 5) == "ab…gh")
  }

  @Test func `bars, sparks and sentences are measured alike`() {
    let bars = Self.lines(.bars(ReportBars(Self.names.map { .init($0, length: 0.5, value: "1") })), width: 100)
    #expect(Set(bars.map(DisplayWidth.of)).count == 1)
    let sparks = ReportSparks("間隔", ticks: [(0, "08:00")], rows: Self.names.map { .init($0, [1, 2, 3], note: "x") })
    #expect(Set(Self.lines(.sparks(sparks), width: 100).dropFirst().map(DisplayWidth.of)).count == 1)
    let sentence = Self.lines(.sentence(ReportText(String(repeating: "電話 ", count: 60))), width: 40)
    #expect(sentence.count > 5 && sentence.allSatisfy { DisplayWidth.of($0) <= 40 })
  }

  @Test func `names that are cut stay different`() {
    let names = (1...9).flatMap { a in (1...3).map { "volume=\(a)00/d, per-hour=\(19 + $0)" } }
    let rows = names.map { [ReportText($0), ReportText(String(repeating: "x", count: 80))] }
    let lines = Self.lines(.table(ReportTable(columns: [.init("option", mayShorten: true), .init("")], rows: rows)), width: 96).dropFirst()
    #expect(Set(lines.map { $0.components(separatedBy: "  ")[0] }).count == names.count)
    // The end is cut where that is enough.
    #expect(TerminalRenderer.distinct(["abcdefgh", "xbcdefgh"], width: 4, atMost: 20) == ["abc…", "xbc…"])
    #expect(TerminalRenderer.distinct(["abcdefgh", "abcdefgx"], width: 5, atMost: 20) == ["ab…gh", "ab…gx"])
    #expect(TerminalRenderer.distinct(["same", "same"], width: 3, atMost: 20) == ["sa…", "sa…"])
    // What only a hundred columns would tell apart is cut all the same.
    let alike = (0..<2).map { String(repeating: "a", count: 200) + "\($0)" + String(repeating: "b", count: 200) }
    #expect(TerminalRenderer.distinct(alike, width: 10, atMost: 40).allSatisfy { DisplayWidth.of($0) == 10 })
  }

  private static func lines(_ block: ReportBlock, width: Int) -> [String] {
    let document = ReportDocument(title: "t", sections: [ReportSection(name: "s", blocks: [block])])
    return TerminalRenderer(RenderOptions(width: width)).render(document).split(separator: "\n").dropFirst().map(String.init)
  }
}
