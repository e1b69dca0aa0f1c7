import ArgumentParser
import Foundation
import Testing

@testable import muster

/// The commands that the pages show are commands that the program takes.
@Suite struct GateDocumentationTests {
  @Test(arguments: ["docs/ci.md", "scenarios/policy-change/support.yaml", "CONTRIBUTING.md", ".ci/run"])
  func `every muster gate line on a page is right usage`(page: String) throws {
    let text = try String(contentsOf: GateWorkshop.root.appending(path: page), encoding: .utf8).replacing("\\\n", with: " ")
    var found = 0
    for line in text.split(separator: "\n") {
      guard let start = line.range(of: "muster gate ") else { continue }
      // Up to a remark, which stands behind at least two blanks, or a backquote.
      let rest = line[start.upperBound...].split(separator: "`").first.map(String.init) ?? ""
      let words = (rest.components(separatedBy: "   ").first ?? "").split(separator: " ").map { String($0.replacing("\"", with: "")) }
      guard words.contains(where: { $0.hasPrefix("--") }) else { continue }
      found += 1
      _ = try GateCommand.parseAsRoot(words)
    }
    #expect(found > 0)
  }
}
