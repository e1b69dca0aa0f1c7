import ArgumentParser
import Foundation
import ScenarioFormat
import SimulationCore
import TestSupport
import Testing
import Workbench

@testable import muster

/// The project's own fuzzer. A trap ends the process, and the file that did it lies where `FuzzFiles.lastFile` says.
///
/// A smoke run in every `make test`; 100,000 files where `MUSTER_DEEP` is set; as many as `MUSTER_FUZZ` says where that is set
/// (`MUSTER_FUZZ=1000000`), from number `MUSTER_FUZZ_FROM` on and the seed in `MUSTER_FUZZ_SEED`.
@Suite(.serialized) struct FuzzTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let count = environment["MUSTER_FUZZ"].flatMap { Int($0) } ?? (Tier.isDeep ? 100_000 : 600)
  private static let first = environment["MUSTER_FUZZ_FROM"].flatMap { Int($0) } ?? 0
  private static let seed = environment["MUSTER_FUZZ_SEED"].flatMap { UInt64($0) } ?? 20_260_914
  /// Of memory of the whole process, bytes.
  private static let mostMemory = 1_073_741_824.0
  /// What other tests of the process may add while a file is tried, where all of them together are above the limit already; alone no file comes near.
  private static let neighbours = 67_108_864.0

  @Test func `no file traps, takes 2 s of processor time or 1 GiB, gives a message without a place or an impossible result`() throws {
    let files = FuzzFiles(seed: Self.seed)
    var counts: [FuzzFile.Origin: Count] = [:]
    var before = FuzzFiles.peakMemory()
    for number in Self.first..<(Self.first + Self.count) {
      let file = files.file(number)
      files.keep(file.text, number)
      counts[file.origin, default: Count()].add(try Self.tried(file, number))
      let now = FuzzFiles.peakMemory()
      #expect(now < Self.mostMemory || now - before < Self.neighbours, "file \(number), seed \(Self.seed): \(now / 1_048_576) MiB")
      before = now
    }
    files.forget()
    if Self.count >= 10_000 {
      let parts = FuzzFile.Origin.allCases.map { "\($0) \(counts[$0, default: Count()])" }
      print(
        "fuzz: \(Self.count) files from \(Self.first), seed \(Self.seed): \(parts.joined(separator: "; ")); \(Int(before / 1_048_576)) MiB")
    }
    // Neither all refused nor all taken: the fuzzer would prove nothing.
    let all = counts.values
    #expect(all.contains { $0.refused > 0 } && all.contains { $0.played > Self.count / 20 })
  }

  private enum Outcome { case refused, checked, played }

  private struct Count: CustomStringConvertible {
    private(set) var (refused, checked, played) = (0, 0, 0)

    mutating func add(_ outcome: Outcome) {
      switch outcome {
      case .refused: refused += 1
      case .checked: checked += 1
      case .played: played += 1
      }
    }

    var description: String { "\(refused) refused, \(checked) only checked, \(played) played" }
  }

  private static func tried(_ file: FuzzFile, _ number: Int) throws -> Outcome {
    var loaded: LoadedScenario?
    let time = ThreadClock.measure {
      do throws(ScenarioProblems) {
        loaded = try ScenarioLoader(reader: .memory(file.files.merging(["fuzz.yaml": file.text]) { $1 })).load("fuzz.yaml")
      } catch {
        FuzzChecks.messages(error, number)
      }
      if let loaded { FuzzChecks.report(loaded, number) }
    }
    #expect(time < .seconds(2), "file \(number), seed \(seed): \(time)")
    guard let loaded else { return .refused }
    // Every other one: playing takes longer than reading.
    return number % 2 == 0 ? try FuzzChecks.play(loaded, number) ? .played : .checked : .checked
  }

  /// What the fuzzer found once.
  @Test(arguments: [
    "contacts: {a: {arrivals: {rate: 3/h, batch: {mean: 0}}, talk: 3m}}",
    "contacts: {a: {arrivals: {rate: 3/h, batch: {mean: 1e-320, cv: 0.001}}, talk: 3m}}",
    "contacts: {a: {arrivals: 3/h, talk: {lognormal: {mean: 118s, cv: 1e-320}}}}",
  ])
  func `a file that trapped once is refused with its place`(_ text: String) {
    let scenario = "muster: 1\nhorizon: {length: 1h}\n\(text)\nagents: {g: {count: 1, skills: [a]}}\n"
    let problems = #expect(throws: ScenarioProblems.self) {
      _ = try ScenarioLoader(reader: .memory(["s.yaml": scenario])).load("s.yaml")
    }
    #expect(problems?.problems.allSatisfy { $0.line == 3 && $0.column > 1 } == true)
  }

  @Test(arguments: DistributionCatalog.all.map(\.example))
  func `every law is read, told and refused within 50 ms, whatever its limits`(_ example: String) {
    for limits in [
      "at-least: 1s", "at-least: 2h", "at-most: 1m", "at-most: 3650d", "at-least: 1ms, at-most: 90s", "shift: 5s, at-most: 1h",
    ] {
      let law = "\(example.dropLast()), \(limits)}"
      let scenario =
        "muster: 1\nhorizon: {length: 1h}\ncontacts: {a: {arrivals: 3/h, talk: \(law)}}\nagents: {g: {count: 1, skills: [a]}}\n"
      let time = ThreadClock.measure {
        let loaded = try? ScenarioLoader(reader: .memory(["s.yaml": scenario])).load("s.yaml")
        if let loaded { _ = CheckJSON.text(loaded, file: "s.yaml") }
      }
      #expect(time < .milliseconds(50), "\(law): \(time)")
    }
  }

  @Test func `no command line traps`() {
    let options = [
      "--set", "--seed", "--threads", "--out", "--json", "--quiet", "--format", "--replications", "--contacts", "--journal", "--best",
      "--metrics",
      "--subject-to", "--confidence", "--indifference", "--vary", "--budget", "--error-rate", "--all", "--baseline-ref", "--candidate",
      "--memory",
      "--allow-files", "--per", "--target", "--calls", "--aht", "--agents", "--patience", "--every", "--help", "--", "--scale", "--step",
      "--groups", "--by", "--csv", "--column", "--model", "--shrinkage", "--asa", "--observed-asa", "--no-report", "--no-charts",
    ]
    let commands = ["run", "compare", "gate", "staff", "sensitivity", "explain", "erlang", "check", "catalog", "schema", "init", "rnu", ""]
    for number in 0..<(Self.count / 4) {
      var random = FuzzRandom(Self.seed ^ UInt64(number) &* 0x9E37_79B9)
      var words = [random.pick(commands)]
      for _ in 0..<random.below(6) {
        words.append(
          random.once(in: 2) ? random.pick(options) : random.pick(ScenarioMutation.words + ["x.yaml", "asa", "=", "a=b", "0-4294967295"]))
      }
      // Read and checked, never run.
      _ = try? Muster.parseAsRoot(words)
    }
  }
}
