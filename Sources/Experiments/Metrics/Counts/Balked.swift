import SupportModel

extension Metric {
  package static let balked = Metric(
    "balked", .counts, .count, .lowerIsBetter,
    "Contacts that left at once because they would have had to wait, mean per play.",
    .contacts { .count($0.cell.balked) })
}
