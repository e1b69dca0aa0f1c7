package import Experiments
package import ServiceMetrics

/// What a difference to the first option amounts to.
package enum DifferenceJudgement: Sendable, Equatable {
  /// To the last bit.
  case same
  /// Smaller than what is worth finding out.
  case asGood
  case better, worse
  /// Of a metric that knows no better.
  case higher, lower
  case unclear

  /// `matters`: differences below it do not, in the metric's unit. Better or worse only where the whole interval lies on one side of 0.
  package init(_ difference: PairedEstimate, _ metric: Metric, matters: Double) {
    guard let value = difference.difference, let low = difference.low, let high = difference.high else {
      self = .unclear
      return
    }
    let isSure = low > 0 || high < 0
    if low == 0, high == 0 {
      self = .same
    } else if abs(value) < matters, isSure || (low > -matters && high < matters) {
      self = .asGood
    } else if !isSure {
      self = .unclear
    } else {
      switch metric.direction {
      case .neutral: self = value > 0 ? .higher : .lower
      case .higherIsBetter: self = value > 0 ? .better : .worse
      case .lowerIsBetter: self = value > 0 ? .worse : .better
      }
    }
  }
}
