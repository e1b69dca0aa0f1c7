import ArgumentParser
import Experiments
import Foundation
import Reports
import ScenarioFormat
import Studies
import SupportModel
import Testing
import Workbench

@testable import muster

/// What the tests of `muster gate` share: the shipped policies, a git repository to play in, a command run in this process.
enum GateWorkshop {
  static let root = ShippedScenarioTests.root
  static let support = root.appending(path: "scenarios/policy-change/support.yaml").path
  static func policy(_ name: String) -> String { root.appending(path: "scenarios/policy-change/policies/\(name).yaml").path }

  static func folder() throws -> URL {
    // Links resolved, as git names it.
    let temporary = URL(fileURLWithPath: NSTemporaryDirectory()).resolvingSymlinksInPath()
    let folder = temporary.appending(path: "muster-gate-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  static func gated(_ policy: String, budget: Int = GatePlan.standardBudget, threads: Int = 2) throws -> GatedScenario {
    let trial = try GateTrial(
      file: support, candidatePolicy: Self.policy(policy), baselinePolicy: Self.policy("current"), ref: nil, settings: [], mayBeNew: false)
    return try Engine.gate(
      trial, plan: GatePlan(seed: trial.candidate.scenario.experiment.seed, budget: budget), Execution(threads: threads),
      interruption: InterruptionFlag())
  }

  /// The exit status of `muster gate …`, run in this process.
  static func status(_ arguments: [String]) -> Int32 {
    do {
      // Whether tests run on a CI server or not must not matter.
      let isSaid = arguments.contains("--strict") || arguments.contains("--no-strict")
      var command = try GateCommand.parseAsRoot(arguments + (isSaid ? [] : ["--no-strict"]))
      try command.run()
      return 0
    } catch {
      return GateCommand.exitCode(for: error).rawValue
    }
  }

  /// The lines and the status of a trial that cannot be read.
  static func failure(_ file: String, ref: String?, candidate: String? = nil, baseline: String? = nil) -> RequestFailure? {
    do throws(RequestFailure) {
      _ = try GateTrial(
        file: file, candidatePolicy: candidate, baselinePolicy: baseline, ref: ref, settings: [], mayBeNew: false)
      return nil
    } catch {
      return error
    }
  }

  static let hasGit = Git(folder: "/").run(["--version"]).status == 0

  /// A repository with these files in its first commit, on the branch `main`.
  static func repository(_ files: [String: String]) throws -> URL {
    let folder = try folder()
    try write(files, in: folder)
    let git = Git(folder: folder.path)
    #expect(git.run(["init", "-q"]).status == 0)
    _ = git.run(["symbolic-ref", "HEAD", "refs/heads/main"])
    try commit(folder)
    return folder
  }

  static func write(_ files: [String: String], in folder: URL) throws {
    for (name, text) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
  }

  static func commit(_ folder: URL) throws {
    let git = Git(folder: folder.path)
    #expect(git.run(["add", "-A"]).status == 0)
    let made = git.run([
      "-c", "user.name=test", "-c", "user.email=test@localhost", "-c", "commit.gpgsign=false", "commit", "-qm", "a commit",
    ])
    #expect(made.status == 0, "\(made.complaint)")
  }
}
