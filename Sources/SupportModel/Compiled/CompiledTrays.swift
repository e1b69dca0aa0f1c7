import SimulationCore

/// Which contacts belong to one agent.
struct CompiledTrays: Sendable {
  struct Rule: Sendable, BitwiseCopyable {
    var room: Int32
    var isOnArrival: Bool
    /// Until when it is kept for its agent, as `TicketState.keptUntil`: as long as that agent is on duty, or has another shift.
    var keptUntil: Int64
  }

  /// By queue: an index into `rules`, or -1. All contact types of a channel share its tray.
  let ofQueue: [Int32]
  let rules: [Rule]

  init(_ scenario: Scenario, _ queues: CompiledQueues) {
    let channels = scenario.channels.indices.filter { index in
      scenario.channels[index].tray != nil && scenario.contactTypes.contains { $0.channel == index }
    }
    rules = channels.compactMap { scenario.channels[$0].tray }.map {
      Rule(room: Int32(clamping: $0.room), isOnArrival: $0.assigns == .onArrival, keptUntil: $0.keeps ? .max - 1 : -1)
    }
    ofQueue = queues.entries.map { entry in
      entry.group >= 0 ? -1 : channels.firstIndex(of: scenario.contactTypes[Int(entry.type)].channel).map { Int32($0) } ?? -1
    }
  }
}
