import Foundation
import ReportKit
import TerminalText
import Testing

@testable import muster

/// One scenario in which every name of every kind was chosen to do harm, through every command: what lies in the files and what is printed.
@Suite(.serialized) struct HostileOutputTests {
  private static let names = HostileTextTests.names + ["<img src=x onerror=alert(1)>", "]]>", "&amp;", "${x}", "`id`", "a|b", "# h", "--x"]

  private static var scenario: String {
    func quoted(_ name: String, _ kind: String) -> String { JSONObject.quoted(name + kind) }
    var text = "muster: 1\nname: \(quoted(names[5], "n"))\nabout: \(quoted(names[9], "n"))\n"
    text += "horizon: {start: 2026-09-14T00:00, timezone: UTC, length: 4h, interval: 30m}\nexperiment: {replications: 3}\n"
    func section(_ key: String, _ line: (Int, String) -> String) {
      text += "\(key):\n" + names.enumerated().map { "  " + line($0, $1) + "\n" }.joined()
    }
    text += "priorities: [\(names.map { quoted($0, "i") }.joined(separator: ", "))]\n"
    section("calendars") { _, name in "\(quoted(name, "c")): {open: {mon-sun: 00:00-24:00}}" }
    section("channels") { _, name in "\(quoted(name, "h")): {live: true}" }
    section("contacts") { _, name in
      "\(quoted(name, "t")): {arrivals: 6/h, talk: 3m, channel: \(quoted(name, "h")), segment: \(quoted(name, "s")), "
        + "skill: \(quoted(name, "k")), patience: {exponential: 30s}, opens: {calendar: \(quoted(name, "c")), outside: refuse}, "
        + "priority: \(quoted(name, "i")), touches: {more: 40%, customer-replies-in: 10m}, "
        + "holds: [{for: \(quoted(name, "w")), share: 30%, takes: 5m}], reopen: {share: 20%, after: 10m}}"
    }
    section("shifts") { _, name in "\(quoted(name, "f")): {days: mon-sun, start: 00:00, length: 4h}" }
    section("agents") { number, name in
      "\(quoted(name, "g")): {skills: [\(quoted(name, "k"))], cost: 1, "
        + (number % 2 == 0
          ? "count: 1}" : "roster: {\(quoted(name, "f")): 1}, offline: [{name: \(quoted(name, "o")), for: 5m}]}")
    }
    section("demand-events") { _, name in
      "- {name: \(quoted(name, "e")), at: 2026-09-14T01:00, extra: {\(quoted(name, "t")): 2}, shape: {spike: {rise: 5m, half-life: 20m}}}"
    }
    section("targets") { number, name in
      let promise =
        number % 2 == 0
        ? "answer: 20s"
        : "resolution: {by-priority: {\(quoted(name, "i")): 20m, default: 1bd}}, clock: \(quoted(name, "c")), pauses: pending"
      return "- {name: \(quoted(name, "r")), for: \(quoted(name, "t")), \(promise), goal: 80%}"
    }
    section("gates") { _, name in
      "- {name: \(quoted(name, "a")), metric: service-level, target: \(quoted(name, "r")), at-least: 99.9%}"
    }
    let changed = quoted(names[1], "g")
    text += "options:\n" + names.prefix(4).map { "  \(quoted($0, "p")): {agents: {\(changed): {cost: 2}}}\n" }.joined()
    return text
  }

