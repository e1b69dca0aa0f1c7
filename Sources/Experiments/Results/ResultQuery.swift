package import ServiceMetrics
import SupportModel

/// Finds estimates by metric and scope.
///
/// ```swift
/// let query = ResultQuery(result)
/// query[.asa]                                       // the total
/// query[.asa, Scope(contactType: 1, interval: 18)]
/// query[.serviceLevel, Scope(target: 0)]           // in the target's own treatment of abandons
/// ```
package struct ResultQuery: Sendable {
  private let result: ExperimentResult

  package init(_ result: ExperimentResult) { self.result = result }

  /// nil where the metric does not exist for the scope.
  package subscript(metric: Metric, scope: Scope = Scope()) -> Estimate? {
    if let position = result.estimates.position(of: metric, scope) { return result.estimates[position] }
    guard let target = scope.target, scope.abandons == nil, result.scenario.targets.indices.contains(target) else { return nil }
    var own = scope
    own.abandons = result.scenario.targets[target].abandons
    return result.estimates.position(of: metric, own).map { result.estimates[$0] }
  }

  /// The estimates of every interval, in order; empty where the metric has none.
  package func byInterval(_ metric: Metric, _ scope: Scope = Scope()) -> [Estimate] {
    result.scenario.horizon.intervals.indices.compactMap { interval in
      var scope = scope
      scope.interval = interval
      return self[metric, scope]
    }
  }
}
