import Foundation
import Testing

/// Reads the folder of validation cases that lies beside the project on machines that have it.
enum SharedCases {
  struct Case: Sendable, CustomTestStringConvertibleCase {
    let id: String
    /// JSON of the whole case, so that the value is Sendable.
    let json: Data

    var object: [String: Any] { (try? JSONSerialization.jsonObject(with: json)) as? [String: Any] ?? [:] }
    var params: [String: Any] { object["params"] as? [String: Any] ?? [:] }
    var expected: [String: Any] { object["expected"] as? [String: Any] ?? [:] }
    var tolerance: [String: Any] { object["tolerance"] as? [String: Any] ?? [:] }

    func number(_ key: String) -> Double { (params[key] as? NSNumber)?.doubleValue ?? .nan }
    func numbers(_ key: String) -> [Double] { (params[key] as? [NSNumber] ?? []).map(\.doubleValue) }
    func expectedNumber(_ key: String) -> Double { (expected[key] as? NSNumber)?.doubleValue ?? .nan }
    func expectedNumbers(_ key: String) -> [Double] { (expected[key] as? [NSNumber] ?? []).map(\.doubleValue) }
    func pairs(_ key: String) -> [[Double]] { (params[key] as? [[NSNumber]] ?? []).map { $0.map(\.doubleValue) } }
    func record(_ key: String) -> [String: Any] { params[key] as? [String: Any] ?? [:] }
    var family: String { object["family"] as? String ?? "" }
    var kind: String { tolerance["kind"] as? String ?? "" }

    /// Compares with one expected number, where the case has it. `rel` replaces the stated tolerance of simulated cases.
    func check(_ key: String, _ value: @autoclosure () throws -> Double, rel: Double? = nil, at location: SourceLocation = #_sourceLocation)
    {
      guard expected[key] != nil else { return }
      check(key, against: expectedNumber(key), value, rel: rel, at: location)
    }
    func check(
      _ what: String, against expected: Double, _ value: () throws -> Double, rel: Double? = nil,
      at location: SourceLocation = #_sourceLocation
    ) {
      do {
        let value = try value()
        let limit = rel.map { max($0 * Swift.abs(expected), 1e-12) } ?? allowed(expected)
        #expect(Swift.abs(value - expected) <= limit, "\(id): \(what) is \(value), expected \(expected)", sourceLocation: location)
      } catch {
        Issue.record("\(id): \(what) threw \(error)", sourceLocation: location)
      }
    }
    /// The expected numbers whose key is `prefix` followed by a number.
    func series(_ prefix: String) -> [(at: Double, expected: Double)] {
      expected.keys.filter { $0.hasPrefix(prefix) }.compactMap { key in
        Double(key.dropFirst(prefix.count)).map { ($0, expectedNumber(key)) }
      }
      .sorted { $0.0 < $1.0 }
    }
    /// Largest allowed distance from an expected value.
    func allowed(_ value: Double) -> Double {
      let rel = (tolerance["rel"] as? NSNumber)?.doubleValue ?? 0
      let abs = (tolerance["abs"] as? NSNumber)?.doubleValue ?? 0
      return max(rel * Swift.abs(value), abs)
    }
  }

  /// All cases of a file, or none (with a message) where the folder is absent.
  static func load(_ file: String) -> [Case] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let url = root.appendingPathComponent("../shared/validation/\(file)").standardized
    guard let data = try? Data(contentsOf: url), let list = try? JSONSerialization.jsonObject(with: data) as? [[String: Any]] else {
      print("skipped: ../shared/validation/\(file) is not here")
      return []
    }
    return list.compactMap { object in
      guard let id = object["id"] as? String, let json = try? JSONSerialization.data(withJSONObject: object) else { return nil }
      return Case(id: id, json: json)
    }
  }
}

protocol CustomTestStringConvertibleCase: CustomStringConvertible {
  var id: String { get }
}
extension CustomTestStringConvertibleCase {
  var description: String { id }
}
