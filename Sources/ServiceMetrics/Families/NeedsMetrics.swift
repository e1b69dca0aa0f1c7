extension Metric {
  /// What becomes of customers, whatever number of contacts it takes.
  static let needsFamily: [Metric] = [
    .contactsPerNeed, .needsResolved,
  ]

  package static let contactsPerNeed = Metric(
    "contacts-per-need", .needs, .contacts, .lowerIsBetter, of: .contacts,
    "Contacts offered ÷ needs (first attempts) offered.")

  package static let needsResolved = Metric(
    "needs-resolved", .needs, .count, .higherIsBetter, of: .contacts,
    "Needs that ended with a handled contact, mean per play.")
}
