package import Experiments
import ServiceMetrics

/// What an option must keep to be considered: `Phones 80/20 >= 80%`.
package struct Requirement: Sendable, Equatable {
  /// Which side of the limit is kept; the raw value is how it is written.
  package enum Relation: String, Sendable {
    case atLeast = ">="
    case atMost = "<="
  }

  /// What is held against the limit, in which scope.
  package var question: MetricQuestion
  /// Exactly the limit is kept, either way.
  package var relation: Relation
  /// In the metric's unit: shares from 0 to 1, durations in seconds.
  package var limit: Double
  /// Options nearer to the limit than this may fall on either side; nil: half a percentage point for shares, else 1 % of the limit.
  package var tolerance: Double?

  package init(_ question: MetricQuestion, _ relation: Relation, _ limit: Double, tolerance: Double? = nil) {
    self.question = question
    self.relation = relation
    self.limit = limit
    self.tolerance = tolerance
  }

  /// The tolerance that is used, always above 0.
  package var margin: Double {
    if let tolerance { return tolerance }
    return question.metric.unit == .share ? 0.005 : max(abs(limit) * 0.01, 1e-9)
  }

  /// Whether a value keeps it.
  package func isKept(by value: Double) -> Bool { relation == .atLeast ? value >= limit : value <= limit }

  /// The parts of a text such as `Phones 80/20 >= 80%` or `asa <= 2m +- 5s`; nil where it has no relation or lacks a side.
  package static func parts(of text: String) -> (question: String, relation: Relation, limit: String, tolerance: String?)? {
    for (sign, relation) in [(">=", Relation.atLeast), ("≥", .atLeast), ("<=", .atMost), ("≤", .atMost)] {
      guard let position = text.ranges(of: sign).last else { continue }
      let question = text[..<position.lowerBound].trimmed
      var limit = text[position.upperBound...].trimmed
      var tolerance: String?
      for mark in ["+-", "±"] {
        if let at = limit.ranges(of: mark).first {
          tolerance = limit[at.upperBound...].trimmed
          limit = limit[..<at.lowerBound].trimmed
        }
      }
      if question.isEmpty || limit.isEmpty || tolerance == "" { return nil }
      return (question, relation, limit, tolerance)
    }
    return nil
  }
}
