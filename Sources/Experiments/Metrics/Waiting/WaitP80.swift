import SupportModel

extension Metric {
  package static let waitP80 = Metric(
    "wait-p80", .waiting, .seconds, .lowerIsBetter,
    "80 % of accepted contacts queued no longer than this, however they ended.",
    .waitPercentile(0.80))
}
