import SimulationCore

@testable import SupportModel

/// Work is put aside for a contact that finds nobody free.
extension NaiveSimulator {
  /// Who takes a contact, and what they put aside for it.
  func taker(of contact: NaiveContact, interrupts: Bool) -> (agent: NaiveAgent, aside: [NaiveContact])? {
    if let agent = agent(for: contact) { return (agent, []) }
    guard interrupts, let agent = interruptible(for: contact) else { return nil }
    var aside: [NaiveContact] = []
    while !fits(contact.type, agent) { aside.append(putAside(lastBegun(agent))) }
    return (agent, aside)
  }

  /// What was put aside goes to who is free for it, or waits before all others.
  func goOnWith(_ aside: [NaiveContact]) {
    for contact in aside {
      if let other = offer(contact, interrupts: false) { takeMore(other) } else { wait(contact, since: now) }
    }
  }

  /// Whether the work of one type may be put aside for a contact of another.
  private func mayInterrupt(_ contact: NaiveContact, _ work: NaiveAssignment) -> Bool {
    // What is on hold interrupts nothing.
    if contact.held != nil { return false }
    let kind = scenario.contactTypes[contact.type]
    guard let rule = channel(work.type).interruption else { return false }
    return rule.channels.contains(kind.channel) || rule.priorities.contains(contact.priority)
  }

  /// Holds something, all of it may be put aside, and then there is room: also by the limit of the channel.
  private func isInterruptible(_ agent: NaiveAgent, for contact: NaiveContact) -> Bool {
    let ofChannel = agent.work.count { scenario.contactTypes[$0.type].channel == scenario.contactTypes[contact.type].channel }
    return agent.isBusy && isWilling(agent) && agent.work.allSatisfy { $0.isTalking && mayInterrupt(contact, $0) }
      && ofChannel < channel(contact.type).atMost ?? .max
  }

  private func interruptible(for contact: NaiveContact) -> NaiveAgent? {
    let candidates = best(
      of: agents.filter { (contact.keptFor ?? $0) === $0 && isInterruptible($0, for: contact) && may($0.group, take: contact, free: .max) },
      for: contact)
    let latest = candidates.map { lastBegun($0).wentOnAt }.max()
    return candidates.first { lastBegun($0).wentOnAt == latest }
  }

  private func lastBegun(_ agent: NaiveAgent) -> NaiveAssignment {
    let latest = agent.work.map(\.wentOnAt).max()
    return agent.work.last { $0.wentOnAt == latest }!
  }

  private func putAside(_ work: NaiveAssignment) -> NaiveContact {
    let contact = work.contact
    let before = contact.interruptions.count { $0.touch == contact.touch }
    stop(work)
    if let law = channel(contact.type).interruption!.cost {
      var draws = stream("resume-cost/\(contact.need.stream)").part(UInt32(contact.touch - 1)).part(UInt32(before)).generator(
        entity: contact.need.entity, run: UInt16(contact.run))
      let cost = microseconds(law, &draws)
      contact.workLeft! += cost
      contact.resumeCosts.append((contact.type, cost))
    }
    contact.interruptions.append((now, contact.touch, contact.type))
    work.agent.putAside.append(now)
    asides += 1
    // Behind what was put aside comes what was approved.
    contact.front = -asides - 1
    if channel(contact.type).interruption!.resumesWithSame { (contact.keptFor, contact.keptUntil) = (work.agent, nil) }
    note(.interrupted, contact, agent: work.agent)
    return contact
  }
}
