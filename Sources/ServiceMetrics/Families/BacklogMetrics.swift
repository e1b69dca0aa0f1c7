extension Metric {
  /// What is open at interval ends, and how old it is.
  static let backlogFamily: [Metric] = [
    .backlog, .waitingAtEnd, .handlingAtEnd, .timeToClear, .backlogAgeUnder1h, .backlogAge1hTo4h, .backlogAge4hTo1d, .backlogAge1dTo3d,
    .backlogAgeOver3d, .pendingAtEnd, .onHoldAtEnd, .waitingAgeUnder1h, .waitingAge1hTo4h, .waitingAge4hTo1d, .waitingAge1dTo3d,
    .waitingAgeOver3d,
  ]

  package static let backlog = Metric(
    "backlog", .backlog, .contacts, .lowerIsBetter, of: .contacts,
    "Contacts open at the end of the interval (of the horizon): waiting, in hand, pending or on hold; mean over plays.")

  package static let waitingAtEnd = Metric(
    "waiting-at-end", .backlog, .contacts, .lowerIsBetter, of: .contacts,
    "Contacts waiting at the end of the interval (of the horizon), mean over plays.")

  package static let handlingAtEnd = Metric(
    "handling-at-end", .backlog, .contacts, .neutral, of: .contacts,
    "Contacts in hand at the end of the interval (of the horizon), mean over plays.")

  package static let timeToClear = Metric(
    "time-to-clear", .backlog, .seconds, .lowerIsBetter, of: .contacts,
    "From the end of the interval (of the one with most contacts waiting) to the first interval end with nobody waiting, or to the end of "
      + "the horizon where there is none; 0 with nobody waiting; mean over plays.")

  package static let backlogAgeUnder1h = Metric(
    "backlog-age-under-1h", .backlog, .contacts, .neutral, of: .contacts,
    "Of backlog: contacts that came less than an hour ago, counted from when the contact reached the queue.")

  package static let backlogAge1hTo4h = Metric(
    "backlog-age-1h-4h", .backlog, .contacts, .lowerIsBetter, of: .contacts,
    "Of backlog: contacts that came 1 to 4 hours ago, counted from when the contact reached the queue.")

  package static let backlogAge4hTo1d = Metric(
    "backlog-age-4h-1d", .backlog, .contacts, .lowerIsBetter, of: .contacts,
    "Of backlog: contacts that came 4 hours to a day ago, counted from when the contact reached the queue.")

  package static let backlogAge1dTo3d = Metric(
    "backlog-age-1d-3d", .backlog, .contacts, .lowerIsBetter, of: .contacts,
    "Of backlog: contacts that came 1 to 3 days ago, counted from when the contact reached the queue.")

  package static let backlogAgeOver3d = Metric(
    "backlog-age-over-3d", .backlog, .contacts, .lowerIsBetter, of: .contacts,
    "Of backlog: contacts that came 3 days ago or more, counted from when the contact reached the queue.")
}
