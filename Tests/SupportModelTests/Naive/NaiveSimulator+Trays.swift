import SimulationCore

@testable import SupportModel

/// Contacts that belong to one agent, for whom they wait and to whom they come back.
extension NaiveSimulator {
  /// What a group has on hold, or approves, is in nobody's tray.
  func tray(_ contact: NaiveContact) -> Tray? { contact.held == nil ? channel(contact.type).tray : nil }

  /// Contacts of a channel that wait for an agent or are in those hands, until wrap-up is over.
  func inTray(_ agent: NaiveAgent, _ type: Int) -> Int {
    func isOfChannel(_ other: Int) -> Bool { scenario.contactTypes[other].channel == scenario.contactTypes[type].channel }
    let waiting = present.count { $0.isWaiting && $0.held == nil && $0.keptFor === agent && isOfChannel($0.type) }
    return waiting + agent.work.count { $0.hold == nil && isOfChannel($0.type) }
  }

  func hasRoomInTray(_ agent: NaiveAgent, _ type: Int) -> Bool { inTray(agent, type) < channel(type).tray?.room ?? 0 }

  /// A contact that is offered and waits for nobody in particular: comes back to its agent, or becomes somebody's.
  func assign(_ contact: NaiveContact) {
    guard let tray = tray(contact), contact.keptFor == nil else { return }
    if let owner = contact.owner {
      if pair(owner.group, contact.type).canServe, canBeExpected(owner, until: tray.keeps ? .max - 1 : nil) { return put(contact, owner) }
      contact.owner = nil
    }
    let candidates = agents.filter { agent in
      (agent.activity == .available || tray.assigns == .onArrival && isWilling(agent))
        && may(agent.group, take: contact, free: agent.isBusy ? .max : idle(agent.group).count) && hasRoomInTray(agent, contact.type)
    }
    let equal = best(of: candidates, for: contact)
    if let agent = equal.min(by: { (inTray($0, contact.type), $0.id) < (inTray($1, contact.type), $1.id) }) { put(contact, agent) }
  }

  private func put(_ contact: NaiveContact, _ agent: NaiveAgent) {
    (contact.owner, contact.keptFor) = (agent, agent)
    contact.keptUntil = tray(contact)!.keeps ? .max - 1 : nil
    if contact.isWaiting {
      contact.waitsFor = nil
      contact.waitsFor = groupToWaitFor(contact)
      note(.inTray, contact, agent: agent)
    }
  }

  /// Somebody who has nothing in hand looks for work, and is not idle while choosing.
  func fillTrays(of agent: NaiveAgent) { while let contact = contact(for: agent, isAssigning: true) { put(contact, agent) } }
}
