import SupportModel

extension Metric {
  package static let waitingAtEnd = Metric(
    "waiting-at-end", .backlog, .contacts, .lowerIsBetter,
    "Contacts waiting at the end of the interval (of the horizon), mean over plays.",
    .contacts { .count($0.openAtEnd.waiting) })
}
