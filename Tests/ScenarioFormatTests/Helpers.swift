import Foundation
import SimulationCore
import SupportModel
import Testing

@testable import ScenarioFormat

/// Loads a scenario from text, with other files beside it.
func load(_ text: String, files: [String: String] = [:], overrides: [String] = []) throws(ScenarioProblems) -> LoadedScenario {
  try ScenarioLoader(reader: .memory(files.merging(["s.yaml": text]) { own, _ in own })).load("s.yaml", overrides: overrides)
}

/// The sentences a text gives, without the file name; empty when it is right.
func sentences(_ text: String, files: [String: String] = [:], overrides: [String] = []) -> [String] {
  do {
    _ = try load(text, files: files, overrides: overrides)
    return []
  } catch {
    return error.lines.map { $0.hasPrefix("s.yaml:") ? String($0.dropFirst(7)) : $0 }
  }
}

/// A scenario of eight hours without dates, with room for more.
func undated(
  _ contact: String = "arrivals: {rate: 100/h}, talk: {exponential: {mean: 3m}}", agents: String = "desk: {count: 7, skills: [call]}",
  rest: String = "", length: String = "8h"
)
  -> String
{
  """
  muster: 1
  horizon: {length: \(length)}
  contacts: {call: {\(contact)}}
  agents: {\(agents)}
  \(rest)
  """
}

/// A scenario in New York.
func dated(
  _ contact: String = "arrivals: {rate: 100/h}, talk: {exponential: {mean: 3m}}", start: String = "2026-09-14T00:00", length: String = "1d",
  timezone: String = "America/New_York", agents: String = "desk: {count: 7, skills: [call]}", rest: String = "", horizon: String = ""
) -> String {
  """
  muster: 1
  horizon: {start: \(start), timezone: \(timezone), length: \(length)\(horizon)}
  contacts: {call: {\(contact)}}
  agents: {\(agents)}
  \(rest)
  """
}

func segments(_ scenario: Scenario, _ type: Int = 0) -> [ArrivalProcess.RateSegment] {
  guard case .poisson(let segments)? = scenario.contactTypes[type].arrivals.first?.pattern else { return [] }
  return segments
}

func instants(_ scenario: Scenario) -> [SimInstant] {
  guard case .instants(let instants)? = scenario.contactTypes[0].arrivals.first?.pattern else { return [] }
  return instants
}

func hours(_ instant: SimInstant) -> Double { instant.seconds / 3600 }

/// Contacts come so many in each half-hour from 08:00 of the first of two days on, and none besides.
func expectHalfHours(_ counts: [Double], of scenario: Scenario) {
  func expected(_ from: Double, _ to: Double) -> Double {
    segments(scenario).reduce(0) { sum, piece in
      let (start, end) = (hours(piece.start), hours(piece.end))
      return sum + piece.expected * max(0, min(end, to) - max(start, from)) / (end - start)
    }
  }
  for (index, count) in counts.enumerated() {
    let from = 8 + Double(index) / 2
    #expect(abs(expected(from, from + 0.5) - count) < 1e-6, "\(from): \(expected(from, from + 0.5))")
  }
  #expect(abs(expected(0, 48) - counts.reduce(0, +)) < 1e-6)
}

/// The folder of the package.
let packageFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
