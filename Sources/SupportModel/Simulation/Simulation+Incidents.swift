import SimulationCore

/// Contacts about an incident: acknowledged by a touch, on hold until it ends, and most of them solved with it.
extension Simulation {
  /// How long an incident lasts is drawn once per occurrence.
  mutating func planEnds(of event: CompiledArrivals.Event, _ occurrence: Int, from start: Int64, seed: UInt64, replication: Int) {
    if event.incident < 0 { return }
    let lasts = compiled.arrivals.incidents[Int(event.incident)].lasts
    var draws = RandomStream(seed: seed, replication: replication, name: "lasts/\(event.name)").generator(entity: UInt64(occurrence))
    let length = TimeSpan.microseconds(fromSeconds: compiled.arrivals.samplers.sample(Int(lasts), using: &draws))
    let end = start.addingReportingOverflow(length)
    demand.incidentEnds[Int(event.incident)].append(end.overflow ? .max : end.partialValue)
  }

  /// The work of the first touch on a contact whose incident goes on, µs; nil: nothing of the kind.
  @inline(never)
  mutating func acknowledgement(_ contact: Int32) -> Int64? {
    let need = room.contacts[contact].need
    if room.tickets[contact].touch > 1 || demand.incidentEnd(of: need) <= now { return nil }
    let law = compiled.arrivals.incidents[Int(demand.origins[Int(demand.needs[need].source)].incident)].acknowledge
    room.tickets[contact].isAcknowledged = true
    return TimeSpan.microseconds(fromSeconds: demand.arrivalLaw(law, .acknowledges, need))
  }

  /// The customer knows that it is known: the contact waits for the end of the incident.
  mutating func waitForIncident(_ contact: Int32, _ type: Int32) {
    room.tickets[contact].isAcknowledged = false
    room.tickets[contact].holds += 1
    note(.acknowledged, contact: contact)
    goAway(contact, type, .onHold)
    let end = max(now, demand.incidentEnd(of: room.contacts[contact].need))
    room.tickets[contact].event = end == .max ? .none : plan(.incidentEnd, at: end, subject: contact)
  }

  /// The incident is over, and with it what most of its contacts were about.
  mutating func endIncident(_ contact: Int32) {
    let need = room.contacts[contact].need
    let type = room.contacts[contact].type
    let rule = compiled.arrivals.incidents[Int(demand.origins[Int(demand.needs[need].source)].incident)]
    if demand.uniform(.solvesTogether, need, touch: room.tickets[contact].touch) >= rule.solvesTogether { return endHold(contact) }
    note(.solvedTogether, contact: contact)
    enter(.solved, contact)
    if !room.clocks.isEmpty {
      room.clocks.enter(.solved, contact, at: now)
      noteClocks(contact)
    }
    rest(contact, type, solvedBy: -1, until: .max)
  }
}
