import SimulationCore

/// What an agent is doing. States tile the time between coming and leaving.
enum AgentActivity: UInt8, BitwiseCopyable {
  case off, available, handling, wrapUp, onBreak, offline
}

/// An agent. All times in µs.
struct AgentState: BitwiseCopyable {
  var group: Int32
  var activity = AgentActivity.off
  /// Working after the end of the shift, or past the staffing count.
  var isOvertime = false
  /// Beginning of the present activity, moved up to the start of each reporting interval.
  var since: Int64 = 0
  /// When it fell idle.
  var idleSince: Int64 = 0
  /// Contact in hand, or -1.
  var contact: Int32 = -1
  /// Contact type of the work in hand (talk or wrap-up).
  var contactType: Int32 = -1
  var nextIdle: Int32 = -1
  var previousIdle: Int32 = -1
  var workEnd = EventHandle.none

  // Persons with shifts
  /// Index of the present or next shift in the roster line.
  var shift: Int32 = 0
  /// Next break of the present shift.
  var nextBreak: Int32 = 0
  /// Offline activities of the present shift that are over or not held, a bit each.
  var offlineDone: UInt64 = 0
  /// Absent for the whole of the present shift.
  var isAbsent = false
  /// The present shift is running.
  var isOnShift = false
  /// The time of the next planned activity has come but the agent is busy.
  var activityDue = false
  var activityEvent = EventHandle.none
}

/// A group's idle people, in the order they fell idle, linked through `AgentState.nextIdle`; and its staffing count.
struct GroupState: BitwiseCopyable {
  var idleHead: Int32 = -1
  var idleTail: Int32 = -1
  var idle: Int32 = 0
  /// Busy (talk or wrap-up), overtime included.
  var busy: Int32 = 0
  /// `staffing` groups: people on duty, those past the count included.
  var onDuty: Int32 = 0
  /// `staffing` groups: next step.
  var nextStep: Int32 = 0
  /// Heads planned to be there (people who came), and absent.
  var scheduled: Int32 = 0
  var absent: Int32 = 0
  /// Up to when `scheduled` and `absent` of the present interval are integrated.
  var integratedTo: Int64 = 0
}
