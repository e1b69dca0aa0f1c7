import SupportModel

extension Metric {
  package static let overtimeHours = Metric(
    "overtime-hours", .people, .hours, .lowerIsBetter,
    "Hours worked after the end of a shift or past the staffing count, mean per play.",
    .people { .hours($0.cell.overtime) })
}
