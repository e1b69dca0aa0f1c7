package import Experiments

/// Options side by side.
package struct Comparison: Sendable {
  /// What was asked.
  package var plan: ComparisonPlan
  /// `plan.allQuestions`.
  package var questions: [MetricQuestion]
  /// In the order given; the first is what the others are compared with.
  package var options: [ComparedOption]
  /// Which of the promises of the plan was kept.
  package var stop: ComparisonStop
  /// The chosen option, by the procedure; nil where there is none.
  package var best: Int?
  /// What was used as indifference, in the objective's unit; nil without an objective.
  package var indifference: Double?
  /// The best less each other option in the objective, simultaneous over the others; nil at the best itself and where there is none.
  package var leads: [PairedEstimate?]
  /// What is read together, each with simultaneous intervals of its own; empty before anything was played.
  package var health: [HealthMember] = []

  /// A signal ended it; what was played is reported.
  package var isPartial: Bool { stop == .interrupted }
  /// Most replications of any option.
  package var replications: Int { options.map(\.replications).max() ?? 0 }

  /// By how much common customers cut the variance of all differences of a question together; nil where that is undefined.
  package func varianceReduction(_ question: Int) -> Double? {
    PairedEstimate.reduction(options.dropFirst().map { $0.differences[question] })
  }

  /// The option that looks best at present: the selected one, else the best of those that look feasible.
  package var leader: Int? { best ?? apparentBest }

  private var apparentBest: Int? {
    guard let objective = plan.objective, let position = questions.firstIndex(of: objective.question) else { return nil }
    func value(_ index: Int) -> Double? { options[index].values[position]?.estimate }
    let candidates = options.indices.filter { index in
      value(index) != nil
        && plan.requirements.allSatisfy { requirement in
          let at = questions.firstIndex(of: requirement.question)!
          return options[index].values[at]?.estimate.map { requirement.isKept(by: $0) } ?? false
        }
    }
    return candidates.min { a, b in
      let (x, y) = (value(a)!, value(b)!)
      return x == y ? a < b : objective.isMaximised ? x > y : x < y
    }
  }
}
