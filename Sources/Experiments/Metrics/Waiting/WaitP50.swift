import SupportModel

extension Metric {
  package static let waitP50 = Metric(
    "wait-p50", .waiting, .seconds, .lowerIsBetter,
    "Half of accepted contacts queued no longer than this, however they ended.",
    .waitPercentile(0.50))
}
