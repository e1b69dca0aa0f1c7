import SimulationCore

/// The least a program must do to play a benchmark's centre: plan and pop events, draw the same numbers, keep the queues. No record, no
/// metric, no journal, no policy, nobody with a name. What the simulation takes beside it is what all of that costs.
struct BareLoop: ~Copyable {
  /// One contact type: arrivals at a constant rate in each of several stretches, exponential talk and patience.
  struct Kind {
    var name: String
    /// End of each stretch, µs, and the contacts expected in it; the first begins at 0.
    var stretches: [(end: Int64, expected: Double)]
    /// Means, seconds.
    var talk: Double
    var patience: Double
    /// Groups that serve it: the first in which somebody is idle.
    var groups: [Int]
  }

  /// One group: how many people from which instant (µs) on, how long they take beside others, and the types they serve: the first that waits.
  struct Team {
    var staffing: [(from: Int64, count: Int32)]
    var factor: Double
    var kinds: [Int]
  }

  struct Contact: BitwiseCopyable {
    var number: UInt64
    var kind: Int32
    var next: Int32
    var previous: Int32
    var patience: EventHandle
  }

  /// What a type has in hand.
  struct Line {
    var stretches: [(end: Int64, expected: Double)]
    var arrivals: RandomGenerator
    var talk: RandomStream
    var patience: RandomStream
    var ahead = DrawsAhead()
    var used = 8
    var number: UInt64 = 0
    var stretch = 0
    /// Of the stretch's expected contacts, those that have come.
    var share = 0.0
    var head: Int32 = -1
    var tail: Int32 = -1

    mutating func drawAhead() {
      ahead.drawExponentials(from: &arrivals)
      used = 0
    }
  }

  /// People of a group: idle, and those who go when their contact ends.
  struct Crew {
    var staffed: Int32 = 0
    var idle: Int32 = 0
    var surplus: Int32 = 0
  }

  /// Kinds of event, in the order in which they happen at one instant.
  static let (end, staffing, arrival, givingUp): (UInt8, UInt8, UInt8, UInt8) = (0, 1, 2, 3)

  let kinds: [Kind]
  let teams: [Team]
  var queue = EventQueue()
  var contacts = SlotTable<Contact>()
  var samplers = SamplerTable()
  var lines: [Line] = []
  var crews: [Crew] = []
  /// Since the value was made.
  private(set) var played: Int64 = 0
  private(set) var abandoned: Int64 = 0

  init(kinds: [Kind], teams: [Team]) {
    self.kinds = kinds
    self.teams = teams
    for kind in kinds {
      _ = samplers.add(ExponentialDistribution(mean: kind.talk).boxed)
      _ = samplers.add(ExponentialDistribution(mean: kind.patience).boxed)
    }
  }

  /// Plays one replication from empty until everybody is served or gone.
  mutating func play(replication: Int, seed: UInt64) {
    queue.reset()
    contacts.removeAll()
    lines = kinds.map { kind in
      func stream(_ purpose: String) -> RandomStream { RandomStream(seed: seed, replication: replication, name: "\(purpose)/\(kind.name)") }
      return Line(
        stretches: kind.stretches, arrivals: stream("arrivals").generator(entity: 0), talk: stream("talk"), patience: stream("patience"))
    }
    crews = teams.map { _ in Crew() }
    for team in teams.indices { planStaffing(team, step: 0) }
    for kind in kinds.indices { planArrival(kind) }
    while let event = queue.pop() {
      switch event.kind {
      case BareLoop.end: free(Int(event.subject), at: event.time)
      case BareLoop.arrival: arrive(Int(event.subject), at: event.time)
      case BareLoop.givingUp:
        abandoned += 1
        unlink(event.subject)
        contacts.remove(at: event.subject)
      default: changeStaff(Int(event.subject & 0xFF), step: Int(event.subject >> 8), at: event.time)
      }
    }
  }
}

extension BareLoop {
  private mutating func planStaffing(_ team: Int, step: Int) {
    guard step < teams[team].staffing.count else { return }
    _ = queue.schedule(
      at: teams[team].staffing[step].from, rank: BareLoop.staffing, kind: BareLoop.staffing, subject: Int32(step << 8 | team))
  }

