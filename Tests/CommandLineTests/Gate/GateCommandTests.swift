import Foundation
import Reports
import ScenarioFormat
import SupportModel
import Testing
import Workbench

@testable import muster

/// The command as a CI line uses it: exit statuses, files, git, bad input.
@Suite struct GateCommandTests {
  private static func small(gates: String = "[{metric: abandonment, not-worse-by: 1%}]", routing: String = "policies/current.yaml")
    -> String
  {
    """
    muster: 1
    name: Small
    horizon: {length: 2h}
    contacts:
      short: {arrivals: {csv: data/short.csv}, talk: {exponential: {mean: 2m}}, patience: {exponential: {mean: 2m}}}
      long: {arrivals: {rate: 12/h}, talk: {exponential: {mean: 10m}}, patience: {exponential: {mean: 2m}}}
    agents: {desk: {count: 4, skills: [short, long]}}
    routing: \(routing)
    targets: [{name: Short, for: short, answer: 30s, goal: 80%}, {name: Long, for: long, answer: 30s, goal: 80%}]
    gates: \(gates)
    """
  }

  private static let files = [
    "scenarios/small.yaml": small(),
    "scenarios/policies/current.yaml": "contact-for-agent: [{type-order: {desk: [short, long]}}, longest-wait]\n",
    "scenarios/policies/other.yaml": "contact-for-agent: [{type-order: {desk: [long, short]}}, longest-wait]\n",
    "scenarios/data/short.csv": "start,count\n00:00,60\n01:00,60\n",
  ]

  // MARK: Exit status

  @Test func `the status is 0, 1 or 2`() throws {
    let folder = try GateWorkshop.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try GateWorkshop.write(Self.files, in: folder)
    let scenario = folder.appending(path: "scenarios/small.yaml").path
    let other = folder.appending(path: "scenarios/policies/other.yaml").path
    func run(_ gates: String, _ more: [String] = []) throws -> Int32 {
      try GateWorkshop.write(["scenarios/small.yaml": Self.small(gates: gates)], in: folder)
      return GateWorkshop.status(
        [scenario, "--candidate", other, "--quiet", "--out", folder.appending(path: "out").path] + more)
    }
    #expect(try run("[{metric: abandonment, at-most: 90%}]") == 0)
    #expect(try run("[{metric: service-level, target: Short, not-worse-by: 1%}]") == 1)
    #expect(try run("[{metric: service-level, target: Short, not-worse-by: 1%}, {metric: offered, at-least: 1}]") == 1)
    #expect(try run("[{metric: offered, at-least: 143.9, at-most: 144.1}]", ["--budget", "50"]) == 2)
    for name in ["gate.json", "junit.xml", "summary.md"] {
      #expect(FileManager.default.fileExists(atPath: folder.appending(path: "out/\(name)").path))
    }
  }

