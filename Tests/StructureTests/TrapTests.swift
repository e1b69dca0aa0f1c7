import Foundation
import TestSupport
import Testing

/// What can end the program, in the targets that see files and arguments first. Each is listed in `traps.txt` with how often a file has it, so that a
/// new one is looked at: numbers of a scenario or a command line are narrowed with a check (`exactly:`, `clamping:`, `saturating:`), and
/// `precondition` is for our own mistakes only. `MUSTER_RECORD=1` writes the list anew; review it like code.
@Suite struct TrapTests {
  private static let targets: Set<String> = [
    "ScenarioFormat", "Workbench", "muster", "ResultFiles", "Reports", "ReportKit", "Studies", "Staffing",
  ]

  /// A conversion that traps beyond its range, of something that is not plainly small.
  private static var kinds: [(name: String, pattern: Regex<Substring>)] {
    [
      ("narrowing", /\b(?:Int8|Int16|Int32|UInt8|UInt16|UInt32)\((?!ascii:|truncatingIfNeeded:|exactly:|clamping:|saturating:)/),
      (
        "rounding",
        /\b(?:Int|Int64|UInt64)\((?!truncatingIfNeeded:|exactly:|clamping:|saturating:|min\()[^()]*(?:\([^()]*\)[^()]*)*\.rounded\(/
      ),
      ("forced try", /\btry!/), ("forced cast", /\bas!/),
      ("precondition", /\b(?:precondition|preconditionFailure|fatalError|assertionFailure)\(/),
    ]
  }

  private static func found() -> [String] {
    var lines: [String] = []
    for file in SourceFile.all("Sources") where targets.contains(file.target) {
      for (name, pattern) in kinds {
        let count = file.lines.indices.count { index in
          let line = file.lines[index].drop { $0 == " " }
          return !file.isText[index] && !line.hasPrefix("//") && line.firstMatch(of: pattern) != nil
        }
        if count > 0 { lines.append("\(file.path): \(count) \(name)") }
      }
    }
    return lines
  }

  @Test func `Whatever can end the program in the outer targets is listed`() throws {
    let list = ProjectFolder.root.appending(path: "Tests/StructureTests/traps.txt")
    let found = Self.found()
    if ProcessInfo.processInfo.environment["MUSTER_RECORD"] != nil {
      try (found.joined(separator: "\n") + "\n").write(to: list, atomically: true, encoding: .utf8)
    }
    let listed = try String(contentsOf: list, encoding: .utf8).split(separator: "\n").map(String.init)
    for line in found where !listed.contains(line) { Issue.record("not in traps.txt: \(line)") }
  }
}
