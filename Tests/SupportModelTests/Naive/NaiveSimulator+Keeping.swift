import SimulationCore

@testable import SupportModel

/// Contacts that wait for one agent, and for nobody else as long as that agent can be expected.
extension NaiveSimulator {
  /// A contact that comes back waits for the agent of its last touch, if the rule for its type says so.
  func keepForLastAgent(_ contact: NaiveContact) {
    guard tray(contact) == nil, let rule = scenario.routing.affinity.last(where: { $0.contactTypes.contains(contact.type) }),
      let agent = contact.need.lastAgent, pair(agent.group, contact.type).canServe
    else { return }
    let until = now + rule.preferLastAgentFor.microseconds
    if rule.preferLastAgentFor == .zero || !canBeExpected(agent, until: until) { return }
    (contact.keptFor, contact.keptUntil) = (agent, until)
    contact.keptEvent = plan(.keptEnd(contact), at: until)
  }

  func canBeExpected(_ agent: NaiveAgent, until: Int64?) -> Bool {
    guard case .roster = scenario.groups[agent.group].presence else {
      return agent.activity != .off && !agent.isOvertime && !agent.isTraining
    }
    if agent.leftAt != nil { return false }
    if agent.isOnShift || agent.isLate { return true }
    let next = agent.shifts.dropFirst(agent.shift + (agent.isAbsent ? 1 : 0)).first
    guard let next, let until else { return false }
    return next.start.microseconds <= until
  }

  func endKeeping(_ contact: NaiveContact) {
    release(contact)
    if let agent = offer(contact) { takeMore(agent) }
  }

  /// An agent takes nothing more for now.
  func releaseKept(by agent: NaiveAgent) {
    for contact in present where contact.isWaiting && contact.keptFor === agent && !canBeExpected(agent, until: contact.keptUntil) {
      cancel(contact.keptEvent)
      release(contact)
      released.append(contact)
    }
  }

  private func release(_ contact: NaiveContact) {
    (contact.keptFor, contact.owner) = (nil, nil)
    contact.waitsFor = nil
    contact.waitsFor = groupToWaitFor(contact)
  }
}
