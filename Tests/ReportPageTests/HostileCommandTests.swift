import ArgumentParser
import Foundation
import ReportKit
import Testing
import Workbench

@testable import muster

/// The same names through the commands themselves: whatever `run`, `compare`, `gate` and `staff` write and print, it is text.
@Suite(.serialized) struct HostileCommandTests {
  /// A name of 10,000 characters that YAML can say, with a control sequence that would colour a terminal.
  private static let name = HostileTextTests.name.split(separator: "\u{2028}").joined() + "\u{1B}[31mred"
  private static let long = name + String(repeating: " a long name", count: 850)

  /// What a file system allows.
  private static let policy = "b '\"&amp;<img src=x onerror=window.stolen=4> שלום 👩‍👩‍👧‍👦.yaml"

  /// Scalar by scalar: Swift's characters would take an accented quotation mark for another one.
  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar -> String in
      switch scalar.value {
      case 0x22, 0x5C: "\\\(scalar)"
      case 0x1B: "\\e"
      case 0x202A...0x202E: "\\u\(String(scalar.value, radix: 16))"
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }

  /// Made once: the folder with the scenario and two policies.
  private static let folder = Result {
    let folder = PageFixture.folder + "/hostile-commands"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let (call, desk) = (quoted("call " + name), quoted("desk " + name))
    let scenario = """
      muster: 1
      name: \(quoted(long))
      about: \(quoted(name))
      horizon: {length: 2h, interval: 30m}
      experiment: {seed: 1, replications: 20}
      contacts:
        \(call): {skill: main, arrivals: {rate: 100/h}, talk: {exponential: {mean: 3m}}, patience: {exponential: {mean: 3m}}}
        mail: {skill: main, arrivals: {rate: 10/h}, talk: {exponential: {mean: 3m}}}
      agents:
        \(desk): {count: 6, skills: [main], cost: {per-hour: 20}}
      targets: [{name: \(quoted("target " + long)), for: \(call), answer: 20s, goal: 80%}]
      gates: [{name: \(quoted("gate " + long)), metric: asa, for: \(call), at-most: 5s, not-worse-by: 1s}]
      options:
        \(quoted("as-is " + name)): {}
        \(quoted("fewer " + name)): {agents: {\(desk): {count: 4}}}
      """
    try (scenario + "\n").write(toFile: folder + "/h.yaml", atomically: true, encoding: .utf8)
    try "contact-for-agent: [longest-wait]\n".write(toFile: folder + "/a.yaml", atomically: true, encoding: .utf8)
    try "contact-for-agent: [{type-order: {\(desk): [mail, \(call)]}}]\n".write(
      toFile: folder + "/\(policy)", atomically: true, encoding: .utf8)
    return folder
  }

  /// Runs the command, which prints in this form too; the page it writes.
  private func make(_ command: String, form: String) throws -> (page: String, html: String) {
    let folder = try Self.folder.get()
    let out = "\(folder)/\(command)-\(form)"
    let common = ["--out", out, "--threads", "2", "--format", form, "--quiet"]
    var made: any ParsableCommand
    switch command {
    case "run": made = try RunCommand.parse([folder + "/h.yaml"] + common)
    case "compare": made = try CompareCommand.parse([folder + "/h.yaml", "--replications", "20"] + common)
    case "gate":
      made = try GateCommand.parse(
        [folder + "/h.yaml", "--baseline", folder + "/a.yaml", "--candidate", folder + "/" + Self.policy, "--budget", "20"] + common)
    default: made = try StaffCommand.parse([folder + "/h.yaml", "--replications", "50"] + common)
    }
    // A broken gate is told by the exit status.
    do { try made.run() } catch is ExitCode {}
    let page = "\(out)/\(CommandPages.names[command]!)"
    return (page, try String(contentsOfFile: page, encoding: .utf8))
  }

  @Test(arguments: ["run", "compare", "gate", "staff"])
  func `no name becomes markup, script or a sequence for a terminal`(command: String) throws {
    let made = try make(command, form: "text")
    let scripts = ChartLibrary.text() == nil ? 2 : 3
    #expect(made.html.components(separatedBy: "<script").count - 1 == scripts)
    #expect(!made.html.contains("<img") && !made.html.unicodeScalars.contains("\u{1B}"))
    if TestTools.tidy != nil { #expect(try TestTools.complaints(about: made.page) == "") }
    guard Browser.isInstalled else { return }
    let page = try BrowserPage(try Browser.shared.get(), file: made.page)
    defer { page.close() }
    #expect(try page.text("typeof window.stolen") == "undefined")
    #expect(page.complaints == [] && page.requests == [])
    #expect(try page.text("document.querySelector('h1').textContent").hasPrefix("<script>window.stolen = 1</script>\"'&amp; -->"))
    #expect(try page.text("document.querySelector('h1').textContent").hasSuffix("a long name"))
    try page.show(.init(width: 380, height: 800))
    try page.settle()
    #expect(try page.int("document.documentElement.scrollWidth") <= 380)
  }

  @Test func `a terminal and a ticket show names without what would drive them`() {
    let table = ReportTable(
      columns: [.init(Self.name), .init("n", .trailing)], rows: [[ReportText(Self.name, .bad), "1"], [ReportText("a\nb\u{9B}31m"), "2"]])
    let document = ReportDocument(
      title: ReportText(Self.long + ": 20 replications, seed 1", .strong),
      sections: [
        ReportSection(
          name: "x",
          blocks: [
            .heading(Self.long), .table(table), .bars(ReportBars([.init(Self.name, length: 0.5, value: "1")])),
            .listing(ReportListing(Self.name, Self.name)),
          ])
      ])
    for usesColour in [false, true] {
      let text = TerminalRenderer(RenderOptions(usesColour: usesColour, width: 100)).render(document)
      #expect(text.contains("a\u{20}b\\u{9B}31m") && !text.contains("\u{1B}[31mred") && !text.unicodeScalars.contains("\u{202E}"))
      // The name is cut where it is too long for a screen; what was done to it is not.
      #expect(text.contains("…") && text.contains(": 20 replications, seed 1"))
      #expect(text.count < 6_000)
      if !usesColour { #expect(!text.unicodeScalars.contains("\u{1B}")) }
    }
    let text = MarkdownRenderer(RenderOptions()).render(document)
    let outside = text.components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 0 }.map(\.element).joined()
    #expect(!outside.unicodeScalars.contains("\u{1B}") && !outside.unicodeScalars.contains("\u{202E}") && !outside.contains("<script"))
  }
}
