package import ServiceMetrics
import SupportModel

/// Replications from the best to the worst by one number each, so that a typical and the worst one can be looked at closely.
///
/// By the service level of the first target in its own treatment of abandons; without targets by the mean wait of all contacts.
/// Ties: the earlier replication first. Replications without a value, and those beyond `ExperimentFold.keptReplications`, are left out.
package struct ReplicationRanking: Sendable, Equatable {
  package var metric: Metric
  /// What it was taken of.
  package var scope: Scope
  /// Replications, the best first.
  package var order: [Int]
  /// Their values, in that order.
  package var values: [Double]

  package init(metric: Metric, scope: Scope, order: [Int], values: [Double]) {
    self.metric = metric
    self.scope = scope
    self.order = order
    self.values = values
  }

  /// Position in `order` of the median replication: the better one of the two in the middle of an even number.
  package var median: Int { (order.count - 1) / 2 }
  /// Position in `order` of the worst replication.
  package var worst: Int { order.count - 1 }

  /// nil where no replication has a value.
  package init?(_ fold: ExperimentFold) {
    let scenario = fold.compiled.scenario
    let metric: Metric
    let scope: Scope
    if let target = scenario.targets.first {
      metric = .serviceLevel
      scope = Scope(target: 0, abandons: target.abandons)
    } else {
      metric = .waitMean
      scope = Scope()
    }
    guard let ratios = fold.replicationValues(metric, scope) else { return nil }
    let values = ratios.enumerated().compactMap { position, ratio in
      ratio.denominator == 0 ? nil : (replication: fold.replication(at: position), value: ratio.numerator / ratio.denominator)
    }
    if values.isEmpty { return nil }
    let sign = metric.direction == .higherIsBetter ? -1.0 : 1.0
    let ranked = values.sorted { (sign * $0.value, $0.replication) < (sign * $1.value, $1.replication) }
    self.init(metric: metric, scope: scope, order: ranked.map(\.replication), values: ranked.map(\.value))
  }
}
