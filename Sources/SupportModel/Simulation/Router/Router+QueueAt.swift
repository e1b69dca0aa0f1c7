import SimulationCore

/// Contacts that wait for one group only (`RoutingPolicy.QueueAt`): in the queue of their type as ever, and nobody else takes them but groups
/// that an overflow rule lets in.
extension Router {
  /// A contact has joined its queue: for whom it waits is settled the first time.
  mutating func joinQueue(_ contact: Int32, _ floor: inout Floor, _ room: inout WaitingRoom) {
    guard let queueAt else { return }
    if room.contacts[contact].waitsFor < 0 {
      let kept = keepsContacts ? room.tickets[contact].keptFor : -1
      room.contacts[contact].waitsFor =
        kept >= 0 ? floor.agents[Int(kept)].group : groupToWaitFor(queueAt, in: room.contacts[contact].queue, &floor)
    }
    let group = room.contacts[contact].waitsFor
    if group >= 0 { waitingFor[Int(group)] += 1 }
  }

  /// A contact has left its queue.
  mutating func leaveQueue(_ contact: Int32, _ room: inout WaitingRoom) {
    let group = room.contacts[contact].waitsFor
    if group >= 0 { waitingFor[Int(group)] -= 1 }
  }

  /// Of the groups that may take the type at once and have anybody there (of all of them where none has), the one the rule says; the first in
  /// the order in which they are tried where it leaves several. -1: no group may take it at once.
  private mutating func groupToWaitFor(_ rule: RoutingPolicy.QueueAt, in queue: Int32, _ floor: inout Floor) -> Int32 {
    var best: Int32 = -1
    var least = Double.infinity
    var isThere = false
    for position in rangeOfQueue[inForce * queueCount + Int(queue)].indices where groupLinks[position].after == 0 {
      let group = Int(groupLinks[position].other)
      let people = floor.groups[group].idle + floor.groups[group].busy
      if people == 0 && isThere { continue }
      if people > 0 && !isThere {
        isThere = true
        (best, least) = (-1, .infinity)
      }
      let ratio = Double(waitingFor[group] + 1) / Double(max(people, 1))
      let score: Double =
        switch rule {
        case .lastGroup: -Double(position)
        case .queueRatio: ratio
        case .expectedDelay: ratio * pairs[group * queueCount + Int(queue)].expectedHandle
        }
      if best < 0 || score < least { (best, least) = (Int32(group), score) }
    }
    return best
  }
}
