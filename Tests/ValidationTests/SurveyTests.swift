import SampleStatistics
import SupportModel
import TestSupport
import Testing

@testable import Experiments

/// What a survey says of customers of whom 80 % are satisfied, and answer less often than the others.
@Suite struct SurveyTests {
  private static let survey = Satisfaction.Survey(sends: 1, answersSatisfied: 0.12, answersUnsatisfied: 0.2)

  @Test func `The bias of a survey is what the rates of answering make it`() throws {
    let measured = try #require(Self.survey.measured(ofTrue: 0.8))
    #expect(abs(measured - 0.705882) < 5e-7)
    #expect(abs(measured - 0.8 - -0.094118) < 5e-7)
    let same = try #require(Satisfaction.Survey(sends: 0.5, answersSatisfied: 0.1, answersUnsatisfied: 0.1).measured(ofTrue: 0.8))
    #expect(abs(same - 0.8) < 1e-15)
    #expect(Satisfaction.Survey(sends: 0, answersSatisfied: 0.1, answersUnsatisfied: 0.1).measured(ofTrue: 0.8) == nil)
  }

  /// 1,000 surveys of a model with that truth. Of 95 % intervals of a binomial share, between 92.7 % and 97.3 % cover what is measured on average
  /// in 999 of 1,000 such tests; the truth, which is 5.6 standard deviations away, hardly any.
  @Test func `The interval of a measured score covers what the survey measures, and not the truth`() throws {
    let clock = ModelClock()
    var satisfaction = Satisfaction(model: .init(base: 1.386_294_361_119_890_6))
    satisfaction.survey = Self.survey
    let horizon = clock.horizon(edges: [0, 1].map(clock.instant), atEnd: .drain)
    var simulation = Simulation(
      CompiledScenario(OutcomeTrials.scenario("survey", contacts: 5_000, horizon, satisfaction, clock)))
    var (covered, coveringTruth, bias) = (0, 0, RunningMoments())
    for seed in 1...1_000 {
      let cell = try simulation.play(replication: 0, seed: UInt64(seed)).outcomes[0]
      let interval = try #require(
        try SurveyPrecision.interval(satisfied: Int(cell.answersSatisfied), of: Int(cell.answers), confidence: 0.95))
      let measured = 0.096 / 0.136
      covered += interval.low <= measured && measured <= interval.high ? 1 : 0
      coveringTruth += interval.low <= 0.8 && 0.8 <= interval.high ? 1 : 0
      bias.add(Double(cell.answersSatisfied) / Double(cell.answers) - Double(cell.satisfied) / Double(cell.judged))
    }
    #expect((927...973).contains(covered) && coveringTruth < 5, "\(covered), \(coveringTruth) the truth")
    // 3.29 standard errors of the mean of 1,000.
    #expect(abs(bias.mean - -0.094118) < 3.29 * ((try #require(bias.variance)) / 1_000).squareRoot() + 2e-4, "\(bias.mean)")
  }

  @Test(.enabled(if: ValidationFolder.isThere, "../shared/validation is not here"))
  func `The stated precision of a survey is that of so many independent answers`() throws {
    let entry = try #require(try ValidationFolder.read("G11_satisfaction_survey").first { $0.family == "G.satisfaction.survey" })
    let survey = try #require(OutcomeTrials.satisfaction(entry.params, ModelClock()).survey)
    let truth = try entry.expected.number("csat_true")
    let observed = try entry.expected.number("csat_observed")
    #expect(abs(try #require(survey.measured(ofTrue: truth)) - observed) < 1e-12)
    let precision = try #require(SurveyPrecision(truth: truth, measured: observed, answers: 2_000, confidence: 0.95))
    #expect(abs(precision.bias - (try entry.expected.number("bias"))) < 1e-12 && precision.answers == 2_000)
    // Wilson's interval and the normal one differ by less than a hundredth of their width here.
    let half = try entry.expected.number("half_width_95_normal_with_2000_answers")
    #expect(abs((precision.high - precision.low) / 2 - half) < 0.01 * half)
  }
}
