import ServiceMetrics
import SupportModel

/// Where the numbers of one metric lie in the flat arrays of the fold: `[base + scope * stride + column]`, column 0 the whole horizon,
/// then the intervals, then the periods.
struct MetricPlan {
  let metric: Metric
  let formula: MetricFormula
  let scopes: [Scope]
  /// Rows of `CellTable` that the scopes are, where they are not all of its contacts or people.
  let rows: [Int]?
  let stride: Int
  let base: Int

  var slots: Int { scopes.count * stride }

  static func all(_ metrics: [Metric], in scenario: Scenario) -> [MetricPlan] {
    var base = 0
    var plans: [MetricPlan] = []
    for metric in metrics {
      if metric.percentile != nil { continue }
      let scopes = metric.scopes(in: scenario)
      let plan = MetricPlan(
        metric: metric, formula: .of(metric), scopes: scopes, rows: rows(metric, scopes, in: scenario),
        stride: metric.isByInterval ? 1 + scenario.horizon.intervals.count + scenario.horizon.periods.count : 1,
        base: base)
      plans.append(plan)
      base += plan.slots
    }
    return plans
  }

  private static func rows(_ metric: Metric, _ scopes: [Scope], in scenario: Scenario) -> [Int]? {
    switch metric.coverage {
    case .sharedContacts, .measuredContacts, .approvals:
      let all = Metric.contactScopes(in: scenario)
      return all.indices.filter { scopes.contains(all[$0]) }
    case .tickets, .moves, .arrivals, .needs, .selfService, .callback, .chasers, .duplicates, .merged, .outcomesOfContacts, .valued,
      .removals:
      return scopes.isEmpty ? [] : nil
    case .sharedPeople, .strainedPeople: return Array(scopes.indices)
    case .learningPeople, .changingPeople, .holdingPeople, .approvingPeople: return scopes.map { ($0.group ?? -1) + 1 }
    default: return nil
    }
  }
}
