import SupportModel

extension Metric {
  package static let blocked = Metric(
    "blocked", .counts, .count, .lowerIsBetter,
    "Contacts refused entry because the queue or the lines were full or it was outside opening hours, mean per play.",
    .contacts { .count($0.cell.blocked) })
}
