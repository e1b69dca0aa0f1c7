import SupportModel

extension Metric {
  package static let utilisation = Metric(
    "utilisation", .people, .share, .neutral,
    "Handling and available time ÷ paid time, overtime included in both.",
    .people { Ratio($0.cell.busy + $0.cell.available, per: $0.cell.paid) })
}
