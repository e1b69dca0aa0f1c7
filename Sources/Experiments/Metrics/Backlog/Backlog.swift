import SupportModel

extension Metric {
  package static let backlog = Metric(
    "backlog", .backlog, .contacts, .lowerIsBetter,
    "Contacts waiting or in hand at the end of the interval (of the horizon), mean over plays.",
    .contacts { .count($0.openAtEnd.all) })
}
