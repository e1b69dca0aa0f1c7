import SupportModel

extension Metric {
  package static let backlogAge4hTo1d = Metric(
    "backlog-age-4h-1d", .backlog, .contacts, .lowerIsBetter,
    "Of backlog: contacts that came 4 hours to a day ago, counted from when the contact reached the queue.",
    .contacts { .count($0.openAtEnd.count(.halfDays)) })
}
