import SimulationCore

/// What is to be known of a contact beyond its queue and its hands where contacts may have more than one touch. All times in µs.
struct TicketState: BitwiseCopyable {
  /// Number of the touch at hand or to come, from 1; touches of other groups are not counted.
  var touch: Int32 = 1
  /// Touches begun, those of other groups too.
  var begun: Int32 = 0
  /// Which of these is at hand, from 1.
  var number: Int32 = 0
  var reopens: Int32 = 0
  var autoCloses: Int32 = 0
  var holds: Int32 = 0
  /// Times that work on it was put aside, and of those in the touch at hand.
  var interruptions: Int32 = 0
  var interruptionsOfTouch: Int32 = 0
  /// Times in the touch at hand that another agent has read what there was.
  var readings: Int32 = 0
  /// The touch at hand only tells the customer that the incident is known.
  var isAcknowledged = false
  /// Where it is on its way, and since when.
  var phase = ClockPhase.waiting
  var since: Int64
  /// When it joined the queue for the touch at hand or to come, what it had waited before, and when the touch began; -1: not yet.
  var joinedAt: Int64
  var waitedBefore: Int64 = 0
  /// The same before the leg, µs.
  var waitedBeforeLeg: Int64 = 0
  var touchBegan: Int64 = -1
  /// What is to be known while a group has it on hold: which of the holds, when it joined the queue of the group and in which interval, what
  /// it has waited there, and where it stood in its own queue.
  var hold: Int32 = -1
  var holdInterval: Int32 = -1
  var holdWaited: Int64 = 0
  var heldFrom: (queuedAt: Int64, place: Int64) = (0, 0)
  /// While it waits for approval: of which kind, or -1; the assignment of the agent who waits for it, or -1; and what is to be known of the touch in
  /// those hands.
  var approval: Int32 = -1
  var waiter: Int32 = -1
  var ownTouch: (number: Int32, joinedAt: Int64, touchBegan: Int64, stayLeft: Int64) = (0, 0, 0, -1)
  /// Work that was left to do when it was approved, µs: the touch at hand or to come is that; -1: it is not.
  var finishWork: Int64 = -1
  /// The one agent for whom it waits, or -1; until when at the latest, -1: as long as that agent is on duty; and the end of that.
  var keptFor: Int32 = -1
  var keptUntil: Int64 = -1
  var keptEnd = EventHandle.none
  /// Whose it is, where contacts belong to one agent, or -1: it waits for that one alone (`keptFor`) and comes back to them.
  var owner: Int32 = -1
  /// Wrap-up of all touches so far.
  var wrapUp: Int64 = 0
  /// End of the last talk, or -1.
  var talkEndedAt: Int64 = -1
  /// First and last time that it was solved or closed by itself; -1: never.
  var firstSolvedAt: Int64 = -1
  var solvedAt: Int64 = -1
  /// End of the first talk that said something to the customer, or -1; time between solves and reopens.
  var repliedAt: Int64 = -1
  var rested: Int64 = 0
  /// Since when the customer's oldest message waits for an answer, or -1, and the interval in which it came.
  var messageSince: Int64 = -1
  var messageInterval: Int32 = -1
  /// When the customer answers, known from the end of the touch on; `Int64.max`: never.
  var repliesAt = Int64.max
  /// The end of the present phase that comes by itself: an answer, a close, the end of a hold, a return.
  var event = EventHandle.none

  // Where contacts may go on in another contact type
  /// The type in which it came, its place among all that came, and its priority now.
  let comesAs: Int32
  let firstPlace: Int64
  var priority: Int32
  /// Moves so far, the number of the first touch of the leg at hand, and whether that has begun.
  var moves: Int32 = 0
  var legFrom: Int32 = 1
  var isLegBegun = false
  /// Which of the rules of escalation have been followed, the next of them, and where it is to go on because of one, or -1.
  var escalations: UInt64 = 0
  var escalation = EventHandle.none
  var escalatesAt = Int64.max
  var goesTo: Int32 = -1
  /// Who takes it from hand to hand, or -1; and how long both are at it, µs.
  var warmWith: Int32 = -1
  var warmTime: Int64 = 0
  /// It joins the queue of the leg by its arrival.
  var isPlaceKept = false
  /// The type of the leg in which an agent answered it first, or -1.
  var answeredAs: Int32 = -1
  /// Sums over the legs before, and what the first waits of later legs were.
  var before = LegSums()
  var legWaits: Int32 = 0
  var legWaited: Int64 = 0
  /// Waits after an answer when the leg at hand joined its queue.
  var waitsAtJoin: Int32 = 0

  init(type: Int32, place: Int64, at instant: Int64, priority: Int32) {
    since = instant
    joinedAt = instant
    comesAs = type
    firstPlace = place
    self.priority = priority
  }

  /// Number of the touch within its leg, from 1.
  @inline(__always) var touchOfLeg: Int32 { touch - legFrom + 1 }
}

/// What legs of a contact came to that are over: µs, waits.
struct LegSums: BitwiseCopyable {
  var talk: Int64 = 0
  var wrapUp: Int64 = 0
  var waitsAgain: Int64 = 0
  var waitAgain: Int64 = 0
}
