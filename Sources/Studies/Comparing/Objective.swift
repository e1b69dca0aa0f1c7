package import Experiments
package import ServiceMetrics

/// What the best option is best in.
package struct Objective: Sendable, Equatable {
  /// What is compared, in which scope.
  package var question: MetricQuestion
  /// The smallest difference worth finding out, in the metric's unit; nil: 1 % of the first option's value, half a percentage point for shares.
  package var indifference: Double?

  package init(_ question: MetricQuestion, indifference: Double? = nil) {
    self.question = question
    self.indifference = indifference
  }

  /// Where none is given, with the value of the first option.
  package static func usualIndifference(_ metric: Metric, first: Double?) -> Double {
    metric.unit == .share ? 0.005 : max(abs(first ?? 0) * 0.01, 1e-9)
  }

  /// Larger is better. Metrics without a direction (occupancy) are made small.
  package var isMaximised: Bool { question.metric.direction == .higherIsBetter }
}
