import Foundation

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
