import Foundation
import TestSupport
import Testing

@testable import ScenarioFormat

/// `docs/support.md` says how a help desk is spelled; what it says must load.
@Suite struct SupportPageTests {
  /// Every block of YAML, and every spelling in a table, as the keys of a scenario's top.
  static func spellings() throws -> [String] {
    let text = try String(contentsOf: ProjectFolder.root.appendingPathComponent("docs/support.md"), encoding: .utf8)
    let blocks = text.components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element.dropFirst(5)) }
    let cells = text.split(separator: "\n").filter { $0.hasPrefix("|") }.flatMap { $0.components(separatedBy: "`") }
    return blocks + cells.filter { cell in ["channels: {", "routing: {", "contacts: {"].contains { cell.hasPrefix($0) } }
  }

  @Test func `Every spelling of the page loads`() throws {
    let spellings = try Self.spellings()
    #expect(spellings.count >= 7)
    for spelling in spellings {
      var text = "muster: 1\nhorizon: {length: 8h}\nagents: {desk: {count: 3, skills: [chat]}}\n" + spelling
      if !spelling.contains("contacts:") {
        let channel = spelling.contains("chat: {") ? "chat" : "phone"
        text += "\ncontacts: {chat: {channel: \(channel), arrivals: {rate: 30/h}, talk: {exponential: {mean: 6m}}}}"
      }
      #expect(sentences(text) == [], "\(spelling)")
    }
  }
}
