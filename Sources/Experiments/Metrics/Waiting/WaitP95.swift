import SupportModel

extension Metric {
  package static let waitP95 = Metric(
    "wait-p95", .waiting, .seconds, .lowerIsBetter,
    "95 % of accepted contacts queued no longer than this, however they ended.",
    .waitPercentile(0.95))
}
