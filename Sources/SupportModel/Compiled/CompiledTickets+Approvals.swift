import SimulationCore

/// Touches that somebody else must approve.
extension CompiledTickets {
  struct Approval: Sendable, BitwiseCopyable {
    /// Where the contact waits for the group.
    var queue: Int32
    /// Into `shares`.
    var shares: ByTouch
    /// Indices into the samplers; `finish` -1: nothing is left to do.
    var takes: Int32
    var finish: Int32
    /// The agent keeps it in hand.
    var agentWaits: Bool
  }

  mutating func add(_ approval: SupportModel.Approval, of type: Int, _ queues: CompiledQueues, _ compiler: inout CustomerCompiler) -> Int32
  {
    approvals.append(
      Approval(
        queue: queues.queue(ofType: type, heldBy: approval.group) ?? -1, shares: add(approval.shares),
        takes: compiler.samplers.add(approval.takes), finish: compiler.samplers.add(approval.finish), agentWaits: approval.agent == .waits))
    return Int32(approvals.count - 1)
  }
}