  @Test(arguments: [
    [], ["a.yaml"], ["a.yaml", "--all", "x", "--baseline-ref", "main"], ["--all", "x"], ["--all", "x", "--candidate", "p.yaml"],
    ["a.yaml", "--candidate", "p.yaml", "--budget", "5"], ["a.yaml", "--candidate", "p.yaml", "--budget", "10001"],
    ["a.yaml", "--candidate", "p.yaml", "--error-rate", "0"], ["a.yaml", "--candidate", "p.yaml", "--error-rate", "60%"],
    ["a.yaml", "--candidate", "p.yaml", "--error-rate", "often"], ["a.yaml", "--candidate", "p.yaml", "--json", "--quiet"],
    ["a.yaml", "--candidate", "p.yaml", "--format", "papyrus"], ["a.yaml", "--candidate", "p.yaml", "--threads", "0"],
    ["a.yaml", "--candidate", "p.yaml", "--set", "seed"], ["a.yaml", "--candidat", "p.yaml"],
  ])
  func `wrong usage ends with 64`(arguments: [String]) { #expect(GateWorkshop.status(arguments) == 64) }

  // MARK: Bad input

  @Test func `a scenario without gates, a missing one and a missing policy are told`() throws {
    let folder = try GateWorkshop.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try GateWorkshop.write(Self.files, in: folder)
    let scenario = folder.appending(path: "scenarios/small.yaml").path
    #expect(
      GateWorkshop.failure("nowhere.yaml", ref: nil, candidate: "x.yaml")
        == RequestFailure(lines: ["nowhere.yaml: the file does not exist"], kind: .fileTrouble))
    #expect(
      GateWorkshop.failure(scenario, ref: nil, candidate: "nowhere/p.yaml")
        == RequestFailure(lines: ["--candidate nowhere/p.yaml: the file nowhere/p.yaml does not exist"], kind: .fileTrouble))
    #expect(
      GateWorkshop.failure(scenario, ref: nil, baseline: "nowhere/p.yaml")?.lines == [
        "--baseline nowhere/p.yaml: the file nowhere/p.yaml does not exist"
      ])
    let policies = folder.appending(path: "scenarios/policies").path
    // What a user typed is quoted whole, however long.
    #expect(
      GateWorkshop.failure(scenario, ref: nil, candidate: "\(policies)/othr.yaml")?.lines == [
        "--candidate \(policies)/othr.yaml: the file \(policies)/othr.yaml does not exist; did you mean \(policies)/other.yaml?"
      ])
    #expect(
      GateWorkshop.failure(folder.appending(path: "scenarios/small").path, ref: nil, candidate: "x.yaml")?.lines == [
        "\(folder.path)/scenarios/small: the file does not exist; did you mean \(scenario)?"
      ])
    try GateWorkshop.write(["scenarios/small.yaml": Self.small(gates: "[]")], in: folder)
    let bare = GateWorkshop.failure(scenario, ref: nil, candidate: folder.appending(path: "scenarios/policies/other.yaml").path)
    #expect(bare?.status == ExitStatus.badData && bare?.lines.first?.contains("the scenario has no gates") == true)
    try GateWorkshop.write(
      [
        "scenarios/small.yaml": Self.small(
          gates: "[{metric: abandonmnt, at-most: 5%}, {metric: service-level, target: Shrt, at-least: 5%}]")
      ],
      in: folder)
    let wrong = GateWorkshop.failure(scenario, ref: nil, candidate: folder.appending(path: "scenarios/policies/other.yaml").path)
    #expect(wrong?.status == ExitStatus.badData)
    #expect(
      wrong?.lines == [
        "\(scenario):10:18: there is no metric `abandonmnt`; did you mean `abandonment`?",
        "\(scenario):10:76: there is no target `Shrt`; expected `Short` or `Long`; did you mean `Short`?",
      ])
  }

  // MARK: Git

  @Test(.enabled(if: GateWorkshop.hasGit)) func `the baseline is the scenario of a commit, with its policy and its data`() throws {
    let folder = try GateWorkshop.repository(Self.files)
    defer { try? FileManager.default.removeItem(at: folder) }
    let scenario = folder.appending(path: "scenarios/small.yaml").path
    // Policy, data and scenario all change in the working tree; an uncommitted change must not reach the baseline.
    let changed = [
      "scenarios/policies/current.yaml": "contact-for-agent: [{type-order: {desk: [long, short]}}, longest-wait]\n",
      "scenarios/data/short.csv": "start,count\n00:00,61\n01:00,61\n",
      "scenarios/small.yaml": Self.small(gates: "[{metric: service-level, target: Short, not-worse-by: 1%}]").replacing(
        "count: 4", with: "count: 5"),
    ]
    try GateWorkshop.write(changed, in: folder)
    let trial = try GateTrial(
      file: scenario, candidatePolicy: nil, baselinePolicy: nil, ref: "main", settings: [], mayBeNew: false)
    #expect(trial.baselineSide?.commit?.count == 40 && trial.baselineSide?.ref == "main")
    let commit = try GitCommit(ref: "main", near: scenario)
    let then = try Engine.load(scenario, settings: [], at: commit.contents)
    #expect(trial.baseline?.canonicalText == then.canonicalText)
    // Put the old files back: the same text as the commit's.
    try GateWorkshop.write(Self.files, in: folder)
    let now = try Engine.load(scenario, settings: ["gates=null"])
    #expect(now.canonicalText == then.canonicalText)
    let same = try GateTrial(
      file: scenario, candidatePolicy: nil, baselinePolicy: nil, ref: "HEAD", settings: [], mayBeNew: false)
    #expect(same.candidateSide.digest == same.baselineSide?.digest)
  }

  @Test(.enabled(if: GateWorkshop.hasGit)) func `bases and links are read from the commit too`() throws {
    var files = Self.files
    files["base/small.yaml"] = Self.small(routing: "../shared-policies/current.yaml").replacing(
      "data/short.csv", with: "../scenarios/data/short.csv")
    files["scenarios/small.yaml"] = "extends: ../base/small.yaml\nagents: {desk: {count: 5}}\n"
    let folder = try GateWorkshop.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try GateWorkshop.write(files, in: folder)
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: "shared-policies").path, withDestinationPath: "scenarios/policies")
    let git = Git(folder: folder.path)
    #expect(git.run(["init", "-q"]).status == 0)
    try GateWorkshop.commit(folder)
    try GateWorkshop.write(["base/small.yaml": "nonsense"], in: folder)
    let scenario = folder.appending(path: "scenarios/small.yaml").path
    let loaded = try Engine.load(scenario, settings: [], at: try GitCommit(ref: "HEAD", near: scenario).contents)
    #expect(loaded.scenario.name == "Small" && loaded.files.count == 4)
  }

  @Test(.enabled(if: GateWorkshop.hasGit)) func `a ref that is not there, a file that is not in it, no repository`() throws {
    let folder = try GateWorkshop.repository(Self.files)
    defer { try? FileManager.default.removeItem(at: folder) }
    let scenario = folder.appending(path: "scenarios/small.yaml").path
    #expect(
      GateWorkshop.failure(scenario, ref: "mian")
        == RequestFailure(
          lines: ["--baseline-ref mian: there is no such commit, branch or tag in this repository; did you mean main?"],
          kind: .badData))
    #expect(
      GateWorkshop.failure(scenario, ref: "--upload-pack=x")?.lines == [
        "--baseline-ref --upload-pack=x: there is no such commit, branch or tag in this repository; a shallow clone may lack it: "
          + "fetch it first, for example git fetch origin main:refs/remotes/origin/main."
      ])
    let fresh = folder.appending(path: "scenarios/fresh.yaml").path
    try GateWorkshop.write(["scenarios/fresh.yaml": Self.small()], in: folder)
    #expect(
      GateWorkshop.failure(fresh, ref: "main")
        == RequestFailure(lines: ["main:\(fresh): the file does not exist in that commit"], kind: .fileTrouble))
    try GateWorkshop.write(
      ["scenarios/small.yaml": Self.small(routing: "policies/fresh.yaml"), "scenarios/policies/fresh.yaml": "{}"], in: folder)
    let policy = folder.appending(path: "scenarios/policies/fresh.yaml").path
    #expect(
      GateWorkshop.failure(scenario, ref: "main", baseline: policy)?.lines == [
        "--baseline \(policy): the file \(policy) does not exist in that commit"
      ])
    let outside = try GateWorkshop.folder()
    defer { try? FileManager.default.removeItem(at: outside) }
    try GateWorkshop.write(Self.files, in: outside)
    let elsewhere = outside.appending(path: "scenarios/small.yaml").path
    #expect(
      GateWorkshop.failure(elsewhere, ref: "main")
        == RequestFailure(
          lines: ["--baseline-ref main: \(elsewhere) is not in a git repository."], kind: .fileTrouble))
    // A file of the machine is in no commit.
    try GateWorkshop.write(
      ["scenarios/small.yaml": Self.small().replacing("data/short.csv", with: outside.appending(path: "scenarios/data/short.csv").path)],
      in: folder)
    try GateWorkshop.commit(folder)
    #expect(
      try #require(GateWorkshop.failure(scenario, ref: "main")?.lines.first).contains("--allow-files"))
  }

  @Test(.enabled(if: GateWorkshop.hasGit)) func `a folder is gated as a whole, new scenarios by their own limits`() throws {
    var files = Self.files
    files["scenarios/bare.yaml"] = Self.small().replacing("gates: [{metric: abandonment, not-worse-by: 1%}]", with: "")
    files["scenarios/deep/nested.yaml"] = Self.small(routing: "../policies/current.yaml").replacing("data/", with: "../data/")
      .replacing("name: Small", with: "name: Nested")
    let folder = try GateWorkshop.repository(files)
    defer { try? FileManager.default.removeItem(at: folder) }
    let scenarios = folder.appending(path: "scenarios").path
    let out = folder.appending(path: "out").path
    let arguments = ["--all", scenarios, "--baseline-ref", "main", "--quiet", "--out", out, "--budget", "100"]
    #expect(GateWorkshop.status(arguments) == 0)
    try GateWorkshop.write(
      [
        "scenarios/new.yaml": Self.small(gates: "[{metric: abandonment, at-most: 90%, not-worse-by: 1%}]").replacing(
          "name: Small", with: "name: New")
      ],
      in: folder)
    #expect(GateWorkshop.status(arguments) == 0)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: out + "/gate.json"))) as? [String: Any])
    let names = try #require(json["scenarios"] as? [[String: Any]]).map { $0["scenario"] as? String }
    #expect(names == ["Nested", "New", "Small"])
    let rows = try #require(json["gates"] as? [[String: Any]])
    #expect(rows.map { $0["verdict"] as? String } == ["pass", "pass", "not-compared", "pass"])
    // One failing scenario fails all; a mistake in one file is told before anything is played.
    try GateWorkshop.write(
      [
        "scenarios/policies/current.yaml": "contact-for-agent: [{type-order: {desk: [long, short]}}, longest-wait]\n",
        "scenarios/small.yaml": Self.small(gates: "[{metric: service-level, target: Short, not-worse-by: 1%}]"),
      ], in: folder)
    #expect(GateWorkshop.status(arguments) == 1)
    try GateWorkshop.write(["scenarios/new.yaml": Self.small(gates: "[{metric: moood, at-most: 5}]")], in: folder)
    #expect(GateWorkshop.status(arguments) == 65)
    #expect(GateWorkshop.status(["--all", scenarios + "/data", "--baseline-ref", "main"]) == 65)
    #expect(GateWorkshop.status(["--all", scenarios + "/nowhere", "--baseline-ref", "main"]) == 74)
  }
}
