package import Experiments
import SampleStatistics
package import ServiceMetrics

/// One of the numbers that are read together, under every option: any one of them can be bought at the expense of another.
package struct HealthMember: Sendable {
  /// Over the whole horizon.
  package var metric: Metric
  /// By option, each with the interval of its own; nil where an option has nothing of that name.
  package var values: [Estimate?]
  /// Each option less the first; the intervals of all members of all options hold together.
  package var differences: [PairedEstimate]

  package init(metric: Metric, values: [Estimate?], differences: [PairedEstimate]) {
    self.metric = metric
    self.values = values
    self.differences = differences
  }

  /// What the difference of an option to the first amounts to. Never better or worse by less than what matters: half a percentage point of shares,
  /// 1 % of the first option's value otherwise.
  package func judgement(_ option: Int) -> DifferenceJudgement {
    DifferenceJudgement(differences[option], metric, matters: Objective.usualIndifference(metric, first: values[0]?.estimate))
  }
}

extension PairedExperiment {
  /// The set that any of the first `sides` options has, in its order; `confidence` of all intervals of differences together, and of each value.
  /// `looks`: how often these intervals are looked at before one stops because of what is seen.
  func health(confidence: Double, sides: Int? = nil, looks: Int = 1) throws(GSLError) -> [HealthMember] {
    let sides = sides ?? options.count
    let scenarios = options.prefix(sides).map(\.scenario)
    let own = Set(scenarios.flatMap(MetricCatalog.healthWithSurvey))
    let paid = Metric.paid(in: scenarios)
    let members = MetricCatalog.healthWithSurvey.filter {
      switch $0 {
      case .asa: own.contains($0) && !own.contains(.ttfrMean)
      case .staffingCost, .totalCost: $0 == paid && scenarios.contains { !paid.scopes(in: $0).isEmpty }
      default: own.contains($0)
      }
    }
    let each = Bonferroni.confidence(confidence, amongst: max(1, (sides - 1) * members.count * looks))
    var answers: [HealthMember] = []
    for metric in members {
      let question = MetricQuestion(metric)
      var member = HealthMember(metric: metric, values: [], differences: [])
      for option in 0..<sides {
        member.values.append(try estimate(question, of: option, confidence: confidence))
        member.differences.append(try difference(question, from: 0, to: option, confidence: each))
      }
      let isIdle = MetricCatalog.healthThatMustVary.contains(metric) && member.differences.allSatisfy { $0.low == 0 && $0.high == 0 }
      if !isIdle, member.values.contains(where: { $0?.estimate != nil }) { answers.append(member) }
    }
    return answers
  }
}
