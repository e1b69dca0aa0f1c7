import SupportModel

extension Metric {
  package static let dayMeetsTarget = Metric(
    "day-meets-target", .shares, .share, .higherIsBetter,
    "Probability that the service level of one whole day reaches the goal.",
    .targetDays { .verdict($0.meets($1)) })
}
