import SimulationCore

/// Which contacts may interrupt the work on which, and what that costs.
struct CompiledInterruptions: Sendable {
  let isUsed: Bool
  let queueCount: Int
  /// `[queue * queueCount + other]`: a contact of the one queue may interrupt work on those of the other. What is on hold interrupts nothing.
  let mayInterrupt: [Bool]
  /// By queue, where contacts of several priorities may wait in one: channels and priorities that may interrupt its work.
  let channels: [[Int]]
  let priorities: [[Int]]
  let channelOf: [Int]
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
    queueCount = entries.count
    self.mayInterrupt = isUsed ? entries.flatMap { one in entries.map { mayInterrupt(one, $0) } } : []
    let varies = scenario.variesPriority
    interrupts = isUsed ? entries.map { one in one.group < 0 && varies[Int(one.type)] || entries.contains { mayInterrupt(one, $0) } } : []
    func rule(_ entry: CompiledQueues.Entry) -> Interruption? { scenario.interruption(of: scenario.contactTypes[Int(entry.type)]) }
    let isByPriority = isUsed && varies.contains(true)
    channels = isByPriority ? entries.map { rule($0)?.channels ?? [] } : []
    priorities = isByPriority ? entries.map { rule($0)?.priorities ?? [] } : []
    channelOf = isByPriority ? entries.map { $0.group < 0 ? scenario.contactTypes[Int($0.type)].channel : -1 } : []
    resumesWithSame = isUsed ? entries.map { rule($0)?.resumesWithSame ?? false } : []
    costs =
      isUsed ? entries.map { compiler.samplers.add(rule($0)?.cost) } : []
  }

  /// Whether a contact of a queue may interrupt work on those of another; `priority`: of the contact, where those of a queue differ in it.
  @inline(__always)
  func mayInterrupt(_ queue: Int, _ other: Int, priority: Int32) -> Bool {
    if channels.isEmpty { return mayInterrupt[queue * queueCount + other] }
    return channelOf[queue] >= 0 && (channels[other].contains(channelOf[queue]) || priorities[other].contains(Int(priority)))
  }
}
