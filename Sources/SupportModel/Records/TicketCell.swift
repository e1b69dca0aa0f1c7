/// What became of the contacts of one type over several touches. Those of the first part are counted in the interval of the contact's arrival,
/// those of the second in the interval in which they happen. Times in µs; cells add up.
package struct TicketCell: CountCell {
  /// Of offered: open before the horizon.
  package var wasOpen: Int64 = 0
  /// Touches of handled contacts; those of other groups are not counted.
  package var touches: Int64 = 0
  /// Of handled: solved with one touch.
  package var oneTouch: Int64 = 0
  /// Times that a contact was solved or closed, and came back.
  package var reopened: Int64 = 0
  package var autoClosed: Int64 = 0
  /// Waits for the customer that are over, and their time.
  package var pendings: Int64 = 0
  package var pendingTime: Int64 = 0
  /// Stretches with other parties that are over, and their time.
  package var holds: Int64 = 0
  package var holdTime: Int64 = 0
  /// Waits for approval that are over, and their time.
  package var approvals: Int64 = 0
  package var approvalTime: Int64 = 0
  /// Times that a contact came back to its queue after the first answer: for another touch, handed back, or put aside.
  package var joinsAgain: Int64 = 0
  /// Times that work was put aside for another contact.
  package var interruptions: Int64 = 0
  /// Work that was added by it, µs before the group's factor.
  package var resumeCost: Int64 = 0
  /// Legs that began after another, and legs after which another began; of these, escalations.
  package var movedIn: Int64 = 0
  package var movedOut: Int64 = 0
  package var escalated: Int64 = 0
  /// Neither finished nor gone when play ended, by the phase they were in then: together `ContactCell.stillOpen`.
  package var openWaiting: Int64 = 0
  package var openInHand: Int64 = 0
  package var openPending: Int64 = 0
  package var openOnHold: Int64 = 0

  /// Integrals of the numbers pending and on hold over the interval itself, contact·µs.
  package var pendingIntegral: Int64 = 0
  package var onHoldIntegral: Int64 = 0
  /// Touches that ended, of whatever contact; those of them that said something to the customer; and contacts solved or closed, one that comes
  /// back each time.
  package var touchesDone: Int64 = 0
  package var repliesSent: Int64 = 0
  package var solved: Int64 = 0

  package init() {}
}
