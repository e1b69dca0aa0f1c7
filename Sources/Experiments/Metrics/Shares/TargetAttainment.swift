import SupportModel

extension Metric {
  package static let targetAttainment = Metric(
    "target-attainment", .shares, .share, .higherIsBetter,
    "Intervals whose service level reaches the goal ÷ intervals with a contact that decides it.",
    .targetIntervals { .verdict($0.meets($1)) })
}
