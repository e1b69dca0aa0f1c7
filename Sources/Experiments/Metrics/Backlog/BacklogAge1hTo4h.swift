import SupportModel

extension Metric {
  package static let backlogAge1hTo4h = Metric(
    "backlog-age-1h-4h", .backlog, .contacts, .lowerIsBetter,
    "Of backlog: contacts that came 1 to 4 hours ago, counted from when the contact reached the queue.",
    .contacts { .count($0.openAtEnd.count(.hours)) })
}
