import SimulationCore

@testable import SupportModel

/// Something is broken for all who ask.
extension NaiveSimulator {
  /// The first touch while it lasts says that it is known.
  func acknowledgement(_ contact: NaiveContact) -> Int64? {
    guard contact.touch == 1, let incident = contact.need.incident, incident.end > now else { return nil }
    contact.isAcknowledged = true
    return time("acknowledges", contact, incident.rule.acknowledge)
  }

  func waitForIncident(_ contact: NaiveContact) {
    contact.isAcknowledged = false
    note(.acknowledged, contact, agent: contact.agent)
    enter(.onHold, contact)
    plan(.incidentEnd(contact), at: max(now, contact.need.incident!.end))
  }

  func endIncident(_ contact: NaiveContact) {
    if !happens("solves-together", contact, contact.need.incident!.rule.solvesTogether) { return endHold(contact) }
    note(.solvedTogether, contact, agent: contact.agent)
    enter(.solved, contact)
    contact.said.append((now, .over, contact.priority))
    rest(contact, nil)
  }
}
