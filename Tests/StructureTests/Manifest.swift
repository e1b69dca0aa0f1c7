import Foundation
import TestSupport

/// What `Package.swift` says of the targets, read as text.
struct Manifest: Sendable {
  /// Modules that a target names as dependencies, by target.
  var dependencies: [String: [String]] = [:]
  let text: String

  init() throws {
    text = try String(contentsOf: ProjectFolder.root.appendingPathComponent("Package.swift"), encoding: .utf8)
    // `let yams: Target.Dependency = .product(name: "Yams", …)`
    var products: [String: String] = [:]
    for match in text.matches(of: /let (\w+): Target\.Dependency = \.product\(name: "(\w+)"/) {
      products[String(match.1)] = String(match.2)
    }
    let starts = text.matches(of: /\.(?:target|executableTarget|testTarget|systemLibrary)\(\s*name: "([\w-]+)"/)
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1].range.lowerBound : text.endIndex
      let entry = text[start.range.upperBound..<end]
      let list = entry.firstMatch(of: /^,\s*dependencies: \[([^\]]*)\]/)?.1 ?? ""
      dependencies[String(start.1)] = list.split(separator: ",").map { item in
        let name = item.trimmingCharacters(in: .whitespacesAndNewlines)
        return name.hasPrefix("\"") ? name.trimmingCharacters(in: ["\""]) : products[name] ?? name
      }
      .filter { !$0.isEmpty }
    }
  }

  /// What a target names, and what those name in turn.
  func reach(of target: String) -> Set<String> {
    var found: Set<String> = []
    var open = dependencies[target] ?? []
    while let next = open.popLast() { if found.insert(next).inserted { open += dependencies[next] ?? [] } }
    return found
  }
}
