import SupportModel

extension Metric {
  package static let wrapUpHours = Metric(
    "wrap-up-hours", .people, .hours, .neutral,
    "Hours of after-contact work within the shift, mean per play.",
    .people { .hours($0.cell.wrapUp) })
}
