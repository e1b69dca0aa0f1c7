package import SupportModel

/// What a contact metric may look at: the summed cell of one scope in one interval, or over the whole counted horizon.
package struct ContactAggregate: Sendable {
  /// Of the interval, or summed over all of them.
  package var cell = ContactCell()
  /// Likewise, where contacts may have several touches.
  package var tickets = TicketCell()
  /// Legs that began after another, and after which another began; in the total, in which a contact counts once, none.
  package var movedIn: Int64 = 0
  package var movedOut: Int64 = 0
  package var passedOn: Int64 = 0
  /// Likewise of needs, where contacts cause others; nil elsewhere.
  package var needs: NeedCell?
  /// Likewise, how customers found them, where the scenario says it.
  package var outcomes = OutcomeCell()
  /// What the customers who leave were worth, by the coefficients of the scenario; money.
  package var atRisk = 0.0
  /// Customers who do not come because their issue was removed.
  package var removed: Int64 = 0
  /// Of the same scope and stretch; longest times do not add up, so they are not in the cell.
  package var longestWait = LongestTime()
  /// What is open at the end of the interval (of the last one).
  package var openAtEnd = OpenContacts()
  /// Length of the interval (of the counted horizon), µs.
  package var length: Int64

  package init(length: Int64) { self.length = length }

  /// Adds what happened in another interval, all but the picture of its end.
  mutating func add(_ next: ContactAggregate) {
    cell += next.cell
    tickets += next.tickets
    movedIn += next.movedIn
    movedOut += next.movedOut
    passedOn += next.passedOn
    if let more = next.needs { needs = (needs ?? NeedCell()) + more }
    outcomes += next.outcomes
    atRisk += next.atRisk
    removed += next.removed
    longestWait.join(next.longestWait)
  }

  /// Entered the queue or were served at once: contacts, and by type, channel and the like legs.
  package var accepted: Int64 { cell.offered - cell.blocked + movedIn - passedOn }
  /// Likewise those that are through: handled, and by type, channel and the like with legs that went on in another type.
  package var ended: Int64 { cell.handled + movedOut - passedOn }
}
