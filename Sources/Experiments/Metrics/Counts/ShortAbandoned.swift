import SupportModel

extension Metric {
  package static let shortAbandoned = Metric(
    "short-abandoned", .counts, .count, .neutral,
    "Contacts that abandoned or balked within the target's short-abandon time and are counted nowhere in its service level, mean per play.",
    .target(where: { $0.shortAbandon != nil }) { .count($0.abandonedShort) })
}
