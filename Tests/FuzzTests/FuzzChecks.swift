import Experiments
import Foundation
import ReportKit
import Reports
import ResultFiles
import ScenarioFormat
import ServiceMetrics
import SimulationCore
import SupportModel
import TerminalText
import Testing
import Workbench

/// What must hold of every file, whatever it says.
enum FuzzChecks {
  /// Each message has a place, says something, is not endless and can drive no terminal.
  static func messages(_ problems: ScenarioProblems, _ number: Int) {
    #expect(!problems.problems.isEmpty, "file \(number)")
    for problem in problems.problems {
      let isPlaced = !problem.file.isEmpty && (problem.line == 0) == (problem.column == 0) && problem.line >= 0
      if !isPlaced || problem.wrong.isEmpty { Issue.record("file \(number): no place: \(problem.sentence)") }
    }
    let lines = problems.lines
    #expect(lines.count <= ScenarioProblems.mostLines + 1, "file \(number)")
    for line in lines where line.count > 2_000 { Issue.record("file \(number): \(line.count) characters in a message") }
  }

  /// What `check` prints of it.
  static func report(_ loaded: LoadedScenario, _ number: Int) {
    let json = CheckJSON.text(loaded, file: "fuzz.yaml")
    if (try? JSONSerialization.jsonObject(with: Data(json.utf8))) == nil { Issue.record("file \(number): check --json is no JSON") }
    #expect(PlaySize(loaded.scenario).memory >= 0, "file \(number)")
  }

  /// What loads and is small is played: no contact is lost, no result is impossible, and everything can be written. Whether it was played.
  static func play(_ loaded: LoadedScenario, _ number: Int) throws -> Bool {
    var scenario = loaded.scenario
    scenario.experiment.replications = 2
    scenario.experiment.precision = nil
    guard PlaySize(scenario).memory < 2e7, scenario.horizon.length.seconds <= 2 * 86_400,
      scenario.horizon.backlog.allSatisfy({ $0.count <= 1_000 })
    else { return false }
    let compiled = CompiledScenario(scenario)
    var simulation = Simulation(compiled)
    var looks = 0
    let played = try? simulation.play(
      replication: 0, seed: 1,
      shouldStop: {
        looks += 1
        return looks > 20
      })
    guard let record = played else { return false }
    for (index, cell) in record.contacts.enumerated() {
      let needs = record.needs.isEmpty ? NeedCell() : record.needs[index]
      let legs = record.legs?.cells[index] ?? LegCell()
      let ended =
        cell.handled + cell.abandoned + cell.balked + cell.blocked + cell.disconnected + cell.disconnectedLate + needs.unreached
        + needs.merged
      #expect(cell.offered + legs.movedIn == ended + cell.stillOpen + legs.movedOut, "file \(number)")
    }
    guard looks < 3, let result = try? ExperimentRunner(compiled, plan: scenario.experiment, threads: 1).run() else { return true }
    estimates(result, number)
    // Writing everything takes ten times as long as playing.
    if number % 100 == 0 { outputs(result, number) }
    return true
  }

  /// The smaller share first.
  private static let percentiles = MetricCatalog.all.filter { $0.percentile != nil }.sorted { $0.percentile! < $1.percentile! }

  /// Shares lie between 0 and 1, points between −100 and 100, nothing else is negative, and no percentile is above a higher one or the longest wait.
  private static func estimates(_ result: ExperimentResult, _ number: Int) {
    let query = ResultQuery(result)
    for estimate in result.estimates {
      guard let value = estimate.estimate else { continue }
      let most =
        switch estimate.metric.unit {
        case .share: 1 + 1e-9
        case .points: 100 + 1e-9
        default: Double.greatestFiniteMagnitude
        }
      let least = estimate.metric.unit == .points ? -100 - 1e-9 : -1e-9
      if !(value >= least && value <= most) { Issue.record("file \(number): \(estimate.metric.name) is \(value) in \(estimate.scope)") }
      if let low = estimate.low, let high = estimate.high, !(low <= high) {
        Issue.record("file \(number): \(estimate.metric.name) from \(low) to \(high)")
      }
      guard let percentile = estimate.metric.percentile else { continue }
      // The mean over plays of the longest wait may lie below a percentile of all of them; twice it, with two plays, may not.
      if estimate.metric.span == nil, let longest = query[.waitMax, estimate.scope]?.estimate, value > longest * 2 + 1e-6 {
        Issue.record("file \(number): \(estimate.metric.name) is \(value), the longest wait \(longest)")
      }
      let higher = Self.percentiles.first { $0.span == estimate.metric.span && $0.percentile! > percentile }
      if let higher, let more = query[higher, estimate.scope]?.estimate, more < value - 1e-9 * value {
        Issue.record("file \(number): \(estimate.metric.name) is \(value), \(higher.name) only \(more)")
      }
    }
  }

  /// Every output can be written, JSON is JSON, and nothing drives a terminal.
  private static func outputs(_ result: ExperimentResult, _ number: Int) {
    let json = ResultsJSON.text(result, Provenance(command: "run", scenarioFile: "fuzz.yaml", resolvedText: ""))
    if (try? JSONSerialization.jsonObject(with: Data(json.utf8))) == nil { Issue.record("file \(number): results.json is no JSON") }
    var texts = [json, IntervalsCSV.text(result), AgentsCSV.text(result)]
    for family in RendererCatalog.all {
      texts.append(family.make(RenderOptions()).render(ReportDocument(ReportContext(result: result))))
    }
    for text in texts {
      for scalar in text.unicodeScalars where scalar != "\n" && scalar != "\t" && scalar != "\r" && Legible.isHarmful(scalar) {
        Issue.record("file \(number): \(Legible.escape(scalar)) in an output")
        break
      }
    }
  }
}
