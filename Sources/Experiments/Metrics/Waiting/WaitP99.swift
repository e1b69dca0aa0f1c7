import SupportModel

extension Metric {
  package static let waitP99 = Metric(
    "wait-p99", .waiting, .seconds, .lowerIsBetter,
    "99 % of accepted contacts queued no longer than this, however they ended.",
    .waitPercentile(0.99))
}
