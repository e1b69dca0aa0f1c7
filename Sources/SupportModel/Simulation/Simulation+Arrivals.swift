import SimulationCore

/// Customers come: for the first time, out of the backlog, with a demand event, or again.
extension Simulation {
  mutating func beginArrivals(seed: UInt64, replication: Int) {
    let arrivals = compiled.arrivals
    for index in 0..<arrivals.processCount { start(source: index, occurrence: 0, offset: 0, scale: 1) }
    for backlog in arrivals.backlogs { bringIn(backlog) }
    for event in arrivals.events { begin(event, seed: seed, replication: replication) }
  }

  private mutating func start(source: Int, occurrence: Int, offset: Int64, scale: Double) {
    planNextArrival(demand.start(source: source, occurrence: occurrence, offset: offset, scale: scale))
  }

  /// The next arrival of a source, if it still has one inside the horizon.
  @inline(__always)
  private mutating func planNextArrival(_ source: Int32) {
    let time = demand.nextArrival(source, after: now)
    if time < compiled.end { _ = plan(.arrival, at: time, subject: source) }
  }

  /// Starts a demand event at each of its occurrences. Size and delay are drawn once per occurrence, for all its contact types.
  private mutating func begin(_ event: CompiledArrivals.Event, seed: UInt64, replication: Int) {
    let samplers = compiled.arrivals.samplers
    let sizes = RandomStream(seed: seed, replication: replication, name: "size/\(event.name)")
    let delays = RandomStream(seed: seed, replication: replication, name: "starts-late/\(event.name)")
    for (occurrence, at) in occurrences(of: event, seed: seed, replication: replication).enumerated() {
      var scale = 1.0
      if event.size >= 0 {
        var draws = sizes.generator(entity: UInt64(occurrence))
        scale = samplers.sample(Int(event.size), using: &draws)
      }
      var offset = at
      if event.late >= 0 {
        var draws = delays.generator(entity: UInt64(occurrence))
        offset += TimeSpan.microseconds(fromSeconds: samplers.sample(Int(event.late), using: &draws))
      }
      planEnds(of: event, occurrence, from: offset, seed: seed, replication: replication)
      for part in event.parts { start(source: part, occurrence: occurrence, offset: offset, scale: scale) }
    }
  }

  /// The instants at which a demand event begins, µs.
  private func occurrences(of event: CompiledArrivals.Event, seed: UInt64, replication: Int) -> [Int64] {
    switch event.occurrence {
    case .once(let at): return [at.microseconds]
    case .random(let perSecond):
      var starts: [Int64] = []
      var draws = RandomStream(seed: seed, replication: replication, name: "happens/\(event.name)").generator(entity: 0)
      var seconds = 0.0
      while true {
        seconds += Sampler.exponential(mean: 1 / perSecond).sample(using: &draws)
        let at = TimeSpan.microseconds(fromSeconds: seconds)
        if at >= compiled.end { return starts }
        starts.append(at)
      }
    }
  }

  /// Contacts that were open before the horizon, oldest first: their wait began before time 0.
  private mutating func bringIn(_ backlog: CompiledArrivals.Backlog) {
    let stream = demand.streams[backlog.source].age
    let samplers = compiled.arrivals.samplers
    var ages: [(age: Int64, entity: UInt64)] = (0..<UInt64(backlog.count)).map { entity in
      guard backlog.age >= 0 else { return (0, entity) }
      var draws = stream.generator(entity: entity)
      let age = TimeSpan.microseconds(fromSeconds: samplers.sample(Int(backlog.age), using: &draws))
      return (min(age, CompiledScenario.oldest), entity)
    }
    ages.sort { $0.age != $1.age ? $0.age > $1.age : $0.entity < $1.entity }
    for (age, entity) in ages {
      let type = demand.type(Int32(backlog.source), entity)
      let need = demand.open(source: Int32(backlog.source), entity: entity, type: type, at: -age)
      let attempt = Attempt(need: need, since: -age, talk: -1, isPastTheDoor: true)
      if hasTickets, let phase = phaseInBacklog(need, backlog) { bringIn(attempt, in: phase) } else { admit(attempt) }
    }
  }

