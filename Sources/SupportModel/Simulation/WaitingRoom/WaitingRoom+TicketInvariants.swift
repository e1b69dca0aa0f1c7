import SimulationCore

extension WaitingRoom {
  /// Every contact is in the phase of the place where it is, the phases are counted, and whoever is away comes back: at a planned event, unless
  /// nobody ever answers.
  mutating func checkTickets(_ queue: inout EventQueue) {
    var counted = (pending: tickets.pending.array, onHold: tickets.onHold.array, resting: tickets.resting.array)
    for contact in 0..<Int32(contacts.slotCount) where contacts.isTaken(contact) {
      let type = Int(contacts[contact].type)
      let phase = tickets[contact].phase
      if isOfHold(contacts[contact].queue) {
        let isAsked = phase == (tickets[contact].approval >= 0 ? .awaitingApproval : .onHold)
        Invariant.require(isAsked && contacts[contact].phase != .away, "a contact that a group has is in another phase")
        counted.onHold[type] -= 1
        continue
      }
      switch contacts[contact].phase {
      case .arriving: break
      case .waiting, .returning: Invariant.require(phase == .waiting, "a contact in a queue is in another phase")
      case .inHand: Invariant.require(phase == .inHand, "a contact in hand is in another phase")
      case .away:
        switch phase {
        case .pending: counted.pending[type] -= 1
        case .onHold, .awaitingApproval: counted.onHold[type] -= 1
        case .solved, .closed: counted.resting[type] -= 1
        case .waiting, .inHand: Invariant.fail("a contact that is away is in the phase of another place")
        }
        let event = tickets[contact].event
        Invariant.require(event == .none || queue.isPlanned(event), "a contact that is away is forgotten")
      }
    }
    let resting = tickets.resting.array.reduce(0) { $0 + Int($1) }
    Invariant.require(resting == tickets.restingInAll, "contacts that rest are counted wrongly")
    let isCounted = (counted.pending + counted.onHold + counted.resting).allSatisfy { $0 == 0 }
    Invariant.require(isCounted, "contacts that are away are counted wrongly")
  }
}
