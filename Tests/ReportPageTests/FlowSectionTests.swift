import Experiments
import ReportKit
import ScenarioFormat
import SupportModel
import Testing

@testable import Reports

@Suite struct FlowSectionTests {
  private static func context(_ yaml: String) throws -> ReportContext {
    let compiled = CompiledScenario(try ScenarioLoader(reader: .memory(["s.yaml": yaml])).load("s.yaml").scenario)
    return ReportContext(result: try ExperimentRunner(compiled, plan: compiled.scenario.experiment, threads: 1).run())
  }

  private static let desk = """
    muster: 1
    horizon: {length: 2d, interval: 1h}
    experiment: {seed: 1, replications: 3}
    contacts:
      password:
        arrivals: {rate: 20/h}
        talk: {exponential: {mean: 5m}}
        patience: {exponential: {mean: 10m}}
        self-service: {tries: 50%, solves: 60%, takes: {exponential: {mean: 3m}}, leaks: 15%, leaks-in: {exponential: {mean: 2h}}}
        moves: [{share: 10%, to: specialist}]
        recontact: {share: 8%, delay: {exponential: {mean: 2h}}}
      specialist:
        talk: {exponential: {mean: 15m}}
        moves: [{share: 20%, to: engineering}, {share: 10%, to: password}]
      engineering: {talk: {exponential: {mean: 40m}}}
    agents:
      front: {count: 4, skills: [password]}
      back: {count: 6, skills: [specialist, engineering]}
    """

  /// Whoever comes to a type is handled, leaves, is open or goes on; what one node sends another gets.
  @Test func `what comes to a contact type leaves it again`() throws {
    let figures = try #require(FlowFigures(try Self.context(Self.desk)))
    for (index, type) in figures.types.enumerated() {
      let into = type.new + type.handedOver + type.cameBack + figures.moves.reduce(0) { $0 + $1[index] }
      let out = type.solved + type.comesBack + type.gaveUp + type.turnedAway + type.merged + type.open + figures.moves[index].reduce(0, +)
      #expect(into > 1 && abs(into - out) < 1e-6 * into, "\(type)")
    }
    #expect(figures.types[0].tried > figures.types[0].solvedThemselves && figures.types[0].leaked > 0)
    #expect(figures.types[0].cameBack <= figures.sum(\.comesBack) + figures.sum(\.leaked) + 1e-9)
    #expect(figures.depths == [0, 1, 2])
  }

  @Test func `the picture goes from left to right, and only what goes back does not`() throws {
    let flow = FlowPicture(try #require(FlowFigures(try Self.context(Self.desk)))).flow
    for ribbon in flow.ribbons where flow.nodes[ribbon.to].column <= flow.nodes[ribbon.from].column { #expect(ribbon.tone == .back) }
    #expect(Set(flow.ribbons.flatMap { [$0.from, $0.to] }) == Set(flow.nodes.indices))
    #expect(Set(flow.legend.map(\.tone)) == Set(flow.ribbons.map(\.tone)))
    #expect(flow.lines.contains { $0.hasPrefix("specialist → password: ") })
  }

  @Test func `where nothing flows there is no picture`() throws {
    let plain = """
      muster: 1
      horizon: {length: 2h, interval: 1h}
      experiment: {seed: 1, replications: 2}
      contacts: {call: {arrivals: {rate: 20/h}, talk: {exponential: {mean: 5m}}}}
      agents: {desk: {count: 4, skills: [call]}}
      """
    #expect(FlowFigures(try Self.context(plain)) == nil)
  }
}
