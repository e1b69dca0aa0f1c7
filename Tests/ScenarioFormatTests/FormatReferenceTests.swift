import Foundation
import Testing

@testable import ScenarioFormat

/// `docs/scenario.md` is what the program says of itself. `MUSTER_RECORD=1` rewrites it; review it like code.
@Suite struct FormatReferenceTests {
  private let url = packageFolder.appending(path: "docs/scenario.md")

  @Test func `the page of the format is what the key tables say`() throws {
    let page = FormatReference.markdown()
    if ProcessInfo.processInfo.environment["MUSTER_RECORD"] != nil { try page.write(to: url, atomically: true, encoding: .utf8) }
    #expect(try String(contentsOf: url, encoding: .utf8) == page, "MUSTER_RECORD=1 writes it anew")
  }

  @Test func `every key says its default or that it is required`() {
    for table in FormatReference.tables {
      for key in table.keys where key.notYet == nil {
        #expect(key.isRequired != (key.leftOut != nil), "\(table.name).\(key.name)")
        #expect(!key.meaning.isEmpty && !key.help.contains("when left out when left out"))
      }
    }
  }

  @Test func `every example is YAML and every link leads somewhere`() {
    for table in FormatReference.tables {
      for key in table.keys where key.notYet == nil {
        var yaml = YamlText(file: "example")
        let node = yaml.parse("\(key.name): \(FormatReference.example(key))")
        #expect(node?[key.name] != nil && yaml.problems.isEmpty, "\(table.name).\(key.name)")
      }
    }
    let page = FormatReference.markdown()
    for link in page.matches(of: /\(#([a-z-]+)\)/) { #expect(page.contains("<a name=\"\(link.1)\">"), "\(link.1)") }
  }
}
