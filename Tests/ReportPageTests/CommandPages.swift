import ArgumentParser
import Foundation

@testable import muster

/// The folders that `compare`, `gate` and `staff` write, made once for all tests by the commands themselves.
struct CommandPages: Sendable {
  /// An object of a list in the JSON file.
  struct Row: Sendable {
    var texts: [String: String] = [:]
    var numbers: [String: Double] = [:]
  }

  let folder: String
  private let lists: [String: [Row]]

  let page: String

  /// What the page of each command is called.
  static let names = ["run": "report.html", "staff": "staffing.html", "compare": "comparison.html", "gate": "gate.html"]

  var html: String { (try? String(contentsOfFile: page, encoding: .utf8)) ?? "" }

  func rows(_ key: String) -> [Row] { lists[key] ?? [] }

  /// A metric of each option over the whole horizon and everybody.
  func totals(_ metric: String) -> [Row] {
    rows("metrics").filter { $0.texts["metric"] == metric && $0.texts["interval"] == nil && $0.texts["group"] == nil }
  }

  static let compare = Result {
    try CommandPages(
      "comparison.json", [scenario("weekend-coverage"), "--best", "cost", "--subject-to", "Outages 80/15m >= 80%", "--replications", "60"]
    ) {
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

  static let run = Result {
    try CommandPages("results.json", [scenario("launch-day"), "--replications", "20"]) { try RunCommand.parse($0) }
  }

  static let all = ["compare": compare, "gate": gate, "staff": staff, "run": run]

  private static func scenario(_ name: String) -> String { PageFixture.root.appending(path: "scenarios/\(name).yaml").path }

  init(_ name: String, _ arguments: [String], _ parse: ([String]) throws -> any ParsableCommand) throws {
    folder = PageFixture.folder + "/" + name.dropLast(5)
    page = folder + "/" + (name == "results.json" ? "report" : name.dropLast(5)) + ".html"
    var command = try parse(arguments + ["--out", folder, "--quiet", "--threads", "2"])
    // A broken gate is told by the exit status.
    do { try command.run() } catch is ExitCode {}
    let file = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
    let object = try JSONSerialization.jsonObject(with: file) as? [String: Any] ?? [:]
    lists = object.compactMapValues { value in
      (value as? [[String: Any]])?.map { fields in
        Row(texts: fields.compactMapValues { $0 as? String }, numbers: fields.compactMapValues { ($0 as? NSNumber)?.doubleValue })
      }
    }
  }
}
