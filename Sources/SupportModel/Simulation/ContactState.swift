import SimulationCore

/// What a customer who tries again brings along.
struct NeedState: BitwiseCopyable {
  /// First arrival, µs: what the work and patience of the first attempt are drawn for.
  var firstArrivedAt: Int64
  /// Who last handled this need, or -1.
  var lastAgent: Int32 = -1
  /// Runs of random numbers that the work and the patience are drawn from: 0 for those of the first attempt, else the attempt.
  var workRun: UInt8 = 0
  var patienceRun: UInt8 = 0
}

/// A contact in the system. All times in µs.
struct ContactState: BitwiseCopyable {
  // Read whenever it is handled: the first cache line
  var type: Int32
  /// Counted interval of its arrival, or -1 in the warm-up.
  var interval: Int32
  /// First answer, or -1.
  var answeredAt: Int64
  var arrivedAt: Int64
  /// Sum of all completed waits.
  var waited: Int64
  /// When talk with the present agent began.
  var talkSince: Int64
  /// Talk time done with former agents (hand-back).
  var talkDone: Int64
  var source: Int32
  /// 0 for the first attempt of the need.
  var attempt: Int32
  var agent: Int32
  /// An agent was not free at once.
  var hadToWait: Bool
  var isWaiting: Bool

  // Read while it waits
  /// Which customer: the index within its source, the same for every attempt of the need.
  var entity: UInt64
  /// Number in order of arrival in this replication.
  var number: Int64
  /// Start of the present wait; after a hand-back still the first entry, which is the order of its queue.
  var queuedAt: Int64
  /// Start of the present wait.
  var waitingSince: Int64
  /// Work left, before the group's factor; -1: not drawn yet.
  var talkLeft: Int64
  /// Patience left; -1: not drawn yet, `Int64.max`: waits for ever.
  var patienceLeft: Int64
  var next: Int32
  var previous: Int32
  var need: NeedState
  /// Next overflow stage, counted in `CompiledRouting.stages` of its type.
  var stage: Int32
  var abandonment: EventHandle
  var overflow: EventHandle

  /// Sets every field, in place: copying one of these costs as much as an event.
  @inline(__always)
  mutating func begin(
    number: Int64, entity: UInt64, source: Int32, type: Int32, attempt: Int32, interval: Int32, queuedAt: Int64, need: NeedState,
    talk: Int64
  ) {
    self.number = number
    self.entity = entity
    self.source = source
    self.type = type
    self.attempt = attempt
    self.interval = interval
    self.need = need
    arrivedAt = queuedAt
    self.queuedAt = queuedAt
    waitingSince = queuedAt
    answeredAt = -1
    waited = 0
    talkSince = 0
    talkDone = 0
    agent = -1
    hadToWait = false
    isWaiting = false
    talkLeft = talk
    patienceLeft = -1
    next = -1
    previous = -1
    stage = 0
    abandonment = .none
    overflow = .none
  }
}

/// A contact type's queue: contacts in order of entry, linked through `ContactState.next`.
struct QueueState: BitwiseCopyable {
  var head: Int32 = -1
  var tail: Int32 = -1
  var waiting: Int32 = 0
  /// In the hands of agents (talk).
  var talking: Int32 = 0
  /// Up to when `queueIntegral` of the present interval is complete.
  var integratedTo: Int64 = 0
}

/// Room shared by several types, filled so far.
struct LimitState: BitwiseCopyable {
  var inSystem: Int32 = 0
  var waiting: Int32 = 0
}
