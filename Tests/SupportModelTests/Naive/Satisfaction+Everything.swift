import SimulationCore

@testable import SupportModel

extension Satisfaction {
  /// A model and a survey in which everything counts.
  static func everything(_ scenario: Scenario) -> Satisfaction {
    var model = Satisfaction.Model(base: 1.5)
    model.wait = .perDoubling(-0.3, of: .seconds(30))
    model.resolution = .linear(-0.2, per: .seconds(600))
    (model.moves, model.repeats, model.breach, model.unresolved) = (-0.4, -0.6, -0.5, -2)
    model.bySegment = scenario.segments.indices.map { 0.2 * Double($0) }
    var satisfaction = Satisfaction(model: model, survey: .init(sends: 0.8, answersSatisfied: 0.4, answersUnsatisfied: 0.6))
    satisfaction.recommendation = .init(promoter: 0.2, notDetractor: 1.4)
    satisfaction.recommendation?.wait = .linear(-0.3, per: .seconds(60))
    satisfaction.recommendation?.answers = .init(promoter: 0.5, passive: 0.2, detractor: 0.6)
    return satisfaction
  }
}
