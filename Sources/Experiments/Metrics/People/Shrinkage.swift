import SupportModel

extension Metric {
  package static let shrinkage = Metric(
    "shrinkage", .people, .share, .neutral,
    "Paid time away from contacts (breaks and offline) ÷ paid time; people who were absent are in neither.",
    .people { Ratio($0.cell.onBreak + $0.cell.offline, per: $0.cell.paid) })
}
