import SimulationCore

extension Simulation {
  /// Stops the process when the state is not what the design promises. Linear in everything; for `Observation.checks` and the checked build.
  mutating func checkInvariants() {
    queue.checkInvariants()
    demand.checkInvariants(&room, &queue)
    room.checkInvariants(&floor, &demand)
    if hasTickets { room.checkTickets(&queue) }
    floor.checkInvariants(&room, &queue, at: now)
    if hasTrays { floor.checkTrays(&room) }
    if !isPlacementPlanned { router.checkInvariants(&floor, &room, at: now) }
    ledger.checkInvariants()
    if ledger.hasMoves { ledger.checkLegs(&room) }
  }
}
