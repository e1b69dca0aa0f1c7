import SupportModel

extension Metric {
  package static let disconnectedLate = Metric(
    "disconnected-late", .counts, .count, .lowerIsBetter,
    "Contacts whose customer was answered, handed back at the end of a shift and left while waiting again, mean per play; not abandoned.",
    .contacts { .count($0.cell.disconnectedLate) })
}