  /// What was printed on both streams.
  private func run(_ words: [String], in folder: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(KillTests.program))
    process.arguments = words
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["GITHUB_ACTIONS": "true", "CI": "true", "GITHUB_STEP_SUMMARY": folder + "/step.md"]) { $1 }
    let printed = folder + "/printed.txt"
    _ = FileManager.default.createFile(atPath: printed, contents: nil)
    let handle = try #require(FileHandle(forWritingAtPath: printed))
    process.standardError = handle
    process.standardOutput = handle
    try process.run()
    process.waitUntilExit()
    try handle.close()
    #expect(process.terminationReason == .exit && [0, 1, 2].contains(process.terminationStatus), "\(words)")
    let text = String(decoding: FileManager.default.contents(atPath: printed) ?? Data(), as: UTF8.self)
    try? FileManager.default.removeItem(atPath: printed)
    if !([0, 1, 2].contains(process.terminationStatus)) { Issue.record("\(text.prefix(2_000))") }
    return text
  }

  private static let commands: [[String]] = [
    ["run", "s.yaml", "--contacts", "0-1", "--journal", "0", "--no-charts", "--out", "run"],
    ["run", "s.yaml", "--format", "md", "--no-report", "--out", "markdown"],
    ["run", "s.yaml", "--json", "--no-report", "--out", "json"],
    ["compare", "s.yaml", "--no-charts", "--best", "cost-per-contact", "--out", "compare"],
    ["gate", "s.yaml", "--candidate", "p.yaml", "--no-charts", "--budget", "20", "--out", "gate"],
    ["gate", "s.yaml", "--candidate", "p.yaml", "--no-charts", "--budget", "20", "--json", "--out", "gate-json"],
    ["sensitivity", "s.yaml", "--replications", "3", "--no-break-points", "--out", "sensitivity"],
    ["explain", "s.yaml", "--target", names[9] + "r", "--replications", "3", "--no-charts", "--out", "explain"],
    ["run", "s.yaml", "--contacts", "0", "--shard", "1/1", "--out", "shards"], ["merge", "shards", "--out", "merged"],
    ["clock", "s.yaml", "--target", names[9] + "r", "--created", "2026-09-14T01:00"],
    ["clock", "s.yaml", "--target", names[9] + "r", "--created", "2026-09-14T01:00", "--json"],
    ["check", "s.yaml"], ["check", "s.yaml", "--json"],
  ]

  @Test(.enabled(if: KillTests.program != nil, "the program is not built beside the tests"))
  func `no name drives a terminal, a page, a spreadsheet or the server that reads the log`() throws {
    let folder = NSTemporaryDirectory() + "/muster-hostile-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Self.scenario.write(toFile: folder + "/s.yaml", atomically: false, encoding: .utf8)
    try "agent-for-contact: [random]\n".write(toFile: folder + "/p.yaml", atomically: false, encoding: .utf8)
    for words in Self.commands {
      let printed = try run(words, in: folder)
      inLog(printed, words.joined(separator: " "), annotations: words[0] == "gate")
    }
    var files = 0
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) where !name.hasSuffix(".yaml") && !name.hasSuffix(".shard") {
      guard let data = FileManager.default.contents(atPath: folder + "/" + name), !data.isEmpty else { continue }
      files += 1
      file(name, String(decoding: data, as: UTF8.self))
    }
    #expect(files > 12)
    for name in ["touches.csv", "phases.csv"] { #expect(FileManager.default.fileExists(atPath: "\(folder)/run/\(name)")) }
  }

  private func inLog(_ text: String, _ what: String, annotations: Bool) {
    isLegible(text, what)
    for line in text.split(separator: "\n") {
      let start = line.drop { $0.isWhitespace }
      let isOurs = annotations && ["::error ", "::warning ", "::notice "].contains { line.hasPrefix($0) }
      if !isOurs, start.hasPrefix("::") { Issue.record("\(what) prints \(line)") }
      if line.contains("##[") || line.lowercased().contains("##vso[") { Issue.record("\(what) prints \(line)") }
    }
  }

  private func isLegible(_ text: String, _ what: String) {
    for scalar in text.unicodeScalars where Legible.isHarmful(scalar) && scalar != "\n" {
      Issue.record("\(what) holds \(Legible.escape(scalar))")
      return
    }
  }

  private func file(_ name: String, _ text: String) {
    if name.hasSuffix(".html") {
      isLegible(text.replacing("\t", with: " "), name)
      for tag in ["<b>", "<img src=x", "</script><b"] where text.contains(tag) { Issue.record("\(name) holds \(tag)") }
    } else {
      isLegible(text, name)
    }
    if name.hasSuffix(".json") {
      if (try? JSONSerialization.jsonObject(with: Data(text.utf8))) == nil { Issue.record("\(name) is no JSON") }
    }
    if name.hasSuffix(".xml") {
      // Text that is not escaped would end the document early or begin an element.
      if text.contains("<b>") || text.contains("<img") || text.contains("]]>") { Issue.record("\(name) holds markup of a name") }
    }
    if name.hasSuffix(".md") {
      inLog(text, name, annotations: false)
      if text.contains("<img") || text.contains("<b>") { Issue.record("\(name) holds markup of a name") }
    }
    if name.hasSuffix(".csv") { cells(name, text) }
  }

  /// No cell begins like a formula unless it is a number.
  private func cells(_ name: String, _ text: String) {
    var (cell, isQuoted, isStart) = ("", false, true)
    func end() {
      if let first = cell.first, "=+-@\t\r".contains(first), Double(cell) == nil {
        Issue.record("\(name): a cell begins \(cell.prefix(20))")
      }
      (cell, isStart) = ("", true)
    }
    for letter in text {
      if !isQuoted, letter == "," || letter == "\n" {
        end()
        continue
      }
      if letter == "\"" { isQuoted = isStart || !isQuoted } else { cell.append(letter) }
      isStart = false
    }
    end()
  }
}
