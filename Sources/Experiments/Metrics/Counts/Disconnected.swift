import SupportModel

extension Metric {
  package static let disconnected = Metric(
    "disconnected", .counts, .count, .lowerIsBetter,
    "Contacts cut off while waiting at closing time or in hand at the end of a shift, mean per play.",
    .contacts { .count($0.cell.disconnected) })
}
