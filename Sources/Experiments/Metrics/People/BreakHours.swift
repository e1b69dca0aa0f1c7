import SupportModel

extension Metric {
  package static let breakHours = Metric(
    "break-hours", .people, .hours, .neutral,
    "Hours of breaks, mean per play.",
    .people { .hours($0.cell.onBreak) })
}
