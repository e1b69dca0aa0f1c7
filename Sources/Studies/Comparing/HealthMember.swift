package import Experiments
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
