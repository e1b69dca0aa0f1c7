import SimulationCore

/// Which contacts may interrupt the work on which, and what that costs.
struct CompiledInterruptions: Sendable {
  let isUsed: Bool
  let typeCount: Int
  /// `[type * typeCount + other]`: a contact of the type may interrupt work on the other.
  let mayInterrupt: [Bool]
  /// By type: it may interrupt anything at all.
  let interrupts: [Bool]
  /// By type: index into the samplers of what an interruption adds to its work, or -1.
  let costs: [Int32]

  init(_ scenario: Scenario, _ compiler: inout CustomerCompiler) {
    let types = scenario.contactTypes.indices
    isUsed = scenario.hasInterruptions
    typeCount = types.count
    mayInterrupt = isUsed ? types.flatMap { type in types.map { scenario.mayInterrupt(type, $0) } } : []
    interrupts = isUsed ? types.map { type in types.contains { scenario.mayInterrupt(type, $0) } } : []
    costs = isUsed ? scenario.contactTypes.map { compiler.samplers.add(scenario.interruption(of: $0)?.cost) } : []
  }
}
