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
      gone += cell.selfServed + cell.gaveUpThere + cell.unreached + cell.merged
    }
    Invariant.require(offered == gone + openCounted, "contacts are lost")
  }

  /// The same of each type, with the legs that began and ended there.
  mutating func checkLegs(_ room: inout WaitingRoom) {
    guard let legs = record.legs else { return }
    var open = Array(repeating: Int64(0), count: typeCount)
    for contact in 0..<Int32(room.contacts.slotCount) where room.contacts.isTaken(contact) && room.contacts[contact].interval >= 0 {
      open[Int(room.contacts[contact].type)] += 1
    }
    for type in 0..<typeCount {
      var here: Int64 = 0
      for interval in 0..<intervalCount {
        let cell = contactCells[interval * typeCount + type]
        let leg = legs.cells[interval * typeCount + type]
        let gone = cell.handled + cell.abandoned + cell.balked + cell.blocked + cell.disconnected + cell.disconnectedLate + cell.stillOpen
        here += cell.offered + leg.movedIn - gone - leg.movedOut
        if needCells.count > 0 {
          here -= needCells[interval * typeCount + type].unreached + needCells[interval * typeCount + type].merged
        }
      }
      Invariant.require(here == open[type], "contacts of a type are lost between its legs")
    }
  }
}
