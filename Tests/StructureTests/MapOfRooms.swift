import Foundation
import TestSupport

/// The table of `Sources/README.md`: what each target may import.
///
/// Who may import a library may import what that may. Libraries of others and of the system are named where they are used: they are not inherited.
struct MapOfRooms: Sendable {
  /// In the order of the table.
  private(set) var rooms: [String] = []
  /// What the column says, as modules.
  private var named: [String: [String]] = [:]
  /// Targets whose row forbids Foundation.
  private(set) var withoutFoundation: Set<String> = []

  /// What a short word of the column stands for.
  private static let words: [String: [String]] = [
    "nothing": [], "core": ["SimulationCore"], "statistics": ["SampleStatistics"], "theory": ["QueueingTheory"], "model": ["SupportModel"],
    "policies": ["SupportPolicies"], "metrics": ["ServiceMetrics"], "terminal text": ["TerminalText"], "tables": ["Tables"],
    "format": ["ScenarioFormat"], "experiments": ["Experiments"], "histories": ["Histories"], "studies": ["Studies"],
    "staffing": ["Staffing"], "report kit": ["ReportKit"], "reports": ["Reports"], "result files": ["ResultFiles"],
    "the system's GSL": [], "the system's zlib": [],
  ]

  init() throws {
    let text = try String(contentsOf: ProjectFolder.root.appendingPathComponent("Sources/README.md"), encoding: .utf8)
    for line in text.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count >= 5 else { continue }
      let targets = cells[1].matches(of: /`([\w-]+)`/).map { String($0.1) }
      let parts = cells[2].replacing(/\([^)]*\)/, with: "").split { $0 == "," }.flatMap { $0.split(separator: " and ") }
      for target in targets {
        if cells[2].contains("no Foundation") { withoutFoundation.insert(target) }
        named[target] = parts.flatMap { modules($0.trimmingCharacters(in: .whitespaces)) }
        rooms.append(target)
      }
    }
  }

  private func modules(_ part: String) -> [String] {
    if part == "all of the above" { return rooms }
    if let inner = part.firstMatch(of: /^what `?([\w ]+?)`? may$/) { return modules(String(inner.1)).flatMap { named[$0] ?? [] } }
    let word = part.replacing("`", with: "")
    return MapOfRooms.words[word] ?? [word]
  }

  /// What a target may import: what its row names, and what the libraries among them may, the doors to C and to others' libraries aside.
  func allowed(_ target: String) -> Set<String> {
    var result = Set(named[target] ?? [])
    for library in named[target] ?? [] where !library.hasPrefix("C") || named[library]?.isEmpty == false {
      result.formUnion(allowed(library).filter { named[$0] != nil && !isDoor($0) })
    }
    return result
  }

  /// A module map of a C library, by its name: `CGSL`.
  private func isDoor(_ target: String) -> Bool { target.firstMatch(of: /^C[A-Z]/) != nil }
}
