/// What an agent is doing. States tile the time between coming and leaving.
enum AgentActivity: UInt8, BitwiseCopyable {
  case off, available, handling, wrapUp, onBreak, offline

  /// Something is in hand: talk or wrap-up.
  @inline(__always) var isBusy: Bool { self == .handling || self == .wrapUp }
}
