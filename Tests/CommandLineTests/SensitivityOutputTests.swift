import Experiments
import Foundation
import ReportKit
import Reports
import ResultFiles
import ScenarioFormat
import ServiceMetrics
import Studies
import Testing
import Workbench

@testable import muster

/// What a sensitivity study prints and writes, from one small enough to have every kind of answer.
@Suite struct SensitivityOutputTests {
  /// One person, who is never there once absence grows by a whole; a promise that nothing breaks, one that nothing keeps, one that breaks
  /// somewhere, and one about contacts that never come.
  private func study() throws -> Sensitivity {
    let text = """
      muster: 1
      name: One desk
      horizon: {length: 4h, interval: 1h}
      contacts:
        call: {arrivals: {rate: 20/h}, talk: {exponential: {mean: 3m}}, patience: {exponential: {mean: 2m}}}
        ghost: {arrivals: {rate: 0/h}, talk: {exponential: {mean: 3m}}}
      shifts: {all: {start: 00:00, length: 4h}}
      agents: {desk: {skills: [call, ghost], roster: {all: 1}}}
      targets:
        - {name: Easy, for: call, answer: 1m, goal: 1%}
        - {name: Hopeless, for: call, answer: 0s, goal: 99.9%}
        - {name: Near, for: call, answer: 20s, goal: 40%}
        - {name: Never, for: ghost, answer: 20s, goal: 80%}
      """
    let scenario = try ScenarioLoader(reader: .memory(["s.yaml": text])).load("s.yaml").scenario
    let plan = SensitivityPlan(
      seed: 3, confidence: 0.95, replications: 40, questions: [MetricQuestion(.asa), try QuestionResolver([scenario]).question("Near")],
      absenceStep: 1)
    return try #require(
      try Engine.sensitivity(scenario, plan, threads: 2, interruption: InterruptionFlag()))
  }

  @Test func `effects, what cannot be measured, and every kind of break point are in the file and on the screen`() throws {
    let result = try study()
    let provenance = Provenance(command: "sensitivity", scenarioFile: "s.yaml", resolvedText: "")
    let json = SensitivityJSON.text(result, provenance)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(object["command"] as? String == "sensitivity" && object["replications"] as? Int == 40)
    let effects = try #require(object["effects"] as? [[String: Any]])
    let gone = effects.filter { $0["undefined-at"] != nil }
    #expect(gone.count == 1 && gone[0]["metric"] as? String == "asa" && gone[0]["input"] as? String == "absence")
    #expect(gone[0]["undefined-at"] as? [Double] == [1] && gone[0]["effect"] is NSNull)
    #expect(effects.contains { $0["target"] as? String == "Near" && $0["input"] as? String == "absence" && $0["effect"] is Double })

    let points = try #require(object["break-points"] as? [[String: Any]])
    func point(_ target: String) -> [String: Any] {
      points.first { $0["target"] as? String == target && $0["input"] as? String == "volume" } ?? [:]
    }
    #expect(point("Easy")["met-up-to"] as? Double == 4 && point("Hopeless")["missed-even-at"] as? Double == 0.1)
    let near = point("Near")
    let (low, value, high) = (
      try #require(near["low"] as? Double), try #require(near["value"] as? Double), try #require(near["high"] as? Double)
    )
    #expect(low < value && value < high)
    #expect(point("Never")["value"] is NSNull && point("Never")["low"] == nil)

    let context = SensitivityContext(result: result, folder: "output/s", files: ["sensitivity.json"])
    let text = TerminalRenderer(RenderOptions(width: 160)).render(ReportDocument(context))
    for words in [
      "One desk: what matters, 40 replications of each change, seed 3", "nothing to measure with +100 points",
      "±10 %: half of the way from −10 % to +10 %. Changes with + alone: from the scenario as it is", "met up to × 4.0 at least",
      "missed even at × 0.1", "no contact decides it", "Written to output/s: sensitivity.json",
    ] {
      #expect(text.contains(words), "\(words)\n\(text)")
    }
  }
}
