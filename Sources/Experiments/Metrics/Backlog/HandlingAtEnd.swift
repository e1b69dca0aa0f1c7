import SupportModel

extension Metric {
  package static let handlingAtEnd = Metric(
    "handling-at-end", .backlog, .contacts, .neutral,
    "Contacts in hand at the end of the interval (of the horizon), mean over plays.",
    .contacts { .count($0.openAtEnd.inHand) })
}
