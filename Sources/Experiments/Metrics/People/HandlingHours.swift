import SupportModel

extension Metric {
  package static let handlingHours = Metric(
    "handling-hours", .people, .hours, .neutral,
    "Hours of talk within the shift, mean per play.",
    .people { .hours($0.cell.handling) })
}
