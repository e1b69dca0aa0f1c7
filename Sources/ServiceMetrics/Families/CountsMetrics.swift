extension Metric {
  /// How many: contacts by what became of them, means per play.
  static let countsFamily: [Metric] = [
    .offered, .handled, .abandoned, .shortAbandoned, .balked, .blocked, .disconnected, .disconnectedLate, .retried, .stillOpen,
    .removed,
  ]

  package static let offered = Metric(
    "offered", .counts, .count, .neutral, of: .contacts,
    "Contacts that asked for service, mean per play; each retry counts.")

  package static let handled = Metric(
    "handled", .counts, .count, .higherIsBetter, of: .contacts,
    "Contacts that an agent served to the end, mean per play.")

  package static let abandoned = Metric(
    "abandoned", .counts, .count, .lowerIsBetter, of: .contacts,
    "Contacts that left the queue before service, mean per play; those that balked are counted apart.")

  package static let shortAbandoned = Metric(
    "short-abandoned", .counts, .count, .neutral, of: .targetsWithShortAbandon,
    "Contacts that abandoned or balked within the target's short-abandon time and are counted nowhere in its service level, mean per play.")

  package static let balked = Metric(
    "balked", .counts, .count, .lowerIsBetter, of: .contacts,
    "Contacts that left at once because they would have had to wait, mean per play.")

  package static let blocked = Metric(
    "blocked", .counts, .count, .lowerIsBetter, of: .contacts,
    "Contacts refused entry because the queue or the lines were full or it was outside opening hours, mean per play.")

  package static let disconnected = Metric(
    "disconnected", .counts, .count, .lowerIsBetter, of: .contacts,
    "Contacts cut off while waiting at closing time or in hand at the end of a shift, mean per play.")

  package static let disconnectedLate = Metric(
    "disconnected-late", .counts, .count, .lowerIsBetter, of: .contacts,
    "Contacts whose customer was answered and left before the end, mean per play; not abandoned: handed back at the end of a shift and tired of "
      + "waiting again, or tired of an agent who was not through.")

  package static let retried = Metric(
    "retried", .counts, .count, .lowerIsBetter, of: .contacts,
    "Of the contacts offered: attempts after the first for the same need, mean per play.")

  package static let stillOpen = Metric(
    "still-open", .counts, .count, .lowerIsBetter, of: .contacts,
    "Contacts neither finished nor gone when play ended, mean per play.")

  package static let removed = Metric(
    "removed", .counts, .count, .neutral, of: .removals,
    "Customers who would have come for the first time, and do not because their issue is removed at its root, mean per play; they are in no other figure."
  )
}
