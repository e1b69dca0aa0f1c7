package import Experiments
import ServiceMetrics
package import SupportModel

/// What is asked of a comparison.
package struct ComparisonPlan: Sendable {
  /// All options meet the customers of this seed.
  package var seed: UInt64
  /// Confidence of every table, all intervals of it together, and of the selection.
  package var confidence: Double
  /// Replications of each option at most.
  package var replications: Int
  /// What the table shows.
  package var questions: [MetricQuestion]
  /// nil: all replications are played and nothing is selected.
  package var objective: Objective?
  /// What an option must keep to be chosen; empty: all may be.
  package var requirements: [Requirement]
  /// The requirements are the goals of the targets: every promise there is.
  package var requiresTargets = false

  /// First-stage replications of the selection: from these the variances are estimated that its margins are made of.
  package static let firstStage = 20
  /// More are not kept one by one (`ExperimentFold.keptReplications`).
  package static let mostReplications = ExperimentFold.keptReplications

  package init(
    seed: UInt64, confidence: Double, replications: Int, questions: [MetricQuestion], objective: Objective? = nil,
    requirements: [Requirement] = []
  ) {
    self.seed = seed
    self.confidence = confidence
    self.replications = replications
    self.questions = questions
    self.objective = objective
    self.requirements = requirements
  }

  /// Options up to which those that dropped out are played on, so that all averages are over the same plays.
  package static let mostEvened = 12

  /// The goal of every target of any of the scenarios, each once. Where options promise differently under one name the first one's goal holds.
  package static func goals(of scenarios: [Scenario]) -> [Requirement] {
    var names: Set<String> = []
    return scenarios.flatMap(\.targets).filter { names.insert($0.name).inserted }.map {
      Requirement(MetricQuestion(.serviceLevel, .target($0.name)), .atLeast, $0.goal)
    }
  }

  /// Every question of the table, the objective and the requirements, each once and in this order.
  package var allQuestions: [MetricQuestion] {
    var seen: Set<MetricQuestion> = []
    return (requirements.map(\.question) + (objective.map { [$0.question] } ?? []) + questions).filter { seen.insert($0).inserted }
  }

  /// The default table: every target's service level, abandonment, and the cost where people cost something;
  /// penalties and revenue at risk where the scenarios say what they are.
  package static func standardQuestions(_ resolver: QuestionResolver) -> [MetricQuestion] {
    var questions = resolver.questions(.serviceLevel)
    questions.append(MetricQuestion(.abandonment))
    if questions.count == 1 { questions.append(MetricQuestion(.asa)) }
    if resolver.scenarios.contains(where: { !Metric.staffingCost.scopes(in: $0).isEmpty }) {
      questions.append(MetricQuestion(.staffingCost))
    }
    for metric: Metric in [.penalty, .totalCost, .revenueAtRisk, .totalAtStake] {
      if resolver.scenarios.contains(where: { !metric.scopes(in: $0).isEmpty }) { questions.append(MetricQuestion(metric)) }
    }
    return questions
  }
}
