/// What makes the figures of one contact type those of its legs, where contacts go on in other types: to be added to the cells of the type, and to no
/// total, in which a contact counts once. Counted in the interval of the contact's arrival; times in µs. Cells add up, and fields may be below 0.
///
/// Of each type and interval: offered + movedIn = handled + abandoned + balked + blocked + disconnected + disconnectedLate + stillOpen + movedOut
/// (`ContactCell`, by the type of the last leg).
package struct LegCell: CountCell {
  /// Legs that began after another, and legs after which another began.
  package var movedIn: Int64 = 0
  package var movedOut: Int64 = 0
  /// Of those moved out: legs that nobody had begun, whose waits count with the next.
  package var passedOn: Int64 = 0
  /// First waits of later legs: how many had to wait, were answered, and for how long they waited then; of all others so far.
  package var hadToWait: Int64 = 0
  package var answered: Int64 = 0
  package var waitAnswered: Int64 = 0
  package var waitOther: Int64 = 0
  /// Work and touches of legs that are over, and later waits in them; taken off again from the last leg, which has those of all.
  package var talk: Int64 = 0
  package var wrapUp: Int64 = 0
  package var touches: Int64 = 0
  package var waitsAgain: Int64 = 0
  package var waitAgain: Int64 = 0

  package init() {}
}
