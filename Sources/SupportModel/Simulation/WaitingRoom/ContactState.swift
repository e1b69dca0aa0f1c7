import SimulationCore

/// Where a contact is, as far as queues and hands go; `TicketState.phase` says what it waits for.
enum ContactPhase: UInt8, BitwiseCopyable {
  /// At the door: not let in yet.
  case arriving
  /// In a queue.
  case waiting
  /// Handed back in this instant: neither in a queue nor in anybody's hands until the changes of staffing are through.
  case returning
  /// With an agent who talks to the customer or works on it: it has an assignment.
  case inHand
  /// With the customer or another party, or solved and to come back: neither in a queue nor in anybody's hands.
  case away
}

/// A contact in the system. All times in µs.
struct ContactState: BitwiseCopyable {
  // Read whenever it is handled: the first cache line
  /// Whose: an index into `Demand.needs`.
  var need: Int32
  var type: Int32
  /// Counted interval of its arrival, or -1 in the warm-up.
  var interval: Int32
  /// Its assignment while it is in hand, or -1.
  var assignment: Int32
  var arrivedAt: Int64
  /// First answer, or -1.
  var answeredAt: Int64
  /// Time spent in waits that are over.
  var waited: Int64
  /// Talk time done with former agents.
  var talkDone: Int64
  /// Work left at pace 1, before the group's factor; -1: not drawn yet.
  var workLeft: Int64
  var phase: ContactPhase
  /// An agent was not free at once.
  var hadToWait: Bool
  /// Open before the horizon: no limit applied to it.
  var isPastTheDoor: Bool
  /// Asks after another contact: nothing is promised to it.
  var isChaser: Bool
  /// 0 for the first attempt of the need.
  var attempt: Int32

  // Read while it waits
  /// Number in order of arrival in this replication.
  var number: Int64
  /// First entry into its queue, or that for the touch to come: the order of the queue, also after a hand-back.
  var queuedAt: Int64
  /// Tells apart those of one instant: a number in order of such entries.
  var place: Int64
  /// Work that was put aside goes before others in its queue, what was put aside last first: below 0, the less the later; 0 otherwise.
  var front: Int64
  /// Start of the present wait.
  var waitingSince: Int64
  /// Patience left; -1: not drawn yet, `Int64.max`: waits for ever.
  var patienceLeft: Int64
  /// Time it will stay with an agent from now on; -1: not drawn yet.
  var stayLeft: Int64
  var next: Int32
  var previous: Int32
  /// Waits after the first answer, each of which no limit applied to.
  var waitsAgain: Int32
  /// Next overflow stage, counted in the stages of its type.
  var stage: Int32
  /// Who has it in hand, or -1.
  var agent: Int32
  /// Where it waits or would wait: its type's own queue, or that of a group which has it on hold (`CompiledQueues`).
  var queue: Int32
  /// The one group that it waits for (`RoutingPolicy.QueueAt`), or -1.
  var waitsFor: Int32
  /// When it leaves: the queue, or the agent.
  var abandonment: EventHandle
  var overflow: EventHandle

  /// Sets every field, in place: copying one of these costs as much as an event.
  @inline(__always)
  mutating func begin(_ attempt: Attempt, _ need: NeedState, number: Int64, place: Int64, interval: Int32) {
    self.need = attempt.need
    type = need.type
    queue = need.type
    self.interval = interval
    assignment = -1
    arrivedAt = attempt.since
    answeredAt = -1
    waited = 0
    talkDone = 0
    workLeft = attempt.talk
    phase = .arriving
    hadToWait = false
    isPastTheDoor = attempt.isPastTheDoor
    isChaser = false
    self.attempt = need.attempt
    self.number = number
    queuedAt = attempt.since
    self.place = place
    front = 0
    waitingSince = attempt.since
    patienceLeft = -1
    stayLeft = -1
    next = -1
    previous = -1
    waitsAgain = 0
    stage = 0
    agent = -1
    waitsFor = -1
    abandonment = .none
    overflow = .none
  }
}

/// A queue: contacts in order of entry, linked through `ContactState.next`.
struct QueueState: BitwiseCopyable {
  var head: Int32 = -1
  var tail: Int32 = -1
  var waiting: Int32 = 0
  /// In the hands of agents (talk).
  var inHand: Int32 = 0
}

/// Room shared by several types, filled so far.
struct RoomState: BitwiseCopyable {
  var inSystem: Int32 = 0
  var waiting: Int32 = 0
}
