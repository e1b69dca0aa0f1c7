import SimulationCore

/// What an agent is doing. States tile the time between coming and leaving.
enum AgentActivity: UInt8, BitwiseCopyable {
  case off, available, handling, wrapUp, onBreak, offline

  /// Something is in hand: talk or wrap-up.
  @inline(__always) var isBusy: Bool { self == .handling || self == .wrapUp }
}

/// What an agent should be doing. Whoever is busy and not on duty works overtime: after the end of the shift, or past the staffing count.
enum AgentDuty: UInt8, BitwiseCopyable {
  /// No shift is running, or nobody of the count.
  case off
  /// A shift is running, and the agent is absent for the whole of it.
  case absent
  /// A shift is running, and the agent has not come yet.
  case late
  /// Paid, and not on the floor yet: learns the trade.
  case training
  case on
  /// On duty, and the next break or offline activity should have begun.
  case due

  @inline(__always) var isOn: Bool { rawValue >= AgentDuty.on.rawValue }
}

/// An agent at work: what every contact touches. All times in µs.
struct AgentState: BitwiseCopyable {
  /// Beginning of the present activity, moved up to the start of each reporting interval.
  var since: Int64 = 0
  /// When it fell idle.
  var idleSince: Int64 = 0
  /// Others of its list: the idle of the group, or those with something in hand and room for more.
  var nextIdle: Int32 = -1
  var previousIdle: Int32 = -1
  /// First of its assignments, or -1: nothing in hand.
  var assignments: Int32 = -1
  /// Assignments in talk, and units of capacity that all assignments take.
  var talking: Int32 = 0
  var unitsInUse: Int32 = 0
  var group: Int32
  var activity = AgentActivity.off
  var duty = AgentDuty.off
  /// In the list of those with room.
  var isListed = false
}

/// Where a person with shifts is in the plan of the day; kept apart from `AgentState`, which it would double. Times in µs.
struct ShiftState: BitwiseCopyable {
  /// Index into `CompiledAgents.shifts` of the present or next shift.
  var shift: Int32 = 0
  /// Index into `CompiledAgents.breaks` of the next break of the present shift.
  var nextBreak: Int32 = 0
  /// When the person came: activities that were over by then are not held.
  var cameAt: Int64 = 0
  /// Planned start and number of the offline activity held last in the present shift; they are held in this order.
  var heldStart = Int64.min
  var held: Int32 = -1
  /// Up to when time in the scheduled state is counted.
  var countedTo: Int64 = 0
  /// The planned start of the next activity, or the end of the present one; or when a late person will come.
  var activityEvent = EventHandle.none
}

/// An agent's place in the list of the group's people whose work may be put aside.
struct InterruptibleState: BitwiseCopyable {
  var next: Int32 = -1
  var previous: Int32 = -1
  /// When what is in hand began, or went on, last, µs.
  var began: Int64 = 0
  var isListed = false
}

/// A group's idle people, in the order they fell idle, linked through `AgentState.nextIdle`; and its staffing count.
struct GroupState: BitwiseCopyable {
  var idleHead: Int32 = -1
  var idleTail: Int32 = -1
  var idle: Int32 = 0
  /// First of those with something in hand and room for more, linked likewise, in no order.
  var roomHead: Int32 = -1
  /// First of those whose work may be put aside, linked through `InterruptibleState`: what began last first, then by id.
  var interruptibleHead: Int32 = -1
  /// Busy (talk or wrap-up), overtime included.
  var busy: Int32 = 0
  /// `staffing` groups: people there, those past the count included.
  var present: Int32 = 0
  /// Of those: busy and past the count.
  var past: Int32 = 0
  /// `staffing` groups: index into `CompiledAgents.steps` of the next step.
  var nextStep: Int32 = 0
  /// Heads planned to be there (people who came), and absent.
  var scheduled: Int32 = 0
  var absent: Int32 = 0
  /// Heads on duty: at work, on a break or offline, and neither absent, late, nor past the end of their shift or the count.
  var onDuty: Int32 = 0
  /// Heads employed, and those of them who are trained; kept where people join or leave for good.
  var employed: Int32 = 0
  var trained: Int32 = 0
  /// Ends of weeks that are over.
  var nextWeek: Int32 = 0
}
