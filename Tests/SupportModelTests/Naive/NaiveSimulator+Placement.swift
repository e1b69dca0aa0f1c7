import SimulationCore

@testable import SupportModel

/// Staffing changes of one instant are all applied before anybody is placed at that instant.
extension NaiveSimulator {
  /// Somebody is free at the end of work: takes the contact that the rules choose, and more while more fits, or idles.
  func pull(_ agent: NaiveAgent) {
    fillTrays(of: agent)
    takeMore(agent)
    if !agent.isBusy {
      agent.become(.available, isOvertime: false, now: now)
    }
  }

  /// Asks the rules until nothing fits. Who has nothing in hand yet asks without being looked at: has come, or is done.
  func takeMore(_ agent: NaiveAgent) {
    while !agent.isBusy || isWilling(agent), let contact = contact(for: agent) {
      stopWaiting(contact)
      answer(contact, by: agent)
    }
  }

  /// A contact goes to the agent whom the rules choose, who then takes more while more fits.
  func offer(_ contact: NaiveContact, interrupts: Bool = true) -> NaiveAgent? {
    guard let (agent, aside) = taker(of: contact, interrupts: interrupts) else { return nil }
    if contact.isWaiting { stopWaiting(contact) }
    answer(contact, by: agent)
    goOnWith(aside)
    return agent
  }

  /// Somebody has come, or come back from a break.
  func becomeFree(_ agent: NaiveAgent) {
    agent.become(.available, isOvertime: false, now: now)
    freed.append(agent)
  }

  /// Once no change of staffing is left in this instant: customers in mid-conversation first, in the order in which they first came; then
  /// whoever is free since, by id.
  func placeWhenStaffingIsThrough() {
    if pending.contains(where: { $0.time == now && $0.rank <= 2 }) { return }
    for contact in returned.sorted(by: { ($0.front, $0.enteredAt, $0.order) < ($1.front, $1.enteredAt, $1.order) }) {
      if let agent = offer(contact) { freed.append(agent) } else { wait(contact, since: now) }
    }
    returned = []
    let left = released.filter { $0.isWaiting }.sorted { ($0.front, $0.enteredAt, $0.order) < ($1.front, $1.enteredAt, $1.order) }
    released = []
    for contact in left { if let agent = offer(contact) { freed.append(agent) } }
    let people = freed.sorted { $0.id < $1.id }
    freed = []
    for agent in people {
      if agent.activity == .available {
        // Not idle while choosing: the deciding agent counts itself.
        agent.become(.off, isOvertime: false, now: now)
        pull(agent)
      } else if agent.isBusy {
        takeMore(agent)
      }
    }
    disconnectUnattended()
  }
}
