import SimulationCore

/// Which contacts may interrupt the work on which, and what that costs.
struct CompiledInterruptions: Sendable {
  let isUsed: Bool
  /// `[queue * queues + other]`: a contact of the one queue may interrupt work on those of the other. What is on hold interrupts nothing.
  let mayInterrupt: [Bool]
  /// By queue: anything at all may interrupt it.
  let canBeInterrupted: [Bool]
  /// By queue: it may interrupt anything at all.
  let interrupts: [Bool]
  /// By queue: index into the samplers of what an interruption adds to its work, or -1.
  let costs: [Int32]
  /// By queue: who put it aside goes on with it.
  let resumesWithSame: [Bool]

  init(_ scenario: Scenario, _ queues: CompiledQueues, _ compiler: inout CustomerCompiler) {
    let entries = queues.entries
    func mayInterrupt(_ one: CompiledQueues.Entry, _ other: CompiledQueues.Entry) -> Bool {
      one.group < 0 && scenario.mayInterrupt(Int(one.type), Int(other.type))
    }
    isUsed = scenario.hasInterruptions
    self.mayInterrupt = isUsed ? entries.flatMap { one in entries.map { mayInterrupt(one, $0) } } : []
    canBeInterrupted = isUsed ? entries.map { other in entries.contains { mayInterrupt($0, other) } } : []
    interrupts = isUsed ? entries.map { one in entries.contains { mayInterrupt(one, $0) } } : []
    func rule(_ entry: CompiledQueues.Entry) -> Interruption? { scenario.interruption(of: scenario.contactTypes[Int(entry.type)]) }
    resumesWithSame = isUsed ? entries.map { rule($0)?.resumesWithSame ?? false } : []
    costs =
      isUsed ? entries.map { compiler.samplers.add(rule($0)?.cost) } : []
  }
}
