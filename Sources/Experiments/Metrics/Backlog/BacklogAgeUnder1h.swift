import SupportModel

extension Metric {
  package static let backlogAgeUnder1h = Metric(
    "backlog-age-under-1h", .backlog, .contacts, .neutral,
    "Of backlog: contacts that came less than an hour ago, counted from when the contact reached the queue.",
    .contacts { .count($0.openAtEnd.count(.underHour)) })
}
