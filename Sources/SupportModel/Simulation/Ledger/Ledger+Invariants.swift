import SimulationCore

extension Ledger {
  /// Of the counted contacts that were offered, each is gone or open.
  mutating func checkInvariants() {
    var offered: Int64 = 0
    var gone: Int64 = 0
    for index in contactCells.indices {
      let cell = contactCells[index]
      offered += cell.offered
      gone += cell.handled + cell.abandoned + cell.balked + cell.blocked + cell.disconnected + cell.disconnectedLate + cell.stillOpen
    }
    // Who is in self-service is open and not offered yet.
    for index in needCells.indices {
      let cell = needCells[index]
      offered += cell.tried - cell.handedOver
      gone += cell.selfServed + cell.gaveUpThere + cell.unreached
    }
    Invariant.require(offered == gone + openCounted, "contacts are lost")
  }
}
