import Foundation
import TestSupport
import Testing

/// The guides name files that are there, and what to look for in them.
@Suite struct GuideTests {
  private static func text(_ path: String) throws -> String {
    try String(contentsOf: ProjectFolder.root.appending(path: path), encoding: .utf8)
  }

  /// A file in backquotes, by its path from the project's folder or from `Sources`; names with `<Name>` or `*` stand for many.
  private static func files(of guide: String) throws -> [(path: String, rest: Substring)] {
    try text(guide).split(separator: "\n").flatMap { line in
      line.matches(of: /`([\w.+\/-]+\/[\w.+-]+\.swift)`/).map { (String($0.1), line[$0.range.upperBound...]) }
    }
  }

  private static func located(_ path: String) -> String? {
    [path, "Sources/" + path].first { FileManager.default.fileExists(atPath: ProjectFolder.root.appending(path: $0).path) }
  }

  @Test(arguments: ["Sources/README.md", "CONTRIBUTING.md"])
  func `Every file that a guide names is there`(guide: String) throws {
    let files = try Self.files(of: guide)
    #expect(files.count > 8)
    for (path, _) in files where Self.located(path) == nil { Issue.record("\(guide) names \(path), which is not there") }
  }

  @Test func `The walk through the sources has its dozen stops, and what it points to is there`() throws {
    let guide = try Self.text("Sources/README.md")
    let start = try #require(guide.range(of: "## From `talk:` to the mean wait"))
    let walk = guide[start.upperBound...].prefix { _ in true }.components(separatedBy: "\n## ")[0]
    #expect(walk.matches(of: #/\n\d+\. /#).count == 12)
    // `file` (`symbol`), or in brackets: `file`, `symbol`
    let stops = walk.replacing(/\n\s+/, with: " ").matches(of: /`([\w.+\/-]+\.swift)`(?: \(|, )`([^`]+)`/)
    #expect(stops.count >= 16)
    for stop in stops {
      let path = try #require(Self.located(String(stop.1)), "\(stop.1) is not there")
      #expect(try Self.text(path).contains(stop.2), "\(path) has no \(stop.2)")
    }
  }
}
