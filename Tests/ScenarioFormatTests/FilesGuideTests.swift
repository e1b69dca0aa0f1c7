import Foundation
import SimulationCore
import SupportModel
import Testing

@testable import ScenarioFormat

/// `docs/files.md` shows a small file of every table: each is read here, just as it is shown.
@Suite struct FilesGuideTests {
  struct Chapter: Sendable, CustomTestStringConvertible {
    var title: String
    /// `arrivals: {csv: calls.csv}`: the first piece of code that names tables.
    var use: String
    var files: [String: String]
    var testDescription: String { title }
  }

  /// Chapters with a table that a scenario reads; the names of tables are given to the blocks in order.
  static let chapters: [Chapter] = {
    let text = (try? String(contentsOf: packageFolder.appending(path: "docs/files.md"), encoding: .utf8)) ?? ""
    return text.components(separatedBy: "\n## ").dropFirst().compactMap { part in
      let blocks = part.matches(of: /```csv\n((?:[^`]|\n)*?)```/).map { String($0.1) }
      guard !blocks.isEmpty, let use = part.firstMatch(of: /`((?:arrivals|staffing|roster-csv): [^`]+)`/).map({ String($0.1) }) else {
        return nil
      }
      let names = use.matches(of: /[a-z-]+\.csv/).map { String($0.0) }
      return Chapter(
        title: String(part.prefix { $0 != "\n" }), use: use, files: Dictionary(zip(names, blocks), uniquingKeysWith: { first, _ in first }))
    }
  }()

  @Test func `every kind of table has a chapter`() {
    #expect(Self.chapters.count >= 6, "\(Self.chapters.map(\.title))")
    for chapter in Self.chapters { #expect(!chapter.files.isEmpty && chapter.use.matches(of: /\.csv/).count == chapter.files.count) }
  }

  @Test(arguments: chapters) func `every table that is shown is read without a question`(chapter: Chapter) throws {
    let scenario =
      chapter.use.hasPrefix("arrivals")
      ? dated("\(chapter.use), talk: 4m", length: "2d", timezone: "Europe/Berlin")
      : dated(
        length: "2d", timezone: "Europe/Berlin", agents: "desk: {skills: [call], \(chapter.use)}",
        rest: "shifts: {early: {days: mon-fri, start: 08:00, length: 8h30m}}")
    let loaded = try load(scenario, files: chapter.files)
    #expect(Set(loaded.accounts.map(\.path)) == Set(chapter.files.keys))
    for account in loaded.accounts { #expect((account.sum ?? 0) > 0 && account.rows > 0) }
  }

  @Test func `the calculator reads the first table of the page`() throws {
    let file = try #require(Self.chapters.first?.files.first)
    let reader = SourceReader.memory([file.key: file.value])
    let table = try DemandTable.load(file.key, using: reader)
    #expect(table.rows.reduce(0) { $0 + $1.calls } == 42.5 && table.rows.map(\.handleTime?.seconds) == [270, 280])
  }
}
