import SupportModel

extension Metric {
  package static let stillOpen = Metric(
    "still-open", .counts, .count, .lowerIsBetter,
    "Contacts neither finished nor gone when play ended, mean per play.",
    .contacts { .count($0.cell.stillOpen) })
}
