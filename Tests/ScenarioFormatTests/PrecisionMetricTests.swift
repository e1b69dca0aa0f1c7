import Testing

@testable import ScenarioFormat

/// A metric that the precision of an experiment names must exist before anything is played.
@Suite struct PrecisionMetricTests {
  private func problems(_ precision: String) -> [String] {
    let text = undated(rest: "experiment: {precision: {\(precision)}}")
    do throws(ScenarioProblems) {
      _ = try ScenarioLoader(reader: .memory(["s.yaml": text])).load("s.yaml")
      return []
    } catch { return error.lines }
  }

  @Test func `An unknown metric is refused at its line, with the nearest name`() {
    let lines = problems("metric: service-levle, half-width: 1%")
    #expect(lines.count == 1 && lines[0].hasPrefix("s.yaml:5:34: there is no metric `service-levle`"), "\(lines)")
    #expect(lines[0].hasSuffix("did you mean `service-level`?"))
  }

  @Test func `A metric by target needs a target`() {
    #expect(problems("metric: service-level, half-width: 1%").contains { $0.contains("is measured by target, and the scenario has none") })
  }
}
