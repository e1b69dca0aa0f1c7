import SimulationCore

/// Which contacts may interrupt the work on which, and what that costs.
struct CompiledInterruptions: Sendable {
  let isUsed: Bool
  /// Where contacts of several priorities may wait in one queue: the priorities that interrupt something. Empty: the queue says it all.
  let priorities: [Int32]
  /// `[row * queues + other]`, a row for each queue and priority (`row`): such a contact may interrupt work on those of the other queue. What is on
  /// hold interrupts nothing.
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
    isUsed = scenario.hasInterruptions
    func rule(_ entry: CompiledQueues.Entry) -> Interruption? { scenario.interruption(of: scenario.contactTypes[Int(entry.type)]) }
    let isByPriority = isUsed && scenario.variesPriority.contains(true)
    var named: [Int] = []
    if isByPriority {
      for entry in entries { for priority in rule(entry)?.priorities ?? [] where !named.contains(priority) { named.append(priority) } }
    }
    priorities = named.map { Int32($0) }
    /// nil: a priority that nothing names; where queues say it all, that of the contact type.
    func mayInterrupt(_ one: CompiledQueues.Entry, _ priority: Int?, _ other: CompiledQueues.Entry) -> Bool {
      if one.group >= 0 { return false }
      if !isByPriority { return scenario.mayInterrupt(Int(one.type), Int(other.type)) }
      guard let rule = rule(other) else { return false }
      return rule.channels.contains(scenario.contactTypes[Int(one.type)].channel) || priority.map { rule.priorities.contains($0) } ?? false
    }
    let classes = named.map { Int?.some($0) } + [nil]
    let rows = isUsed ? entries.flatMap { one in classes.map { priority in entries.map { mayInterrupt(one, priority, $0) } } } : []
    self.mayInterrupt = rows.flatMap { $0 }
    canBeInterrupted = isUsed ? entries.indices.map { other in rows.contains { $0[other] } } : []
    interrupts =
      isUsed ? entries.indices.map { one in rows[one * classes.count..<(one + 1) * classes.count].contains { $0.contains(true) } } : []
    resumesWithSame = isUsed ? entries.map { rule($0)?.resumesWithSame ?? false } : []
    costs = isUsed ? entries.map { compiler.samplers.add(rule($0)?.cost) } : []
  }
}
