import SimulationCore

/// Before the door: customers who try to help themselves.
extension Simulation {
  /// A customer comes by themselves: whether they go to self-service, and not to the door.
  @inline(never)
  mutating func triesSelfService(_ attempt: Attempt) -> Bool {
    let need = attempt.need
    let type = demand.needs[need].type
    guard let rule = demand.courses.rules.selfServices[Int(type)], demand.uniform(.tries, need) < rule.tries else { return false }
    demand.courses[need].number = ledger.beginSelfService(
      type: type, origin: ContactOrigin(source: demand.needs[need].source, entity: demand.needs[need].entity), at: now)
    demand.courses[need].interval = ledger.interval
    demand.courses[need].contacts = 1
    demand.courses[need].isInSelfService = true
    ledger.countNeed(demand.courses[need])
    ledger.countContact(of: demand.courses[need])
    noteInFront(.selfServiceBegan, need)
    let end = now.addingReportingOverflow(demand.time(.takes, need, by: rule.takes))
    _ = plan(.selfServiceEnd, at: end.overflow ? .max : end.partialValue, subject: need)
    return true
  }

  /// A customer is through with self-service: helped, fed up, or on the way to an agent.
  mutating func endSelfService(_ need: Int32) {
    guard let rule = demand.courses.rules.selfServices[Int(demand.needs[need].type)] else { return }
    if demand.uniform(.solvesItself, need) < rule.solves { return solveItself(need, rule) }
    if rule.givesUp > 0 && demand.uniform(.givesUp, need) < rule.givesUp {
      noteInFront(.gaveUpInSelfService, need)
      leaveSelfService(need, .gaveUp)
      return closeNeed(need)
    }
    demand.courses[need].handle = rule.handOver
    admit(Attempt(need: need, since: now, talk: -1))
  }

  /// Solved there. Some come back all the same, past self-service.
  private mutating func solveItself(_ need: Int32, _ rule: CompiledReturns.SelfServiceRule) {
    noteInFront(.selfServed, need)
    leaveSelfService(need, .selfServed)
    markNeed(need, isSolved: true)
    if rule.leaks == 0 || demand.uniform(.leaks, need) >= rule.leaks { return closeNeed(need) }
    ledger.countLeak(of: demand.courses[need])
    let at = now.addingReportingOverflow(demand.time(.leaksIn, need, by: rule.leaksIn))
    if at.overflow || at.partialValue >= compiled.end { return closeNeed(need) }
    noteInFront(.recontactPlanned, need, value: at.partialValue)
    let type = demand.needs[need].type
    demand.beginCaused(need, .leak, 0, as: rule.leaksAs, at: at.partialValue)
    ledger.countFlow(.leak, from: type, to: demand.needs[need].type)
    demand.courses[need].handle = rule.leaked
    _ = plan(.retry, at: at.partialValue, subject: need)
  }

  private mutating func leaveSelfService(_ need: Int32, _ outcome: ContactRow.Outcome) {
    demand.courses[need].isInSelfService = false
    ledger.endSelfService(demand.courses[need], outcome, at: now)
  }

  /// The number of a contact that comes to the door from self-service.
  @inline(never)
  mutating func handOver(_ need: Int32) -> Int64 {
    demand.courses[need].isInSelfService = false
    ledger.handOver(demand.courses[need], at: now)
    return demand.courses[need].number
  }

  /// Work on a contact of a need, which may have become longer or shorter in self-service, µs.
  @inline(__always)
  mutating func afterSelfService(_ work: Int64, of need: Int32) -> Int64 { hasSelfService ? scaled(work, of: need) : work }

  @inline(never)
  private mutating func scaled(_ work: Int64, of need: Int32) -> Int64 {
    let factor = demand.courses[need].handle
    return factor == 1 ? work : TimeSpan.microseconds(fromSeconds: Double(work) * factor * 1e-6)
  }

  /// A line of the journal about a contact that is not at the door yet.
  private mutating func noteInFront(_ kind: JournalEntry.Kind, _ need: Int32, value: Int64 = 0) {
    if !ledger.isJournaling { return }
    ledger.write(
      JournalEntry(time: now, kind: kind, contact: demand.courses[need].number, contactType: demand.courses[need].type, value: value))
  }
}
