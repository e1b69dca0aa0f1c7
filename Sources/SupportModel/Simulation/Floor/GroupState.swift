import SimulationCore

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