  /// The next arrival: as many expected contacts on as the next exponential number says. The share of the stretch is kept, not the instant:
  /// rounded instants would add up to other customers than the simulation's.
  private mutating func planArrival(_ kind: Int) {
    if lines[kind].used == 8 {
      lines[kind].drawAhead()
    }
    var mass = lines[kind].ahead[lines[kind].used]
    lines[kind].used += 1
    while lines[kind].stretch < lines[kind].stretches.count {
      let stretch = lines[kind].stretch
      let begin = stretch == 0 ? 0 : lines[kind].stretches[stretch - 1].end
      let (end, expected) = lines[kind].stretches[stretch]
      let left = expected * (1 - lines[kind].share)
      if mass < left {
        lines[kind].share += mass / expected
        let instant = begin + Int64(lines[kind].share * Double(end - begin))
        _ = queue.schedule(at: instant, rank: BareLoop.arrival, kind: BareLoop.arrival, subject: Int32(kind))
        return
      }
      mass -= left
      lines[kind].share = 0
      lines[kind].stretch += 1
    }
  }

  @inline(__always)
  private mutating func start(_ number: UInt64, _ kind: Int, _ team: Int, at now: Int64) {
    let seconds = samplers.sample(2 * kind, from: lines[kind].talk, entity: number, run: 0) * teams[team].factor
    _ = queue.schedule(at: now + TimeSpan.microseconds(fromSeconds: seconds), rank: BareLoop.end, kind: BareLoop.end, subject: Int32(team))
  }

  private mutating func arrive(_ kind: Int, at now: Int64) {
    let number = lines[kind].number
    lines[kind].number += 1
    played += 1
    planArrival(kind)
    for team in kinds[kind].groups where crews[team].idle > 0 {
      crews[team].idle -= 1
      return start(number, kind, team, at: now)
    }
    let slot = contacts.allocate()
    let patience = samplers.sample(2 * kind + 1, from: lines[kind].patience, entity: number, run: 0)
    let handle = queue.schedule(
      at: now + TimeSpan.microseconds(fromSeconds: patience), rank: BareLoop.givingUp, kind: BareLoop.givingUp, subject: slot)
    contacts[slot] = Contact(number: number, kind: Int32(kind), next: -1, previous: lines[kind].tail, patience: handle)
    if lines[kind].tail >= 0 { contacts[lines[kind].tail].next = slot } else { lines[kind].head = slot }
    lines[kind].tail = slot
  }

  private mutating func unlink(_ slot: Int32) {
    let contact = contacts[slot]
    let kind = Int(contact.kind)
    if contact.previous >= 0 { contacts[contact.previous].next = contact.next } else { lines[kind].head = contact.next }
    if contact.next >= 0 { contacts[contact.next].previous = contact.previous } else { lines[kind].tail = contact.previous }
  }

  /// Somebody has nothing to do: goes home, takes the next in line, or is idle.
  private mutating func free(_ team: Int, at now: Int64) {
    if crews[team].surplus > 0 {
      crews[team].surplus -= 1
      return
    }
    for kind in teams[team].kinds where lines[kind].head >= 0 {
      let slot = lines[kind].head
      let number = contacts[slot].number
      _ = queue.cancel(contacts[slot].patience)
      unlink(slot)
      contacts.remove(at: slot)
      return start(number, kind, team, at: now)
    }
    crews[team].idle += 1
  }

  private mutating func changeStaff(_ team: Int, step: Int, at now: Int64) {
    planStaffing(team, step: step + 1)
    let change = teams[team].staffing[step].count - crews[team].staffed
    crews[team].staffed += change
    if change >= 0 {
      // Whoever was to go may stay; the others come, and may find work.
      let staying = min(change, crews[team].surplus)
      crews[team].surplus -= staying
      for _ in 0..<(change - staying) { free(team, at: now) }
    } else {
      let going = min(-change, crews[team].idle)
      crews[team].idle -= going
      crews[team].surplus += -change - going
    }
  }
}
