import ServiceMetrics
import SupportModel

/// Where the numbers of one metric lie in the flat arrays of the fold: `[base + scope * stride + column]`, column 0 the whole horizon,
/// then the intervals.
struct MetricPlan {
  let metric: Metric
  let formula: MetricFormula
  let scopes: [Scope]
  let stride: Int
  let base: Int

  var slots: Int { scopes.count * stride }

  static func all(_ metrics: [Metric], in scenario: Scenario) -> [MetricPlan] {
    var base = 0
    var plans: [MetricPlan] = []
    for metric in metrics {
      if metric.percentile != nil { continue }
      let plan = MetricPlan(
        metric: metric, formula: .of(metric), scopes: metric.scopes(in: scenario), stride: metric.isByInterval ? scenario.horizon.intervals.count + 1 : 1,
        base: base)
      plans.append(plan)
      base += plan.slots
    }
    return plans
  }
}
