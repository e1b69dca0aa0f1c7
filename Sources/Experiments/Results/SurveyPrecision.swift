package import SampleStatistics

/// How far one survey is from what it measures: the score that it comes to on average, and the interval that so many answers leave.
///
/// Answers are taken as independent. Source of the interval: Wilson, JASA 22 (1927).
package struct SurveyPrecision: Sendable, Equatable {
  /// Share of satisfied answers on average.
  package let measured: Double
  /// That less the true share.
  package let bias: Double
  /// Answers of one survey, rounded.
  package let answers: Int
  package let low: Double
  package let high: Double

  /// nil where nobody answers.
  package init?(truth: Double, measured: Double, answers: Double, confidence: Double) {
    guard answers >= 1, answers < 1e15 else { return nil }
    let count = Int(answers.rounded())
    let satisfied = min(count, max(0, Int((measured * Double(count)).rounded())))
    guard let interval = try? Self.interval(satisfied: satisfied, of: count, confidence: confidence) else { return nil }
    self.measured = measured
    bias = measured - truth
    self.answers = count
    (low, high) = (interval.low, interval.high)
  }

  /// What so many satisfied answers of so many leave open; nil without an answer.
  package static func interval(satisfied: Int, of answers: Int, confidence: Double) throws(GSLError) -> (low: Double, high: Double)? {
    try Proportion(successes: satisfied, trials: answers).wilson(confidence: confidence).map { ($0.low, $0.high) }
  }
}
