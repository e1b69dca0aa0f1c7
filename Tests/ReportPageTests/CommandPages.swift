import ArgumentParser
import Foundation

@testable import muster

/// The folders that `compare`, `gate` and `staff` write, made once for all tests by the commands themselves.
struct CommandPages: @unchecked Sendable {
  // Made once and only read; what JSON was parsed into is not known to be Sendable.
  let folder: String
  let json: [String: Any]

  var page: String { folder + "/report.html" }
  var html: String { (try? String(contentsOfFile: page, encoding: .utf8)) ?? "" }

  func rows(_ key: String) -> [[String: Any]] { json[key] as? [[String: Any]] ?? [] }

  static let compare = Result {
    try CommandPages("comparison.json", [scenario("weekend-coverage"), "--best", "cost", "--subject-to", "Outages 80/15m >= 80%", "--replications", "20"]) {
      try CompareCommand.parse($0)
    }
  }

  /// A policy that breaks gates.
  static let gate = Result {
    try CommandPages(
      "gate.json", [scenario("policy-change/support"), "--candidate", scenario("policy-change/policies/pooled"), "--budget", "20"]
    ) { try GateCommand.parse($0) }
  }

  static let staff = Result {
    try CommandPages("staffing.json", [scenario("erlang-a"), "--replications", "100"]) { try StaffCommand.parse($0) }
  }

  static let all = ["compare": compare, "gate": gate, "staff": staff]

  private static func scenario(_ name: String) -> String { PageFixture.root.appending(path: "scenarios/\(name).yaml").path }

  init(_ name: String, _ arguments: [String], _ parse: ([String]) throws -> any ParsableCommand) throws {
    folder = PageFixture.folder + "/" + name.dropLast(5)
    var command = try parse(arguments + ["--out", folder, "--quiet", "--threads", "2"])
    // A broken gate is told by the exit status.
    do { try command.run() } catch is ExitCode {}
    json = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))) as? [String: Any] ?? [:]
  }
}
