import Experiments
import ReportKit
import Reports
import ServiceMetrics
import SupportModel

extension JSONObject {
  /// A tidy row: what it is about, the estimate and its interval. `option` is the option of a comparison that it belongs to.
  init(row estimate: Estimate, in scenario: Scenario, option: String? = nil) {
    self.init()
    set("metric", estimate.metric.name)
    set("unit", estimate.metric.unitName(currency: scenario.currency))
    for (key, value) in ScopeKeys.named(estimate.scope, scenario) { set(key, value) }
    if let option { set("option", option) }
    set("estimate", estimate.estimate)
    set("low", estimate.low)
    set("high", estimate.high)
    set("std-error", estimate.standardError)
    set("n", estimate.n)
    if let low = estimate.nextLow { set("next-low", low) }
    if let high = estimate.nextHigh { set("next-high", high) }
  }

  /// What a question is about, as the keys of a row.
  mutating func set(_ question: MetricQuestion) {
    if let part = question.part { set(part.kind.rawValue, part.name) }
    if case .target(_, let abandons?)? = question.part { set("abandons", abandons.rawValue) }
    if let interval = question.interval { set("interval", interval) }
    if let period = question.period { set(period.kind.rawValue, period.label) }
  }

  /// A paired difference under the name it has in this file, with its interval.
  mutating func set(_ name: String, _ estimate: PairedEstimate) {
    set(name, estimate.difference)
    set("low", estimate.low)
    set("high", estimate.high)
    set("std-error", estimate.standardError)
    set("n", estimate.pairs)
  }
}
