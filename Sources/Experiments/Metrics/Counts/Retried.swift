import SupportModel

extension Metric {
  package static let retried = Metric(
    "retried", .counts, .count, .lowerIsBetter,
    "Of the contacts offered: attempts after the first for the same need, mean per play.",
    .contacts { .count($0.cell.retried) })
}
