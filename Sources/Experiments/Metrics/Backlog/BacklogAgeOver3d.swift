import SupportModel

extension Metric {
  package static let backlogAgeOver3d = Metric(
    "backlog-age-over-3d", .backlog, .contacts, .lowerIsBetter,
    "Of backlog: contacts that came 3 days ago or more, counted from when the contact reached the queue.",
    .contacts { .count($0.openAtEnd.count(.older)) })
}
