import Foundation
import Testing

@testable import ScenarioFormat

/// `scenarios/broken`: one mistake each, with the exact sentence it must give in its first line.
///
/// `MUSTER_RECORD=1` writes the sentences anew; review them like code.
@Suite struct BrokenScenariosTests {
  static let folder = packageFolder.appending(path: "scenarios/broken")
  static let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".yaml") }.sorted()

  @Test func `There are enough broken scenarios`() { #expect(Self.files.count >= 25) }

  @Test(arguments: files) func `A broken scenario gives exactly its sentence`(_ name: String) throws {
    let path = Self.folder.appending(path: name).path
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    var got: [String] = []
    do {
      _ = try ScenarioLoader().load(path)
    } catch {
      got = error.lines.map { $0.replacingOccurrences(of: Self.folder.path + "/", with: "") }
    }
    #expect(got.count == 1, "one mistake each: \(got)")
    if ProcessInfo.processInfo.environment["MUSTER_RECORD"] != nil {
      try ("# expect: \(got.first ?? "nothing")\n" + lines[1]).write(toFile: path, atomically: true, encoding: .utf8)
    } else {
      #expect("# expect: \(got.first ?? "nothing")" == lines[0])
    }
  }
}
