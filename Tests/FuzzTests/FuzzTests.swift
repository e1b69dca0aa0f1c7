import ArgumentParser
import Foundation
import ScenarioFormat
import TestSupport
import Testing

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

  @Test func `no file traps, takes 2 s of processor time or 1 GiB, gives a message without a place or an impossible result`() throws {
    let files = FuzzFiles(seed: Self.seed)
    var (refused, played) = (0, 0)
    var before = FuzzFiles.peakMemory()
    for number in Self.first..<(Self.first + Self.count) {
      let (text, others) = files.file(number)
      files.keep(text, number)
      let started = FuzzFiles.processorTime()
      var loaded: LoadedScenario?
      do throws(ScenarioProblems) {
        loaded = try ScenarioLoader(reader: .memory(others.merging(["fuzz.yaml": text]) { $1 })).load("fuzz.yaml")
      } catch {
        refused += 1
        FuzzChecks.messages(error, number)
      }
      if let loaded {
        FuzzChecks.report(loaded, number)
        let time = FuzzFiles.processorTime() - started
        #expect(time < 2, "file \(number), seed \(Self.seed): \(time) s")
        // Every other one: playing takes longer than reading.
        if number % 2 == 0, try FuzzChecks.play(loaded, number) { played += 1 }
      } else {
        let time = FuzzFiles.processorTime() - started
        #expect(time < 2, "file \(number), seed \(Self.seed): \(time) s")
      }
      let now = FuzzFiles.peakMemory()
      #expect(now < Self.mostMemory || now == before, "file \(number), seed \(Self.seed): \(now / 1_048_576) MiB")
      before = now
    }
    files.forget()
    if Self.count >= 10_000 {
      print(
        "fuzz: \(Self.count) files from \(Self.first), seed \(Self.seed): \(refused) refused, \(played) played, \(Int(before / 1_048_576)) MiB"
      )
    }
    // Neither all refused nor all taken: the fuzzer would prove nothing.
    #expect(refused > Self.count / 10 && played > 0)
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

  @Test func `no command line traps`() {
    let options = [
      "--set", "--seed", "--threads", "--out", "--json", "--quiet", "--format", "--replications", "--contacts", "--journal", "--best",
      "--metrics",
      "--subject-to", "--confidence", "--indifference", "--vary", "--budget", "--error-rate", "--all", "--baseline-ref", "--candidate",
      "--memory",
      "--allow-files", "--per", "--target", "--calls", "--aht", "--agents", "--patience", "--every", "--help", "--", "--scale", "--step",
      "--groups", "--by", "--csv", "--column", "--model", "--shrinkage", "--asa", "--observed-asa", "--no-report", "--no-charts",
    ]
    let commands = ["run", "compare", "gate", "staff", "sensitivity", "erlang", "check", "catalog", "schema", "init", "rnu", ""]
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
