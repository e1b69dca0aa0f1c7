import SupportModel

extension Metric {
  package static let availableHours = Metric(
    "available-hours", .people, .hours, .neutral,
    "Hours people were free to take a contact, mean per play.",
    .people { .hours($0.cell.available) })
}
