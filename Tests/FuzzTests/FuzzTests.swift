import ArgumentParser
import Experiments
import Foundation
import ScenarioFormat
import ServiceMetrics
import SimulationCore
import SupportModel
import TestSupport
import Testing
import Workbench

@testable import muster

/// The project's own fuzzer. A trap ends the process, and the file that did it lies where `lastFile` says.
///
/// A smoke run in every `make test`; 100,000 files where `MUSTER_DEEP` is set; as many as `MUSTER_FUZZ` says where that is set
/// (`MUSTER_FUZZ=1000000`), from the seed in `MUSTER_FUZZ_SEED`.
@Suite struct FuzzTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let files = environment["MUSTER_FUZZ"].flatMap { Int($0) } ?? (Tier.isDeep ? 100_000 : 400)
  private static let seed = environment["MUSTER_FUZZ_SEED"].flatMap { UInt64($0) } ?? 20_260_914
  private static let lastFile = NSTemporaryDirectory() + "muster-fuzz-\(ProcessInfo.processInfo.processIdentifier).yaml"

  /// Shipped scenarios, and what they name.
  private static let shipped: (texts: [String], files: [String: String]) = {
    var texts: [String] = []
    var files: [String: String] = [:]
    let root = ProjectFolder.root.appending(path: "scenarios")
    for name in FileManager.default.enumerator(atPath: root.path)?.compactMap({ $0 as? String }) ?? [] {
      if let text = try? String(contentsOf: root.appending(path: name), encoding: .utf8) { files[name] = text }
    }
    for name in files.keys.sorted() where name.hasSuffix(".yaml") { texts.append(files[name]!) }
    return (texts, files)
  }()

  private func file(_ number: Int) -> (text: String, files: [String: String]) {
    var random = FuzzRandom(Self.seed &+ UInt64(number) &* 0x2545_F491_4F6C_DD1D)
    if random.once(in: 2) {
      var (text, files) = ScenarioGeneration.scenario(&random)
      if random.once(in: 3) { text = ScenarioMutation.mutated(text, &random) }
      return (text, files)
    }
    return (ScenarioMutation.mutated(random.pick(Self.shipped.texts), &random), Self.shipped.files)
  }

  @Test func `no file traps the reader, takes 2 s of processor time or gives a problem without a place`() throws {
    for number in 0..<Self.files {
      let (text, others) = file(number)
      try? text.write(toFile: Self.lastFile, atomically: false, encoding: .utf8)
      let started = processorTime()
      var loaded: LoadedScenario?
      do throws(ScenarioProblems) {
        let files = others.merging(["fuzz.yaml": text]) { $1 }
        loaded = try ScenarioLoader(reader: .memory(files)).load("fuzz.yaml")
      } catch {
        #expect(!error.problems.isEmpty && error.problems.allSatisfy { !$0.place.file.isEmpty && !$0.wrong.isEmpty }, "file \(number)")
        #expect(error.lines.count <= ScenarioProblems.mostLines + 1 && error.lines.allSatisfy { $0.count < 2_000 }, "file \(number)")
      }
      #expect(processorTime() - started < 2, "file \(number), seed \(Self.seed): \(processorTime() - started) s")
      if let loaded { try play(loaded.scenario, number) }
    }
    try? FileManager.default.removeItem(atPath: Self.lastFile)
  }

  /// What loads and is small is played: no contact is lost, and no result is impossible.
  private func play(_ scenario: Scenario, _ number: Int) throws {
    var scenario = scenario
    scenario.experiment.replications = 2
    scenario.experiment.precision = nil
    let size = PlaySize(scenario)
    guard size.memory < 5e7, scenario.horizon.length.seconds <= 2 * 86_400, scenario.horizon.backlog.allSatisfy({ $0.count <= 1_000 })
    else { return }
    let compiled = CompiledScenario(scenario)
    var simulation = Simulation(compiled)
    var looks = 0
    guard
      let record = try? simulation.play(
        replication: 0, seed: 1,
        shouldStop: {
          looks += 1; return looks > 50
        })
    else { return }
    for cell in record.contacts {
      #expect(
        cell.offered == cell.handled + cell.abandoned + cell.balked + cell.blocked + cell.disconnected + cell.disconnectedLate
          + cell.stillOpen, "file \(number)")
    }
    guard looks < 5, let result = try? ExperimentRunner(compiled, plan: scenario.experiment, threads: 1).run() else { return }
    let units = Dictionary(uniqueKeysWithValues: MetricCatalog.all.map { ($0.name, $0.unit) })
    for estimate in result.estimates {
      guard let value = estimate.estimate else { continue }
      #expect(!value.isNaN, "file \(number): \(estimate.metric)")
      if case .share? = units[estimate.metric.name], !["occupancy", "utilisation", "adherence"].contains(estimate.metric.name) {
        #expect(value >= -1e-9 && value <= 1 + 1e-9, "file \(number): \(estimate.metric) is \(value)")
      }
    }
  }

  @Test func `no command line traps`() {
    let options = [
      "--set", "--seed", "--threads", "--out", "--json", "--quiet", "--format", "--replications", "--contacts", "--journal", "--best",
      "--metrics",
      "--subject-to", "--confidence", "--indifference", "--vary", "--budget", "--error-rate", "--all", "--baseline-ref", "--candidate",
      "--memory",
      "--allow-files", "--per", "--target", "--calls", "--aht", "--agents", "--patience", "--every", "--help", "--",
    ]
    let commands = ["run", "compare", "gate", "staff", "sensitivity", "erlang", "check", "catalog", "schema", "init", "rnu", ""]
    for number in 0..<(Self.files / 4) {
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

  /// Of this thread, seconds.
  private func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
