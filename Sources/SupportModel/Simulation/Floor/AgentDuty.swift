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