  /// An arrival event: the contacts of this instant, then the next instant.
  mutating func arrive(source: Int32) {
    for _ in 0..<demand.epochs(source) {
      for _ in 0..<room(for: demand.batchSize(source)) {
        let customer = demand.nextCustomer(source, at: now)
        if isSimple { admit(customer) } else { come(customer) }
      }
    }
    planNextArrival(source)
  }

  /// A customer comes for the first time, where there is more to it than the door.
  @inline(never)
  private mutating func come(_ attempt: Attempt) {
    var customer = attempt
    if hasRemovals && isRemoved(customer.need) { return demand.release(customer.need) }
    // What the first touch of it is depends on when that is.
    if hasIncidents { customer.talk = -1 }
    if !hasSelfService || !triesSelfService(customer) { admit(customer) }
  }

  /// The issue of a customer is one that there is no more: they do not come.
  private mutating func isRemoved(_ need: Int32) -> Bool {
    let state = demand.needs[need]
    if !demand.isRemoved(state, at: now) { return false }
    if ledger.interval >= 0 { ledger.removed[ledger.cell(ledger.interval, state.type)] += 1 }
    return true
  }

  /// How many of so many contacts of one instant may come in; where that is not all, the play ends at the next look.
  @inline(__always)
  private mutating func room(for contacts: Int) -> Int {
    if contacts <= 1 { return contacts }
    let left = max(0, compiled.systemLimit + 1 - demand.needs.count)
    if contacts > left { isOverfull = true }
    return min(contacts, left)
  }

  mutating func comeAgain(need: Int32) { admit(Attempt(need: need, since: now, talk: -1)) }

  // MARK: - The door

  /// A contact asks for service: refused, answered at once, turned away by the wait, or queued (design §4).
  @inline(__always)
  mutating func admit(_ attempt: Attempt) {
    let type = demand.needs[attempt.need].type
    let before = demand.contactsBefore(attempt.need)
    let isHandedOver = !isSimple && hasSelfService && demand.courses[attempt.need].isInSelfService
    let number =
      isHandedOver
      ? handOver(attempt.need)
      : ledger.arrive(
        type: type, attempt: before, since: attempt.since, wasOpen: attempt.isPastTheDoor,
        origin: ContactOrigin(source: demand.needs[attempt.need].source, entity: demand.needs[attempt.need].entity))
    let contact = room.contacts.allocate()
    room.contacts[contact].begin(
      attempt, demand.needs[attempt.need], number: number, place: room.nextPlace(), interval: ledger.interval)
    if !isSimple { begin(contact, attempt, before, isHandedOver: isHandedOver) }
    note(isHandedOver ? .handedOver : .arrived, contact: contact, value: Int64(before))
    if !attempt.isPastTheDoor {
      if room.doors[Int(type)].refusesOutside && !room.isOpen(type, at: now) { return refuse(contact, .blockedClosed) }
      if room.doors[Int(type)].refusesUnattended && !router.isAttended(type, &floor) { return refuse(contact, .blockedUnattended) }
      if room.isSystemFull(type) { return refuse(contact, .blockedFull) }
    }
    if offer(contact) { return }
    if !attempt.isPastTheDoor {
      if room.isQueueFull(type) { return refuse(contact, .blockedFull) }
      if demand.balks(attempt.need, type: type) { return balk(contact) }
    }
    letIn(contact)
    if hasCallback && !attempt.isPastTheDoor { offerCallback(contact, type) }
    wait(contact)
  }

