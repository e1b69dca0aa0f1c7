import SimulationCore

/// Promises with clocks of their own.
extension Ledger {
  /// The promises with clocks of their own, of a contact that is through.
  mutating func judgeClocks(of contact: Int32, _ room: inout WaitingRoom, _ outcome: ContactRow.Outcome, at now: Int64) {
    for position in room.clocks.clocks(ofContact: contact) {
      if outcome != .merged, let message = room.clocks.unanswered(contact, position: position, at: now), message.interval >= 0 {
        count(message, isStopped: false, outcome)
      }
      if room.contacts[contact].interval < 0 { continue }
      guard let verdict = room.clocks.verdict(contact, position: position, at: now) else { continue }
      // The promise to the customer is kept by the contact that is worked on: what still runs ends without a verdict.
      if outcome == .merged && !verdict.isStopped { continue }
      let target = room.clocks.target(position)
      let isShort = room.contacts[contact].waited <= target.shortAbandon
      targetCells[Int(room.contacts[contact].interval) * targetCount + target.index].count(
        isStopped: verdict.isStopped, isInTime: verdict.isInTime, isShort: isShort, outcome)
      if penalties.isUsed {
        penalties.take(
          target: target.index, type: target.type, interval: room.contacts[contact].interval, isStopped: verdict.isStopped,
          isInTime: verdict.isInTime, isShort: isShort, outcome)
      }
      countDue(verdict.due, target: target.index)
    }
  }
}
