import Foundation
import Testing

@testable import muster

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A changed promise: what `muster gate` says of it, in a repository of its own each time, and whether it lets it through.
@Suite(.enabled(if: GateWorkshop.hasGit)) struct GatePromiseTests {
  private static let desk = """
    muster: 1
    name: Desk
    currency: USD
    horizon: {length: 2h, warmup: 10m, interval: 30m}
    experiment: {replications: 200, confidence: 95%}
    channels: {phone: {live: true}}
    calendars: {office: {open: {mon-sun: 00:00-24:00}}}
    contacts:
      business:
        channel: phone
        segment: business
        arrivals: {rate: 40/h}
        talk: {exponential: {mean: 3m}}
        patience: {exponential: {mean: 2m}}
      individual:
        channel: phone
        segment: individual
        arrivals: {rate: 40/h}
        talk: {exponential: {mean: 3m}}
        patience: {exponential: {mean: 2m}}
    agents: {desk: {count: 4, skills: {business: {rank: 1}, individual: {rank: 1, handle: 1.2}}, cost: {per-hour: 20}}}
    targets:
      - {name: Business 60/30, for: {segment: business}, answer: 30s, goal: 60%}
      - {name: All 50/60, answer: 60s, goal: 50%}
    gates:
      - {name: Level, metric: service-level, target: Business 60/30, at-least: 20%, not-worse-by: 20%}
      - {name: Left, metric: abandonment, at-most: 60%}
    """

  /// A scenario beside it that has to be found again.
  private static let other = desk.replacing("name: Desk", with: "name: Other").replacing("40/h", with: "20/h")

  struct Change: Sendable, CustomTestStringConvertible {
    var name: String
    /// Pairs of what is written and what replaces it, in `desk.yaml`.
    var edits: [(String, String)] = []
    /// `other.yaml` goes, moves, or a new one comes.
    var files: @Sendable (URL) throws -> Void = { _ in }
    var status: (strict: Int32, lenient: Int32)
    /// Sentences of `gate.json`, weakening or not.
    var says: [String]
    /// Limits of the baseline that the candidate is held to, with the verdict.
    var terms: [String] = []
    /// Gates of the folder in `junit.xml`, without those of `other.yaml`: name and outcome where it is strict.
    var rows: [String]

    var testDescription: String { name }
  }

  private static let gates = ["Level: at least 20 %: passed", "Level: not worse by 20 points: passed", "Left: at most 60 %: passed"]
  private static let kept = "the promise is not weakened: passed"
  private static let weakened = "the promise is not weakened: failure"
  private static let heldToLevel = [
    "on the baseline's terms: Level: at least 20 %: passed", "on the baseline's terms: Level: not worse by 20 points: passed",
  ]

  private static func edited(
    _ name: String, _ old: String, _ new: String, _ status: (Int32, Int32), _ says: [String], terms: [String] = [], rows: [String]
  ) -> Change {
    Change(name: name, edits: [(old, new)], status: status, says: says, terms: terms, rows: rows)
  }

  static let fourteen: [Change] = [
    edited(
      "target renamed", "Business 60/30", "Firms 60/30", (0, 0),
      ["Target Business 60/30 has another name: Business 60/30 → Firms 60/30, the same promise."], rows: gates + [kept]),
    edited(
      "target loosened", "goal: 60%", "goal: 55%", (1, 0), ["Target Business 60/30: goal 60 % → 55 %, looser."],
      terms: ["at-least pass", "not-worse-by pass"], rows: gates + [weakened] + heldToLevel),
    edited(
      "target retimed", "answer: 30s", "answer: 45s", (1, 0), ["Target Business 60/30: answered within 30s → 45s, looser."],
      terms: ["at-least pass", "not-worse-by pass"], rows: gates + [weakened] + heldToLevel),
    edited(
      "target retreated", "goal: 60%}", "goal: 60%, abandons: ignored}", (1, 0),
      ["Target Business 60/30: abandons are missed → ignored, looser."], terms: ["at-least pass", "not-worse-by pass"],
      rows: gates + [weakened] + heldToLevel),
    edited(
      "target re-scoped", "name: All 50/60,", "name: All 50/60, for: {segment: individual},", (1, 0),
      ["Target All 50/60: whose contacts business, individual → individual, looser."], rows: gates + [weakened]),
    edited(
      "gate loosened", "at-most: 60%", "at-most: 65%", (1, 0), ["Gate Left: at most 60 % → at most 65 %, looser."], terms: ["at-most pass"],
      rows: [gates[0], gates[1], "Left: at most 65 %: passed", weakened, "on the baseline's terms: Left: at most 60 %: passed"]),
    edited(
      "gate deleted", "  - {name: Left, metric: abandonment, at-most: 60%}", "", (1, 0), ["Gate Left is gone: at most 60 %, looser."],
      terms: ["at-most pass"], rows: [gates[0], gates[1], weakened, "on the baseline's terms: Left: at most 60 %: passed"]),
    Change(
      name: "all gates deleted",
      edits: [
        ("gates:", ""), ("  - {name: Level, metric: service-level, target: Business 60/30, at-least: 20%, not-worse-by: 20%}", ""),
        ("  - {name: Left, metric: abandonment, at-most: 60%}", ""),
      ], status: (1, 0),
      says: [
        "Gate Level is gone: at least 20 %, looser.", "Gate Level is gone: not worse by 20 points, looser.",
        "Gate Left is gone: at most 60 %, looser.",
      ], terms: ["at-least pass", "not-worse-by pass", "at-most pass"],
      rows: [weakened] + heldToLevel + ["on the baseline's terms: Left: at most 60 %: passed"]),
    edited(
      "demand down", "40/h", "36/h", (1, 0),
      ["Business: expected contacts 80 → 72, easier to keep.", "Individual: expected contacts 80 → 72, easier to keep."],
      terms: ["at-least pass", "not-worse-by pass", "at-most pass"],
      rows: gates + [weakened] + heldToLevel + ["on the baseline's terms: Left: at most 60 %: passed"]),
    edited(
      "demand up", "40/h", "42/h", (0, 0),
      ["Business: expected contacts 80 → 84, harder to keep.", "Individual: expected contacts 80 → 84, harder to keep."],
      rows: gates + [kept]),
    Change(
      name: "scenario deleted", files: { try FileManager.default.removeItem(at: $0.appending(path: "scenarios/other.yaml")) },
      status: (1, 0), says: ["Scenario scenarios/other.yaml is gone: gated at main, looser."],
      rows: ["the scenario is still gated: failure"] + gates + [kept]),
    Change(
      name: "scenario renamed",
      files: { folder in
        try FileManager.default.moveItem(
          at: folder.appending(path: "scenarios/other.yaml"), to: folder.appending(path: "scenarios/moved.yaml"))
      }, status: (0, 0),
      says: ["Scenario scenarios/other.yaml has another name: scenarios/other.yaml → scenarios/moved.yaml, the same promise."],
      rows: gates + [kept]),
    Change(
      name: "scenario new",
      files: { try GateWorkshop.write(["scenarios/new.yaml": desk.replacing("name: Desk", with: "name: New")], in: $0) },
      status: (0, 0), says: ["Scenario scenarios/new.yaml is new, tighter."], rows: gates + [kept]),
    Change(name: "nothing", status: (0, 0), says: [], rows: gates + [kept]),
  ]

  private struct Answer {
    var status: Int32
    var json: [String: Any]
    var junit: [String]
    var summary: String

    func rows(_ key: String) -> [[String: Any]] { json[key] as? [[String: Any]] ?? [] }
    var sentences: [String] { rows("promises").compactMap { $0["sentence"] as? String } }
  }

  private static func gate(_ arguments: [String], in folder: URL) throws -> Answer {
    let out = folder.appending(path: "out").path
    try? FileManager.default.removeItem(atPath: out)
    let status = GateWorkshop.status(arguments + ["--baseline-ref", "main", "--quiet", "--no-report", "--out", out, "--budget", "400"])
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: out + "/gate.json"))) as? [String: Any]
    let cases = CaseReader()
    let parser = XMLParser(data: try Data(contentsOf: URL(fileURLWithPath: out + "/junit.xml")))
    parser.delegate = cases
    #expect(parser.parse())
    return Answer(
      status: status, json: try #require(json), junit: cases.found,
      summary: try String(contentsOfFile: out + "/summary.md", encoding: .utf8))
  }

  /// A path seen from the repository.
  private static func shortened(_ text: String, _ folder: URL) -> String { text.replacing(folder.path + "/", with: "") }

  @Test(arguments: fourteen) func `a change is named, judged on the baseline's terms and counted`(change: Change) throws {
    let folder = try GateWorkshop.repository(["scenarios/desk.yaml": Self.desk, "scenarios/other.yaml": Self.other])
    defer { try? FileManager.default.removeItem(at: folder) }
    var text = Self.desk
    for (old, new) in change.edits {
      #expect(text.contains(old), "\(old)")
      text = text.replacing(old, with: new)
    }
    try GateWorkshop.write(["scenarios/desk.yaml": text], in: folder)
    try change.files(folder)
    let scenarios = folder.appending(path: "scenarios").path

    let strict = try Self.gate(["--all", scenarios, "--strict"], in: folder)
    let lenient = try Self.gate(["--all", scenarios, "--no-strict"], in: folder)
    #expect(strict.status == change.status.strict && lenient.status == change.status.lenient)
    for answer in [strict, lenient] {
      #expect(answer.sentences.map { Self.shortened($0, folder) } == change.says)
      #expect(answer.rows("terms").map { "\($0["condition"]!) \($0["verdict"]!)" } == change.terms)
      #expect(answer.json["weakened"] as? Int == answer.rows("promises").count { $0["weakening"] as? Bool == true })
      for sentence in change.says.flatMap({ $0.split(separator: ": ").prefix(1) }) {
        #expect(
          Self.shortened(answer.summary, folder).lowercased().contains(sentence.lowercased().split(separator: " is ").first ?? ""),
          "\(sentence)")
      }
    }
    #expect((strict.json["verdict"] as? String == "fail") == (change.status.strict == 1))
    // Of the scenario that changed and of the folder.
    let rows = strict.junit.filter { !$0.contains("other.yaml | ") || $0.contains("still gated") }.filter {
      !$0.contains("new.yaml | ") && !$0.contains("moved.yaml | ")
    }.map { String($0.split(separator: "|", maxSplits: 1)[1].dropFirst()) }
    #expect(rows.sorted() == change.rows.sorted())
    #expect(lenient.junit.allSatisfy { !$0.hasSuffix("failure") && !$0.hasSuffix("error") })
    // Said of what did not change, and of nothing else.
    let unchanged = change.edits.isEmpty && change.name != "scenario deleted" ? 2 : 1
    #expect(strict.summary.components(separatedBy: "the same text").count - 1 == unchanged)
  }

  // MARK: Further kinds

  /// What is written, what replaces it, what is said, and whether a strict gate lets it through.
  struct Kind: Sendable, CustomTestStringConvertible {
    var old: String
    var new: String
    var says: [String]
    var passes = false

    init(_ old: String, _ new: String, _ says: String..., passes: Bool = false) {
      self.old = old
      self.new = new
      self.says = says
      self.passes = passes
    }

    var testDescription: String { "\(old) → \(new)" }
  }

  static let kinds = [
    Kind(
      "goal: 60%}", "goal: 60%, short-abandon: 5s}", "Target Business 60/30: short abandon none → 5.0s, looser."),
    Kind("answer: 60s", "answer: 50s", "Target All 50/60: answered within 1m → 50s, tighter.", passes: true),
    Kind(
      "  - {name: All 50/60, answer: 60s, goal: 50%}", "", "Target All 50/60 is gone: 50 % answered within 1m, looser."),
    Kind(
      "for: {segment: business}", "for: {channel: phone}",
      "Target Business 60/30: whose contacts business → business, individual, cannot tell whether looser."),
    Kind("not-worse-by: 20%", "not-worse-by: 25%", "Gate Level: not worse by 20 points → not worse by 25 points, looser."),
    Kind("at-least: 20%, ", "", "Gate Level: a limit is gone: at least 20 %, looser."),
    Kind("at-most: 60%", "at-most: 50%", "Gate Left: at most 60 % → at most 50 %, tighter.", passes: true),
    Kind("currency: USD", "currency: EUR", "Currency USD → EUR, cannot tell whether easier to keep."),
    Kind("per-hour: 20", "per-hour: 18", "Group desk: cost of an hour 20 USD → 18 USD, easier to keep."),
    Kind("confidence: 95%", "confidence: 80%", "Confidence 95 % → 80 %, easier to keep."),
    Kind("replications: 200", "replications: 20", "Replications 200 → 20, easier to keep."),
    Kind("warmup: 10m", "warmup: 40m", "Warm-up, which is not counted 10m → 40m, easier to keep."),
    Kind("interval: 30m", "interval: 1h", "Reporting interval 30m → 1h, cannot tell whether easier to keep."),
    Kind("length: 2h", "length: 1h30m", "Length of the horizon 2h → 1h 30m, easier to keep."),
    Kind("handle: 1.2", "handle: 1.1", "Group desk, individual: factor on handle time 1.2 → 1.1, easier to keep."),
    Kind("count: 4", "count: 5", "Group desk: people 4 → 5, for the gates to judge.", passes: true),
    Kind(
      "segment: individual", "segment: business",
      "Target Business 60/30: whose contacts business → business, individual, cannot tell whether looser.",
      "Individual: segment individual → business, cannot tell whether easier to keep."),
    Kind(
      "agents:", "demand-events: [{name: sale, at: 30m, extra: {business: 10}, shape: {spike: {rise: 5m, half-life: 20m}}}]\nagents:",
      "Sale: demand event is new: 10, harder to keep.", passes: true),
    Kind("agents:", "limits: [{for: business, waiting: 1}]\nagents:", "Business: room to wait none → 1, easier to keep."),
  ]

  @Test(arguments: kinds) func `each kind of change is named, and what may weaken the promise does not pass`(kind: Kind) throws {
    let folder = try GateWorkshop.repository(["desk.yaml": Self.desk])
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(Self.desk.contains(kind.old))
    try GateWorkshop.write(["desk.yaml": Self.desk.replacing(kind.old, with: kind.new)], in: folder)
    let answer = try Self.gate([folder.appending(path: "desk.yaml").path, "--strict"], in: folder)
    #expect(answer.sentences == kind.says)
    #expect(answer.status == (kind.passes ? 0 : 1))
    #expect(!answer.summary.contains("the same text"))
  }

  @Test func `what a base, a table or a setting changes is named too`() throws {
    let calls = "arrivals: {csv: calls.csv}"
    let files = [
      "base.yaml": Self.desk.replacing("arrivals: {rate: 40/h}", with: calls), "desk.yaml": "extends: base.yaml\n",
      "calls.csv": "start,count\n00:00,40\n01:00,40\n02:00,0\n",
    ]
    let folder = try GateWorkshop.repository(files)
    defer { try? FileManager.default.removeItem(at: folder) }
    let desk = folder.appending(path: "desk.yaml").path
    func said(_ changed: [String: String], _ more: [String] = []) throws -> (status: Int32, sentences: [String]) {
      try GateWorkshop.write(files.merging(changed) { $1 }, in: folder)
      let answer = try Self.gate([desk, "--strict"] + more, in: folder)
      return (answer.status, answer.sentences)
    }
    let lowered = try said(["base.yaml": files["base.yaml"]!.replacing("goal: 60%", with: "goal: 50%")])
    #expect(lowered.status == 1 && lowered.sentences == ["Target Business 60/30: goal 60 % → 50 %, looser."])
    // The same number of contacts an hour later: nobody can say what that does.
    let moved = try said(["calls.csv": "start,count\n00:00,50\n01:00,30\n02:00,0\n"])
    #expect(moved.status == 1)
    #expect(moved.sentences.contains("Business: as many contacts at other times, cannot tell whether easier to keep."))
    // A remark changes nothing.
    let same = try said(["desk.yaml": "# nothing new\nextends: base.yaml\n"])
    #expect(same.status == 0 && same.sentences.isEmpty)
    let settled = try said([:], ["--set", "targets.0.goal=50%"])
    #expect(settled.status == 1 && settled.sentences == ["Target Business 60/30: goal 60 % → 50 %, looser (by --set)."])
    #expect(try said([:], ["--set", "agents.desk.count=5"]).status == 0)
  }

  @Test func `a candidate that is worse fails on the baseline's terms although its own looser target hides it`() throws {
    let folder = try GateWorkshop.repository(["desk.yaml": Self.desk.replacing("not-worse-by: 20%", with: "not-worse-by: 5%")])
    defer { try? FileManager.default.removeItem(at: folder) }
    // One agent fewer, and twenty minutes to answer: everybody who stays is answered in time.
    let changed = Self.desk.replacing("not-worse-by: 20%", with: "not-worse-by: 5%").replacing("count: 4", with: "count: 3")
      .replacing("goal: 60%}", with: "goal: 60%, abandons: ignored}").replacing("answer: 30s", with: "answer: 20m")
    try GateWorkshop.write(["desk.yaml": changed], in: folder)
    let answer = try Self.gate([folder.appending(path: "desk.yaml").path, "--strict"], in: folder)
    #expect(answer.status == 1)
    #expect(answer.rows("gates").allSatisfy { $0["verdict"] as? String == "pass" })
    #expect(answer.rows("terms").map { $0["verdict"] as? String }.contains("fail"))
    #expect(answer.junit.contains { $0.contains("on the baseline's terms: Level: not worse by 5 points: failure") })
    // Without strictness it is told and decides nothing.
    let lenient = try Self.gate([folder.appending(path: "desk.yaml").path, "--no-strict"], in: folder)
    #expect(lenient.status == 0 && lenient.rows("terms").contains { $0["verdict"] as? String == "fail" })
    #expect(lenient.summary.contains("On the baseline's terms") && lenient.summary.contains("promise weaker in"))
  }

  @Test func `a candidate that passes because fewer come is put before the customers of before`() throws {
    let text = Self.desk.replacing("not-worse-by: 20%", with: "not-worse-by: 5%")
    let folder = try GateWorkshop.repository(["desk.yaml": text])
    defer { try? FileManager.default.removeItem(at: folder) }
    // One agent fewer for half of the customers.
    try GateWorkshop.write(
      ["desk.yaml": text.replacing("count: 4", with: "count: 3").replacing("40/h", with: "20/h")], in: folder)
    let answer = try Self.gate([folder.appending(path: "desk.yaml").path, "--strict"], in: folder)
    #expect(answer.status == 1)
    #expect(answer.rows("gates").allSatisfy { $0["verdict"] as? String == "pass" })
    let level = answer.rows("terms").filter { $0["condition"] as? String == "not-worse-by" }
    #expect(level.map { $0["verdict"] as? String } == ["fail"])
    #expect(answer.summary.contains("before the customers of before"))
  }

  @Test func `files that are written otherwise and mean the same are said to`() throws {
    let folder = try GateWorkshop.repository(["desk.yaml": Self.desk])
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "desk.yaml").path
    // A comment is not part of the text, another spelling of a number is.
    try GateWorkshop.write(["desk.yaml": "# new\n" + Self.desk], in: folder)
    #expect(try Self.gate([file, "--strict"], in: folder).summary.contains("the same text"))
    try GateWorkshop.write(["desk.yaml": Self.desk.replacing("answer: 60s", with: "answer: 1m")], in: folder)
    let spelled = try Self.gate([file, "--strict"], in: folder)
    #expect(spelled.status == 0 && spelled.sentences.isEmpty)
    #expect(!spelled.summary.contains("the same text") && spelled.summary.contains("written otherwise, and it means the same"))
    // A gate more: every difference is 0, and the text is another.
    try GateWorkshop.write(["desk.yaml": Self.desk + "\n  - {metric: asa, at-most: 1h}\n"], in: folder)
    let more = try Self.gate([file, "--strict"], in: folder)
    #expect(more.status == 0 && !more.summary.contains("the same text"))
    #expect(more.sentences == ["Gate asa is new: at most 1h 00m, tighter."])
  }

  @Test func `gates of the baseline that cannot be read are said, and a strict gate does not pass`() throws {
    let folder = try GateWorkshop.repository(["desk.yaml": Self.desk.replacing("metric: abandonment", with: "metric: abandonmnt")])
    defer { try? FileManager.default.removeItem(at: folder) }
    try GateWorkshop.write(["desk.yaml": Self.desk], in: folder)
    let answer = try Self.gate([folder.appending(path: "desk.yaml").path, "--strict"], in: folder)
    #expect(answer.status == 1)
    #expect(answer.sentences == ["The gates of the baseline cannot be read, cannot tell whether looser."])
  }

  @Test func `a folder whose scenarios are all gone does not pass`() throws {
    let folder = try GateWorkshop.repository(["scenarios/desk.yaml": Self.desk, "scenarios/readme.txt": "kept"])
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.removeItem(at: folder.appending(path: "scenarios/desk.yaml"))
    let scenarios = folder.appending(path: "scenarios").path
    let strict = try Self.gate(["--all", scenarios, "--strict"], in: folder)
    #expect(strict.status == 1 && strict.junit.count == 1)
    #expect(try Self.gate(["--all", scenarios, "--no-strict"], in: folder).status == 0)
  }

  // MARK: CI

  @Test func `a CI server makes it strict, and a flag decides otherwise`() {
    for name in ["CI", "GITHUB_ACTIONS", "GITLAB_CI"] { #expect(CISurroundings.isCI([name: "true"])) }
    #expect(CISurroundings.isCI(["JENKINS_URL": "http://ci.example.org"]))
    #expect(!CISurroundings.isCI([:]) && !CISurroundings.isCI(["CI": "false"]) && !CISurroundings.isCI(["CI": ""]))
  }
}

/// `file | name: outcome` of every test case.
private final class CaseReader: NSObject, XMLParserDelegate {
  var found: [String] = []
  private var name = ""
  private var outcome = ""

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    switch element {
    case "testcase": (name, outcome) = ("\(attributes["classname"] ?? "") | \(attributes["name"] ?? "")", "passed")
    case "failure", "error", "skipped": outcome = element
    default: break
    }
  }

  func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
    if element == "testcase" { found.append("\(name): \(outcome)") }
  }
}
