extension Metric {
  package static let approvals = Metric(
    "approvals", .tickets, .count, .neutral, of: .approvals, "Touches that awaited an approval and have it.")

  package static let approvalTimeMean = Metric(
    "approval-time-mean", .tickets, .seconds, .lowerIsBetter, of: .approvals,
    "Mean time from asking for an approval until it is given, the wait for somebody of the group and the work on it; of those given.")

  package static let approvalWaitMean = Metric(
    "approval-wait-mean", .tickets, .seconds, .lowerIsBetter, of: .approvingPeople,
    "Mean wait of a contact in the queue of the group that approves it until one of its people took it; of those that somebody took.")

  package static let pWaitForApproval = Metric(
    "p-wait-for-approval", .tickets, .share, .lowerIsBetter, of: .approvingPeople,
    "Share of the contacts to be approved that nobody of the group could take at once.")
}
