import Foundation
import Testing
import TestSupport

/// One case of `../shared/validation`: a model, and what an exact method says about it.
struct ValidationCase: Sendable, Decodable, CustomTestStringConvertible {
  let id: String
  let family: String
  let params: JSONValue
  let expected: JSONValue
  let tolerance: JSONValue
  let note: String
  let published: JSONValue?

  var testDescription: String { id }
  /// Every expected number by path.
  var targets: [(path: String, value: Double)] { expected.leaves }
}

/// The folder of cases, beside the project on machines that have it.
enum ValidationFolder {
  static let root = ProjectFolder.shared

  static let isThere: Bool = {
    let found = FileManager.default.fileExists(atPath: root.appendingPathComponent("validation").path)
    if !found { print("skipped: ../shared/validation is not here; KnownAnswers still run") }
    return found
  }()

  /// The files whose cases are played here; the others are about formulas, statistics and clocks.
  static let files = [
    "B1_single_station", "B2_priority", "B3_multiskill_ctmc", "B4_retrials", "C1_time_varying", "D1_published_models",
    "D2_wallace_whitt",
  ]

  /// All cases of a file; none where the folder is absent. A file that cannot be read is a broken test, so it stops.
  static func cases(_ file: String) -> [ValidationCase] {
    guard isThere else { return [] }
    let url = root.appendingPathComponent("validation/\(file).json")
    do {
      return try JSONDecoder().decode([ValidationCase].self, from: Data(contentsOf: url))
    } catch {
      fatalError("\(url.path): \(error)")
    }
  }

  /// A benchmark's definition and its reference results.
  static func bench(_ file: String) -> JSONValue? {
    guard isThere, let data = try? Data(contentsOf: root.appendingPathComponent("bench/\(file).json")) else { return nil }
    return try? JSONDecoder().decode(JSONValue.self, from: data)
  }
}
