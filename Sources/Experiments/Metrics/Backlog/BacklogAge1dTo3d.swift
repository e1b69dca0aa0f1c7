import SupportModel

extension Metric {
  package static let backlogAge1dTo3d = Metric(
    "backlog-age-1d-3d", .backlog, .contacts, .lowerIsBetter,
    "Of backlog: contacts that came 1 to 3 days ago, counted from when the contact reached the queue.",
    .contacts { .count($0.openAtEnd.count(.days)) })
}
