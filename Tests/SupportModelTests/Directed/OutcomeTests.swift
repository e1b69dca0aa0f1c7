import SimulationCore
import Testing

@testable import SupportModel

/// How customers find what is over, worked out by hand, with coefficients so large that nothing is left to chance. All times in seconds.
@Suite struct OutcomeTests {
  private func scenario(_ types: [ContactType], agents: Int = 1, _ model: Satisfaction.Model, answerWithin: Double = 20) -> Scenario {
    let target = Target(name: "Answer", contactTypes: types.indices.map { $0 }, answerWithin: .seconds(answerWithin), goal: 0.8)
    var scenario = By.hour(types, [By.desk(agents, name: "desk")], targets: [target])
    scenario.satisfaction = Satisfaction(model: model, survey: .init(sends: 1, answersSatisfied: 1, answersUnsatisfied: 0))
    return scenario
  }

  @Test func `Who waits too long is not satisfied`() throws {
    // The second waits a minute, the third two: 50 − 60 and 50 − 120, and neither is in time.
    var model = Satisfaction.Model(base: 90)
    model.wait = .linear(-1, per: .seconds(1))
    let play = try Play(scenario([By.calls("call", at: [0, 0, 0], talk: 60)], model))
    #expect(play.rows.map { $0.feedback?.isSatisfied } == [true, true, false])
    #expect(play.rows.map { $0.feedback?.hasAnswered } == [true, true, false])
    let cell = play.record.outcomes[0]
    #expect(
      cell.judged == 3 && cell.satisfied == 2 && cell.answers == 2 && cell.answersSatisfied == 2 && cell.breached == 2 && cell.effort == 3)
    #expect(play.record.outcomesByGroup[0] == cell)
  }

  @Test func `Who gives up before an answer has no draw`() throws {
    var call = By.calls("call", at: [0, 1], talk: 600)
    call.patience = TimedDistribution(ConstantDistribution(30))
    let play = try Play(scenario([call], .init(base: 90)))
    #expect(play.rows.map { $0.feedback?.isSatisfied } == [true, nil])
    #expect(play.record.outcomes[0].judged == 1 && play.record.outcomes[0].unanswered == 1)
  }

  @Test func `A broken promise, and an end without a solution, count`() throws {
    var model = Satisfaction.Model(base: 50)
    model.breach = -100
    #expect(try Play(scenario([By.calls("call", at: [0, 0], talk: 60)], model)).rows.map { $0.feedback?.isSatisfied } == [true, false])
    var call = By.calls("call", at: [0], talk: 600)
    call.abandonsInService = TimedDistribution(ConstantDistribution(60))
    model = Satisfaction.Model(base: 50)
    model.unresolved = -100
    let play = try Play(scenario([call], model))
    #expect(play.rows.map(\.outcome) == [.disconnectedLate] && play.rows.map { $0.feedback?.isSatisfied } == [false])
  }

  @Test func `Nothing else in a play depends on it`() throws {
    let types = [By.calls("call", at: (0..<40).map { Double($0 * 37) }, talk: 60)]
    let with = try Play(scenario(types, .init(base: 1)))
    var without = scenario(types, .init(base: 1))
    without.satisfaction = nil
    let play = try Play(without)
    #expect(with.journal == play.journal && with.record.contacts == play.record.contacts && with.record.targets == play.record.targets)
    #expect(play.record.outcomes.isEmpty && play.record.outcomesByGroup.isEmpty && play.rows.allSatisfy { $0.feedback == nil })
  }
}
