import SupportModel

extension Metric {
  package static let needsResolved = Metric(
    "needs-resolved", .needs, .count, .higherIsBetter,
    "Needs that ended with a handled contact, mean per play.",
    .contacts { .count($0.cell.handled) })
}
