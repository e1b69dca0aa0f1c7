import SupportModel

extension Metric {
  package static let abandoned = Metric(
    "abandoned", .counts, .count, .lowerIsBetter,
    "Contacts that left the queue before service, mean per play; those that balked are counted apart.",
    .contacts { .count($0.cell.abandoned) })
}
