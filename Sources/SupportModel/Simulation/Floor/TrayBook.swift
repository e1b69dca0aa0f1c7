import SimulationCore

/// What belongs to whom, beside what is in hand.
struct TrayBook: ~Copyable {
  let isUsed: Bool
  /// As in `CompiledTrays`.
  let ofQueue: Slab<Int32>
  let rules: Slab<CompiledTrays.Rule>
  /// Contacts that wait for their agent: `[agent * rules + tray]`.
  private let waiting: Slab<Int32>

  init(_ compiled: CompiledScenario) {
    isUsed = !compiled.trays.rules.isEmpty
    ofQueue = Slab(compiled.trays.ofQueue)
    rules = Slab(compiled.trays.rules)
    waiting = Slab(repeating: 0, count: compiled.agents.names.count * compiled.trays.rules.count)
  }

  mutating func begin() { waiting.fill(0) }

  mutating func waiting(_ agent: Int32, _ tray: Int32) -> Int32 { waiting[Int(agent) * rules.count + Int(tray)] }

  mutating func count(_ agent: Int32, _ tray: Int32, change: Int32) { waiting[Int(agent) * rules.count + Int(tray)] += change }
}

extension Floor {
  /// Contacts of a queue's tray that an agent has: those that wait, and those in hand, wrap-up included.
  mutating func inTray(_ agent: Int32, _ queue: Int32) -> Int32 {
    let tray = trays.ofQueue[Int(queue)]
    var count = trays.waiting(agent, tray)
    var assignment = agents[Int(agent)].assignments
    while assignment >= 0 {
      if trays.ofQueue[Int(assignments[assignment].queue)] == tray { count += 1 }
      assignment = assignments[assignment].next
    }
    return count
  }

  /// There is room for another contact of a queue in an agent's tray.
  mutating func hasRoomInTray(_ agent: Int32, _ queue: Int32) -> Bool {
    inTray(agent, queue) < trays.rules[Int(trays.ofQueue[Int(queue)])].room
  }
}
