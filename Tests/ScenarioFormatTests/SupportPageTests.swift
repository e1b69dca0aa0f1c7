import Foundation
import TestSupport
import Testing

@testable import ScenarioFormat

/// `docs/support.md` says how a help desk is spelled; what it says must load.
@Suite struct SupportPageTests {
  private static let keys = ["channels", "routing", "contacts", "targets", "calendars", "priorities", "horizon", "demand-events"]

  private static func page() throws -> String {
    try String(contentsOf: ProjectFolder.root.appendingPathComponent("docs/support.md"), encoding: .utf8)
  }

  /// Every block of YAML, and every spelling in a table, as the keys of a scenario's top.
  static func spellings() throws -> [String] {
    let text = try page()
    let blocks = text.components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element.dropFirst(5)) }
    let cells = text.split(separator: "\n").filter { $0.hasPrefix("|") }.flatMap { $0.components(separatedBy: "`") }
    return blocks + cells.filter { cell in keys.contains { cell.hasPrefix("\($0): {") || cell.hasPrefix("\($0): [") } }
  }

  /// A spelling with whatever else a scenario needs.
  static func scenario(_ spelling: String) -> String {
    func says(_ key: String) -> Bool { spelling.hasPrefix("\(key):") || spelling.contains("\n\(key):") }
    /// The first name of a section.
    func first(_ key: String) -> String? {
      guard let start = spelling.range(of: "\(key):") else { return nil }
      return spelling[start.upperBound...].split(whereSeparator: { " {\n".contains($0) }).first.map { String($0.split(separator: ":")[0]) }
    }
    let channel = says("channels") ? first("channels") ?? "" : "email"
    var lines = ["muster: 1", spelling]
    if !says("horizon") { lines.append("horizon: {start: 2026-09-14T00:00, timezone: Europe/Berlin, length: 1w}") }
    if !says("calendars") { lines.append("calendars: {office: {open: {mon-fri: 09:00-17:00}}}") }
    if !says("priorities") { lines.append("priorities: [urgent, high, normal, low]") }
    if !says("channels") { lines.append("channels: {email: {live: false}, phone: {}, chat: {concurrency: 3, pace: flat}}") }
    if !says("contacts") {
      lines.append("contacts: {ticket: {channel: \(channel), arrivals: {rate: 30/h}, talk: {exponential: {mean: 6m}}}}")
    }
    if !says("agents") {
      let skill = says("contacts") ? first("contacts") ?? "" : "ticket"
      lines.append("agents: {desk: {count: 3, skills: [\(skill)]}, billing-office: {count: 2, skills: []}}")
    }
    return lines.joined(separator: "\n")
  }

  @Test func `Every spelling of the page loads`() throws {
    let spellings = try Self.spellings()
    #expect(spellings.count >= 45)
    for spelling in spellings { #expect(sentences(Self.scenario(spelling)) == [], "\(spelling)") }
  }

  @Test func `Eight help desks have a table, and every row says what is there, here and different`() throws {
    let tables = try Self.page().components(separatedBy: "\n### ").dropFirst()
    let desks = ["Zendesk", "ServiceNow", "Jira Service Management", "Freshdesk", "Zammad", "Intercom", "Genesys Cloud", "Salesforce"]
    #expect(tables.map { String($0.prefix { $0 != "\n" }) } == desks)
    for table in tables {
      let rows = table.split(separator: "\n").filter { $0.hasPrefix("|") }.dropFirst(2)
      #expect(rows.count >= 4)
      for row in rows {
        let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(cells.count == 3 && cells.allSatisfy { !$0.isEmpty }, "\(row)")
      }
    }
  }
}
