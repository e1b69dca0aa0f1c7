import SupportModel

extension Metric {
  package static let paidHours = Metric(
    "paid-hours", .people, .hours, .neutral,
    "Hours people are paid for: available, handling, wrap-up, break, offline and overtime, mean per play.",
    .people { .hours($0.cell.paid) })
}
