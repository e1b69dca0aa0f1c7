package import Experiments
import ReportKit
import SimulationCore
package import Staffing
package import Studies
package import SupportModel

/// Why something could not be played or worked out, a line each.
package enum ProblemWords {
  package static func lines(_ problem: ExperimentProblem, _ scenario: Scenario) -> [String] {
    switch problem {
    case .queueWithoutBound(let type, _, let waiting, let at, let limit, _):
      UnboundedQueue.lines(scenario, contactType: type, waiting: waiting, at: at.microseconds, limit: limit)
    case .touchesWithoutEnd(let type, let limit): touchesWithoutEnd(scenario, type, limit)
    case .unknownMetric(let name): ["experiment.precision: there is no metric \(name); `muster catalog metrics` lists them."]
    case .unknownScope(let scope?, let metric): ["experiment.precision: the metric \(metric) does not exist for \(scope)."]
    case .unknownScope(nil, let metric): ["experiment.precision: the metric \(metric) does not exist in this scenario."]
    case .noValue(let metric, let plays):
      [
        "\(metric) has no value in \(plays < 2 ? "any play" : "at least \(plays - 1) of \(plays) plays") of any option, so none can be called best: "
          + "nobody came whom it could be measured on; choose another metric, more demand or a longer horizon."
      ]
    case .playedElsewhere: ["its replications are played elsewhere, and nothing is known of them here."]
    case .statistics: [StatisticsWords.sentence]
    }
  }

  /// nil: it was interrupted, and nothing is wrong.
  package static func lines(_ problem: PlayProblem, _ scenario: Scenario) -> [String]? {
    switch problem {
    case .interrupted: nil
    case .queueWithoutBound(let type, let waiting, let at, let limit):
      UnboundedQueue.lines(scenario, contactType: type, waiting: waiting, at: at.microseconds, limit: limit)
    case .touchesWithoutEnd(let type, let limit): touchesWithoutEnd(scenario, type, limit)
    }
  }

  private static func touchesWithoutEnd(_ scenario: Scenario, _ type: Int, _ limit: Int) -> [String] {
    [
      "a contact of \(scenario.contactTypes[type].name) was worked on \(Words.fixed(Double(limit), decimals: 0)) times and came back once more; "
        + "lower the shares of its `touches`, `holds` or `reopen`."
    ]
  }

  /// What went wrong in a sensitivity study, and with which input.
  package static func lines(_ problem: PairedProblem, _ scenario: Scenario, _ plan: SensitivityPlan) -> [String] {
    var lines = lines(problem.problem, scenario)
    guard let option = problem.option, let (input, value) = SensitivityRunner.variants(of: scenario, plan)[option] else { return lines }
    let side = "with \(input.name(in: scenario)) at \(SensitivityContext.value(value, of: input))"
    lines = lines.map { "\(side): \($0)" }
    switch input {
    case .volume, .handleTime, .patience:
      lines.append("as it stands the scenario is near its limit; try --step with less than \(Words.percent(plan.step)).")
    case .absence, .staffing: break
    }
    return lines
  }

  /// What went wrong in an explanation, and with which causes taken away.
  package static func lines(_ problem: PairedProblem, _ scenario: Scenario, _ plan: ExplanationPlan) -> [String] {
    let lines = lines(problem.problem, scenario)
    guard let set = problem.option, set > 0 else { return lines }
    let gone = BreachCauseCatalog.causes(in: scenario, target: plan.target).enumerated().filter { set & 1 << $0.offset != 0 }
    return lines.map { "without \(gone.map(\.element.title).joined(separator: ", ")): \($0)" }
  }

  /// nil: it was interrupted, and nothing is wrong.
  package static func lines(_ problem: StaffingProblem, _ scenario: Scenario) -> [String]? {
    switch problem {
    case .noTargets:
      ["the scenario promises nothing, so no staffing can be measured; give it targets, as in: {for: call, answer: 20s, goal: 80%}."]
    case .tooMany(let contacts):
      [
        "one play has \(Words.fixed(contacts, decimals: 0)) contacts, and the search plays tens of thousands of times; staff a shorter horizon, or "
          + "ask the formulas: muster erlang."
      ]
    case .unservable(let name): ["no agent group can serve \(name), which has a target; give a group the skill it needs."]
    case .interrupted: nil
    case .play(let problem): lines(problem, scenario)
    case .theory(let error): ["the formulas have no answer: \(TheoryWords.problem(error))."]
    case .statistics: [StatisticsWords.sentence]
    }
  }
}
