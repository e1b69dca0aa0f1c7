import SupportModel

extension Metric {
  package static let offlineHours = Metric(
    "offline-hours", .people, .hours, .neutral,
    "Hours of planned work away from contacts (coaching, training, meetings), mean per play.",
    .people { .hours($0.cell.offline) })
}
