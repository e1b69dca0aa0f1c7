import SimulationCore

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
