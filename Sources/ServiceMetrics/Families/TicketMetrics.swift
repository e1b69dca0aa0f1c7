extension Metric {
  /// Contacts that are worked on more than once: in scenarios with `touches`, `reopen`, `holds`, `moves` or interruption, of all contacts there.
  static let ticketsFamily: [Metric] = [
    .arrived, .solved, .repliesSent, .touchesDone, .reopened, .autoClosed, .interruptions, .touchesPerContact, .oneTouch, .handleMean,
    .movedIn, .movedOut, .escalated, .movesPerContact, .pWaitAgain, .pending, .onHold, .pendingTimeMean, .holdTimeMean, .holdsDone,
    .holdWaitMean, .pWaitOnHold, .approvals, .approvalTimeMean, .approvalWaitMean, .pWaitForApproval,
    .stillOpenWaiting, .stillOpenInHand, .stillOpenPending, .stillOpenOnHold,
  ]

  package static let arrived = Metric(
    "arrived", .tickets, .count, .neutral, of: .arrivals,
    "Contacts that came in the interval, to self-service or to the door, those that come back with a new one included."
  )

  package static let solved = Metric(
    "solved", .tickets, .count, .higherIsBetter, of: .ticketsAndGroups,
    "Contacts solved by an agent or closed by themselves in the interval, whenever they came; one that comes back counts each time. Of a group: "
      + "those that its people solved.")

  package static let repliesSent = Metric(
    "replies-sent", .tickets, .count, .neutral, of: .ticketsAndGroups,
    "Touches that ended in the interval and said something to the customer, of whatever contact.")

  package static let touchesDone = Metric(
    "touches-done", .tickets, .count, .neutral, of: .ticketsAndGroups,
    "Touches that ended in the interval, of whatever contact; those of groups that had it on hold are counted of these groups alone.")

  package static let reopened = Metric(
    "reopened", .tickets, .count, .lowerIsBetter, of: .tickets, "Times that a contact was solved or closed and came back.")

  package static let autoClosed = Metric(
    "auto-closed", .tickets, .count, .neutral, of: .tickets, "Times that a contact closed because its customer had not answered.")

  package static let interruptions = Metric(
    "interruptions", .tickets, .count, .lowerIsBetter, of: .ticketsAndGroups,
    "Times that an agent put a contact aside for another one: of contacts in the interval of their arrival, of groups when it happened.")

  package static let touchesPerContact = Metric(
    "touches-per-contact", .tickets, .count, .lowerIsBetter, of: .tickets, isTotal: false,
    "Touches of handled contacts ÷ handled contacts; those of groups that had it on hold are not counted. By contact type, where contacts go on in "
      + "other types, touches of a leg.")

  package static let oneTouch = Metric(
    "one-touch", .tickets, .share, .higherIsBetter, of: .tickets, "Share of handled contacts that needed one touch.")

  package static let handleMean = Metric(
    "handle-mean", .tickets, .seconds, .lowerIsBetter, of: .tickets,
    "Mean talk and wrap-up of a handled contact, all its touches together; by contact type, where contacts go on in other types, of a leg that is over."
  )

  package static let pWaitAgain = Metric(
    "p-wait-again", .tickets, .share, .lowerIsBetter, of: .tickets,
    "Share of returns to the queue after the first answer that no agent could take at once.")

  package static let pending = Metric(
    "pending", .tickets, .contacts, .neutral, of: .tickets, "Contacts that wait for their customers, averaged over time.")

  package static let onHold = Metric(
    "on-hold", .tickets, .contacts, .lowerIsBetter, of: .tickets, "Contacts that another party has, averaged over time.")

  package static let pendingTimeMean = Metric(
    "pending-time-mean", .tickets, .seconds, .neutral, of: .tickets,
    "Mean length of a wait for the customer, until the answer or the close; of those that are over.")

  package static let stillOpenWaiting = stillOpen("waiting", .lowerIsBetter, "waiting in a queue")
  package static let stillOpenInHand = stillOpen("in-hand", .neutral, "in the hands of agents")
  package static let stillOpenPending = stillOpen("pending", .neutral, "waiting for their customers")
  package static let stillOpenOnHold = stillOpen("on-hold", .lowerIsBetter, "with another party")

  private static func stillOpen(_ phase: String, _ direction: Direction, _ place: String) -> Metric {
    Metric("still-open-\(phase)", .tickets, .count, direction, of: .tickets, "Of still-open: \(place) when play ended, mean per play.")
  }

  package static let holdTimeMean = Metric(
    "hold-time-mean", .tickets, .seconds, .lowerIsBetter, of: .tickets,
    "Mean length of a stretch with another party; of those that are over.")

  package static let holdsDone = Metric(
    "holds-done", .tickets, .count, .neutral, of: .holdingPeople,
    "Contacts that joined the group's queue because it had them on hold, and came back.")

  package static let holdWaitMean = Metric(
    "hold-wait-mean", .tickets, .seconds, .lowerIsBetter, of: .holdingPeople,
    "Mean wait of a contact on hold in the group's queue until one of its people took it; of those that somebody took.")

  package static let pWaitOnHold = Metric(
    "p-wait-on-hold", .tickets, .share, .lowerIsBetter, of: .holdingPeople,
    "Share of the contacts on hold with the group that nobody of it could take at once.")
}
