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

  static let isThere = FileManager.default.fileExists(atPath: root.appendingPathComponent("validation").path)

  /// The files whose cases are played here; the others are about formulas, statistics and clocks.
  static let files = [
    "B1_single_station", "B2_priority", "B3_multiskill_ctmc", "B4_retrials", "C1_time_varying", "D1_published_models",
    "D2_wallace_whitt", "G1_touches", "G2_autoclose_reopen", "G3_interruption", "G4_escalation", "G5_selfservice",
    "G6_recontact", "G7_approvals", "G8_hold_other_department", "G9_chat_processor_sharing", "G10_new_hire_ramp",
    "G11_satisfaction_survey",
  ]

  /// All cases of a file.
  static func read(_ file: String) throws -> [ValidationCase] {
    let url = root.appendingPathComponent("validation/\(file).json")
    return try JSONDecoder().decode([ValidationCase].self, from: Data(contentsOf: url))
  }

  /// The same; none where the folder is absent or the file cannot be read, which a test of its own says.
  static func cases(_ file: String) -> [ValidationCase] { (try? read(file)) ?? [] }

  /// A benchmark's definition and its reference results.
  static func bench(_ file: String) -> JSONValue? {
    guard isThere, let data = try? Data(contentsOf: root.appendingPathComponent("bench/\(file).json")) else { return nil }
    return try? JSONDecoder().decode(JSONValue.self, from: data)
  }
}
