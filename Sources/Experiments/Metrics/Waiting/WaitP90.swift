import SupportModel

extension Metric {
  package static let waitP90 = Metric(
    "wait-p90", .waiting, .seconds, .lowerIsBetter,
    "90 % of accepted contacts queued no longer than this, however they ended.",
    .waitPercentile(0.90))
}
