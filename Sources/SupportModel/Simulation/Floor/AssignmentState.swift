import SimulationCore

/// How far the agent is with a contact in hand.
enum AssignmentPhase: UInt8, BitwiseCopyable {
  /// With the customer, or working on what they wrote.
  case talk
  /// Still in hand, and nothing is done: somebody else must approve it. It counts as talk but for the pace of others.
  case pause
  /// The customer is through; the agent is not.
  case wrapUp
}

/// A contact in an agent's hands, from the answer to the end of wrap-up. All times in µs.
///
/// Work goes on at `pace`, in millionths: after t µs at pace p the work left is `workLeft` − t · p ÷ 10⁶, and with nothing changed it ends
/// ⌈workLeft · 10⁶ ÷ p⌉ after `since`.
struct AssignmentState: BitwiseCopyable {
  var agent: Int32
  /// Index into `WaitingRoom.contacts` in talk and pause, or -1 in wrap-up.
  var contact: Int32
  /// Number of the contact in order of arrival, and the queue that it was taken from or would have waited in: what is left to know of it in
  /// wrap-up.
  var number: Int64
  var queue: Int32
  /// Units of the agent's capacity that it takes, in wrap-up too.
  var units: Int32
  /// Work left at pace 1 when `since` was, the group's factor included.
  var workLeft: Int64
  /// When talk or wrap-up began, and when the present pace began.
  var began: Int64
  var since: Int64
  var pace: Int32
  var phase: AssignmentPhase
  /// Others of the same agent.
  var next: Int32
  var previous: Int32
  /// End of talk or of wrap-up.
  var end: EventHandle

  /// Pace 1, in millionths.
  static var fullPace: Int32 { 1_000_000 }
}
