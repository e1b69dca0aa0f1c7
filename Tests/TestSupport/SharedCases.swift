import Foundation

/// Reads the validation cases that lie beside the project on machines that have them.
package enum SharedCases {
  package struct Case: Sendable, CustomStringConvertible {
    package let id: String
    /// JSON of the whole case, so that the value is Sendable.
    let json: Data

    package var description: String { id }
    package var object: [String: Any] { (try? JSONSerialization.jsonObject(with: json)) as? [String: Any] ?? [:] }
    package var family: String { object["family"] as? String ?? "" }
    package var params: [String: Any] { object["params"] as? [String: Any] ?? [:] }
    package var expected: [String: Any] { object["expected"] as? [String: Any] ?? [:] }
    package var tolerance: [String: Any] { object["tolerance"] as? [String: Any] ?? [:] }
    package var kind: String { tolerance["kind"] as? String ?? "" }

    package func number(_ key: String) -> Double { (params[key] as? NSNumber)?.doubleValue ?? .nan }
    package func numbers(_ key: String) -> [Double] { (params[key] as? [NSNumber] ?? []).map(\.doubleValue) }
    package func pairs(_ key: String) -> [[Double]] { (params[key] as? [[NSNumber]] ?? []).map { $0.map(\.doubleValue) } }
    package func record(_ key: String) -> [String: Any] { params[key] as? [String: Any] ?? [:] }
    package func expectedNumber(_ key: String) -> Double { (expected[key] as? NSNumber)?.doubleValue ?? .nan }
    package func expectedNumbers(_ key: String) -> [Double] { (expected[key] as? [NSNumber] ?? []).map(\.doubleValue) }

    /// The expected numbers whose key is `prefix` followed by a number.
    package func series(_ prefix: String) -> [(at: Double, expected: Double)] {
      expected.keys.filter { $0.hasPrefix(prefix) }.compactMap { key in
        Double(key.dropFirst(prefix.count)).map { ($0, expectedNumber(key)) }
      }
      .sorted { $0.0 < $1.0 }
    }

    /// Largest allowed distance from an expected value.
    package func allowed(_ value: Double) -> Double {
      let rel = (tolerance["rel"] as? NSNumber)?.doubleValue ?? 0
      let abs = (tolerance["abs"] as? NSNumber)?.doubleValue ?? 0
      return max(rel * Swift.abs(value), abs)
    }
  }

  /// Suites of these cases are skipped where the folder is absent. Where it is there, a suite that finds no case fails: `.ci/tests` sees to it.
  package static let areHere = FileManager.default.fileExists(atPath: ProjectFolder.shared.appendingPathComponent("validation").path)

  /// All cases of a file; none where it is absent or cannot be read.
  package static func load(_ file: String) -> [Case] {
    let url = ProjectFolder.shared.appendingPathComponent("validation/\(file)")
    guard let data = try? Data(contentsOf: url), let list = try? JSONSerialization.jsonObject(with: data) as? [[String: Any]] else {
      return []
    }
    return list.compactMap { object in
      guard let id = object["id"] as? String, let json = try? JSONSerialization.data(withJSONObject: object) else { return nil }
      return Case(id: id, json: json)
    }
  }
}
