import SupportModel

extension Metric {
  package static let handled = Metric(
    "handled", .counts, .count, .higherIsBetter,
    "Contacts that an agent served to the end, mean per play.",
    .contacts { .count($0.cell.handled) })
}
