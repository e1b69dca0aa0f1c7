/// What is open where contacts may have several touches: with whom it is, and how old what the people owe an answer.
extension Metric {
  package static let pendingAtEnd = Metric(
    "pending-at-end", .backlog, .contacts, .neutral, of: .tickets,
    "Contacts that wait for their customers at the end of the interval (of the horizon), mean over plays.")

  package static let onHoldAtEnd = Metric(
    "on-hold-at-end", .backlog, .contacts, .lowerIsBetter, of: .tickets,
    "Contacts that another party has at the end of the interval (of the horizon), mean over plays.")

  package static let waitingAgeUnder1h = waitingAge("under-1h", "less than an hour ago", .neutral)
  package static let waitingAge1hTo4h = waitingAge("1h-4h", "1 to 4 hours ago")
  package static let waitingAge4hTo1d = waitingAge("4h-1d", "4 hours to a day ago")
  package static let waitingAge1dTo3d = waitingAge("1d-3d", "1 to 3 days ago")
  package static let waitingAgeOver3d = waitingAge("over-3d", "3 days ago or more")

  private static func waitingAge(_ name: String, _ came: String, _ direction: Direction = .lowerIsBetter) -> Metric {
    Metric(
      "waiting-age-\(name)", .backlog, .contacts, direction, of: .tickets,
      "Of waiting-at-end: contacts that came \(came), however often they have been worked on since.")
  }
}
