extension Metric {
  /// How long contacts queue, and how many do.
  static let waitingFamily: [Metric] = [
    .asa, .waitMean, .waitMeanAbandoned, .waitP50, .waitP80, .waitP90, .waitP95, .waitP99, .waitMax, .waitAgainMean, .queueMean,
    .chatsInHand,
  ]

  package static let asa = Metric(
    "asa", .waiting, .seconds, .lowerIsBetter, of: .contacts,
    "Average speed of answer: mean queue time up to the first answer of contacts that an agent answered and that are over, those answered at "
      + "once included.")

  package static let waitMean = Metric(
    "wait-mean", .waiting, .seconds, .lowerIsBetter, of: .contacts,
    "Mean queue time up to the first answer of all accepted contacts (offered − blocked), however they ended; of open ones the time so far."
  )

  package static let waitMeanAbandoned = Metric(
    "wait-mean-abandoned", .waiting, .seconds, .neutral, of: .contacts,
    "Mean queue time of contacts that abandoned; those that balked did not queue.")

  package static let waitP50 = Metric(
    "wait-p50", .waiting, .seconds, .lowerIsBetter, of: .contacts, percentile: 0.50,
    "Half of accepted contacts queued no longer than this, however they ended.")

  package static let waitP80 = Metric(
    "wait-p80", .waiting, .seconds, .lowerIsBetter, of: .contacts, percentile: 0.80,
    "80 % of accepted contacts queued no longer than this, however they ended.")

  package static let waitP90 = Metric(
    "wait-p90", .waiting, .seconds, .lowerIsBetter, of: .contacts, percentile: 0.90,
    "90 % of accepted contacts queued no longer than this, however they ended.")

  package static let waitP95 = Metric(
    "wait-p95", .waiting, .seconds, .lowerIsBetter, of: .contacts, percentile: 0.95,
    "95 % of accepted contacts queued no longer than this, however they ended.")

  package static let waitP99 = Metric(
    "wait-p99", .waiting, .seconds, .lowerIsBetter, of: .contacts, percentile: 0.99,
    "99 % of accepted contacts queued no longer than this, however they ended.")

  package static let waitMax = Metric(
    "wait-max", .waiting, .seconds, .lowerIsBetter, of: .contacts,
    "Longest queue time of any accepted contact, mean over plays that had one.")

  package static let waitAgainMean = Metric(
    "wait-again-mean", .waiting, .seconds, .lowerIsBetter, of: .contacts,
    "Mean length of a wait after the first answer: of contacts handed back at the end of a shift, put aside, or back for another touch that "
      + "nobody could go on with at once.")

  package static let queueMean = Metric(
    "queue-mean", .waiting, .contacts, .lowerIsBetter, of: .contacts,
    "Contacts waiting, averaged over time.")

  package static let chatsInHand = Metric(
    "chats-in-hand", .waiting, .contacts, .neutral, of: .sharedContacts,
    "Contacts of channels held several at a time that are in talk with an agent, averaged over time; wrap-up is not counted.")
}
