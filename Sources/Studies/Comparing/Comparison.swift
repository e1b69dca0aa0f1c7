package import Experiments
import SampleStatistics
package import SupportModel

/// Why a comparison ended.
package enum ComparisonStop: Sendable, Equatable {
  /// Nothing was to be selected; all replications were played.
  case completed
  /// The best is known with the asked confidence.
  case bestKnown
  /// No option keeps the requirements, with the asked confidence.
  case noneFeasible
  /// The replications were spent before the best was known; it would be after so many at the latest.
  case budgetSpent(needed: Int)
  case interrupted
}

/// One option after a comparison.
package struct ComparedOption: Sendable {
  /// The file, the key under `options`, or the settings that make it.
  package var name: String
  /// With all its changes made.
  package var scenario: Scenario
  /// Played of this option: those that drop out early are played less.
  package var replications: Int
  /// Every metric of the catalogue over the whole horizon, and the intervals that were asked for.
  package var estimates: [Estimate]
  /// By question of the comparison, over all plays of the option; nil where the option has nothing of that name.
  package var values: [Estimate?]
  /// The same as `estimates` and `values`, over the plays that all options have: what may stand side by side.
  package var shared: (estimates: [Estimate], values: [Estimate?])
  /// This option less the first, by question; all intervals of the table hold together.
  package var differences: [PairedEstimate]
  /// Where the selection left it; open where nothing was to be selected.
  package var standing: SelectionProcedure.Standing
  /// Whether each requirement is kept, as far as the procedure knows.
  package var keeps: [Bool?]
  /// Probability that it is the best that keeps the requirements; nil where nothing was to be selected.
  package var chanceBest: Double?
  /// Another costs no more and serves no worse.
  package var dominated: Dominance?
  /// What stood out in its plays.
  package var remarks: [Remark]
  /// Interval by interval, over the plays that all options have; nil where there are too many options or intervals to be drawn.
  package var course: DayCourse?
}

/// Another option that is no dearer and no worse in any target, and better in something.
package struct Dominance: Sendable, Equatable {
  /// Position of that option.
  package var by: Int
  /// Held by the simultaneous intervals, not only by the estimates.
  package var isSure: Bool
}

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
