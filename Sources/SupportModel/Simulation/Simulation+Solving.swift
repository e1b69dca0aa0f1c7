import SimulationCore

/// Contacts that are solved, or closed by themselves, and those that come back.
extension Simulation {
  /// What somebody else has approved is solved without another touch.
  mutating func finishApproved(_ contact: Int32, _ type: Int32) { solve(contact, type) }

  /// What somebody else has approved comes back to be finished, before all others but work that was put aside.
  mutating func comeBackToFinish(_ contact: Int32) {
    ledger.countJoining(type: room.contacts[contact].type, counted: room.contacts[contact].interval)
    join(contact, atTail: true, isFirst: true)
  }

  mutating func solve(_ contact: Int32, _ type: Int32) {
    room.tickets[contact].finishWork = -1
    let touch = room.tickets[contact].touch
    let need = room.contacts[contact].need
    let rule = room.tickets.rule(type)
    note(.solved, contact: contact)
    enter(.solved, contact)
    if !room.clocks.isEmpty {
      room.clocks.enter(.solved, contact, at: now)
      noteClocks(contact)
    }
    var returns = Int64.max
    if rule.reopensAfter >= 0, rule.reopenShare > 0, demand.uniform(.reopens, need, touch: touch) < rule.reopenShare {
      returns = later(demand.time(.reopensAfter, need, touch: touch, by: Int(rule.reopensAfter)))
    }
    rest(contact, type, solvedBy: floor.agents[Int(room.contacts[contact].agent)].group, until: returns)
  }

  /// A contact is solved, or closed by itself. It is through, unless the customer comes back: for the same contact as long as it may be
  /// opened again, later with a new one of the same need. `group` -1: nobody solved it.
  mutating func rest(_ contact: Int32, _ type: Int32, solvedBy group: Int32, until returns: Int64) {
    let rule = room.tickets.rule(type)
    if room.tickets[contact].firstSolvedAt < 0 { room.tickets[contact].firstSolvedAt = now }
    room.tickets[contact].solvedAt = now
    room.tickets[contact].messageSince = -1
    ledger.countSolved(type: type, group: group)
    if hasNeeds { markNeed(room.contacts[contact].need, isSolved: true) }
    if returns < .max && returns - now <= rule.reopensWithin {
      if room.contacts[contact].phase != .away {
        room.contacts[contact].phase = .away
        room.leaveLines(type)
      }
      if hasChasers { endChasers(of: contact) }
      if hasDuplicates { restOne(room.contacts[contact].need) }
      room.tickets[contact].event = plan(.reopening, at: returns, subject: contact)
      return
    }
    let isAway = room.contacts[contact].phase == .away
    ledger.work(
      type: type, counted: room.contacts[contact].interval, group: lastGroup(of: contact),
      talk: room.contacts[contact].talkDone, wrapUp: room.tickets[contact].wrapUp)
    writeEnd(of: contact, .handled)
    let need = room.contacts[contact].need
    let isDuplicate = hasDuplicates && demand.courses[need].isDuplicate
    if returns < compiled.end && rule.comesAnew && !isDuplicate && demand.needs[need].attempt < ContactType.Retry.mostAttempts {
      demand.beginAnew(need)
      _ = plan(.retry, at: returns, subject: need)
      note(.comesAnew, contact: contact, agent: -1, value: returns)
    } else if !hasNeeds || returns < .max || group < 0 || !planRecontact(of: contact, touch: room.tickets[contact].touch, by: group) {
      closeNeed(need)
    }
    if isAway { room.forget(contact) } else { room.letGo(contact) }
  }

  /// The group of who touched it last; of what was touched before the horizon alone, which is not counted, the first.
  private mutating func lastGroup(of contact: Int32) -> Int32 {
    let agent = room.contacts[contact].agent
    return agent >= 0 ? floor.agents[Int(agent)].group : 0
  }

  /// The customer comes back with a contact that was solved or closed.
  mutating func reopen(_ contact: Int32) {
    room.tickets[contact].reopens += 1
    room.tickets[contact].rested += now - room.tickets[contact].solvedAt
    note(.reopened, contact: contact)
    if hasNeeds { reopenNeed(room.contacts[contact].need) }
    if hasChasers { planChase(contact) }
    if hasDuplicates { tellOther(room.contacts[contact].need, .taken) }
    ledger.countReopening(type: room.contacts[contact].type, counted: room.contacts[contact].interval)
    hear(contact)
    comeForAnother(contact)
    notePeak()
  }
}