  /// What there is to be known of a contact at the door beyond its queue and its hands. `before`: contacts of its need before it.
  @inline(never)
  private mutating func begin(_ contact: Int32, _ attempt: Attempt, _ before: Int32, isHandedOver: Bool) {
    let need = attempt.need
    if isHandedOver { room.contacts[contact].interval = demand.courses[need].interval }
    if hasNeeds && !isHandedOver { enterNeed(contact, before) }
    if hasSelfService { room.note(contact, cameAt: isHandedOver ? demand.courses[need].openedAt : attempt.since) }
    if hasTickets {
      room.tickets.open(contact, type: room.contacts[contact].type, place: room.contacts[contact].place, at: attempt.since)
    }
  }

  @inline(__always)
  mutating func letIn(_ contact: Int32) {
    room.letIn(room.contacts[contact].type)
    if !isSimple { beginClocks(contact) }
    notePeak()
  }

  /// What runs from the moment in which a contact is let in.
  @inline(never)
  private mutating func beginClocks(_ contact: Int32) {
    if !room.clocks.isEmpty {
      room.clocks.open(contact, type: room.contacts[contact].type, since: room.contacts[contact].arrivedAt, cameAt: room.came(contact))
      noteClocks(contact)
    }
    if hasChasers { planChase(contact) }
    if hasDuplicates { planDuplicate(contact) }
  }

  @inline(__always)
  mutating func notePeak() {
    ledger.record.peakInSystem = max(ledger.record.peakInSystem, Int64(room.contacts.count - (hasTickets ? room.tickets.restingInAll : 0)))
  }

  @inline(never)
  private mutating func refuse(_ contact: Int32, _ why: JournalEntry.Kind) {
    let type = room.contacts[contact].type
    ledger.block(type: type, counted: room.contacts[contact].interval)
    note(why, contact: contact)
    turnAway(contact, .blocked, retry: demand.customers[Int(type)].afterBlocked)
  }

  /// Leaves at once because it must wait: an abandonment with a wait of 0.
  @inline(never)
  private mutating func balk(_ contact: Int32) {
    let type = room.contacts[contact].type
    ledger.balk(type: type, counted: room.contacts[contact].interval)
    if !room.clocks.isEmpty {
      let came = room.came(contact)
      if came == room.contacts[contact].arrivedAt {
        ledger.judgeClocks(ofBalking: type, interval: room.contacts[contact].interval, &room.clocks)
      } else {
        // Self-service has taken its time.
        room.clocks.open(contact, type: type, since: room.contacts[contact].arrivedAt, cameAt: came)
        ledger.judgeClocks(of: contact, &room, .balked, at: now)
      }
    }
    note(.balked, contact: contact)
    turnAway(contact, .balked, retry: demand.customers[Int(type)].afterAbandon)
  }

  /// A contact that was never let in is over.
  private mutating func turnAway(_ contact: Int32, _ outcome: ContactRow.Outcome, retry: Int32) {
    if ledger.isListing { ledger.closeRow(room.contacts[contact].number, outcome, at: now) }
    if hasOutcomes { judgeTurnedAway(contact) }
    if hasDuplicates { endOne(room.contacts[contact].need, outcome) }
    if hasNeeds { markNeed(room.contacts[contact].need, isSolved: false) }
    planReturn(of: contact, by: retry)
    room.contacts.remove(at: contact)
  }

  /// What is left of the need of a contact that ends: the customer may try again by a rule, or the need is over.
  @inline(__always)
  mutating func planReturn(of contact: Int32, by rule: Int32) {
    let need = room.contacts[contact].need
    if rule < 0 || hasDuplicates && demand.courses[need].isDuplicate { closeNeed(need) } else { planReturn(of: contact, need, by: rule) }
  }

  @inline(never)
  private mutating func planReturn(of contact: Int32, _ need: Int32, by rule: Int32) {
    let at = demand.returns(need, by: rule, after: now)
    if at < 0 { return closeNeed(need) }
    _ = plan(.retry, at: at, subject: need)
    note(.retryPlanned, contact: contact, agent: -1, value: at)
  }
}
