import SimulationCore

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
