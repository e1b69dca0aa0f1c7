import SimulationCore

/// The contacts in the system and where they wait: doors with their opening hours, rooms with their limits, queues (`CompiledQueues`).
///
/// Invariants (`checkInvariants`): a queue holds exactly its waiting contacts, in order of entry; no queue is longer than its
/// limit and no room fuller than its limits by more than came past the door (open before the horizon, or handed back).
struct WaitingRoom: ~Copyable {
  /// What is at the door, in a queue, or in hand.
  var contacts = SlotTable<ContactState>()
  let queues: Slab<QueueState>
  let rooms: Slab<RoomState>
  /// When each came, by its index, where that may be before it was at the door; µs.
  var cameAt: [Int64] = []
  /// Promises to them that are more than an answer within plain time.
  var clocks: ClockBank
  /// What else is to be known where contacts may have more than one touch.
  var tickets: TicketBook
  /// Entries into queues so far, by `ContactState.place`.
  private var places: Int64 = 0
  /// Work that was put aside so far, by `ContactState.front`: below that of contacts that come back approved.
  private var fronts = frontOfApproved
  static let frontOfApproved: Int64 = -1
  /// Handed back, and not placed yet.
  var returned: [Int32] = []
  /// Queues from this one on hold what groups have on hold: without limits, and no wait of the contact's own.
  private let firstOfHolds: Int32
  /// Contacts may wait for one agent; those that no longer do, and have not been offered to others yet.
  let keepsContacts: Bool
  var released: [Int32] = []
  /// Contact types whose last person has gone in this instant, and whose contacts do not wait then.
  var unattended: [Int32] = []
  /// All who wait, in every queue.
  var waiting = 0
  /// By contact type, the first opening window that is not over.
  let openWindows: Slab<Int32>

  let doors: Slab<CompiledTypes.Door>
  let limits: Slab<CompiledTypes.Room>
  let roomsOfType: Slab<Int32>
  let windows: Slab<CompiledTypes.Stretch>

  init(_ compiled: CompiledScenario) {
    let types = compiled.types
    clocks = ClockBank(compiled)
    tickets = TicketBook(compiled)
    queues = Slab(repeating: QueueState(), count: compiled.queues.entries.count)
    keepsContacts = compiled.types.tickets.keepsContacts
    firstOfHolds = Int32(types.doors.count)
    rooms = Slab(repeating: RoomState(), count: types.rooms.count)
    openWindows = Slab(repeating: 0, count: types.doors.count)
    doors = Slab(types.doors)
    limits = Slab(types.rooms)
    roomsOfType = Slab(types.roomsOfType)
    windows = Slab(types.windows)
  }

  mutating func begin() {
    contacts.removeAll()
    queues.fill(QueueState())
    rooms.fill(RoomState())
    openWindows.fill(0)
    returned.removeAll(keepingCapacity: true)
    released.removeAll(keepingCapacity: true)
    unattended.removeAll(keepingCapacity: true)
    waiting = 0
    places = 0
    fronts = WaitingRoom.frontOfApproved
    cameAt.removeAll(keepingCapacity: true)
    tickets.begin()
  }

  /// The place of who comes next.
  @inline(__always)
  mutating func nextPlace() -> Int64 {
    places += 1
    return places
  }

  /// A contact has come, before it was at the door.
  mutating func note(_ contact: Int32, cameAt instant: Int64) {
    while cameAt.count <= Int(contact) { cameAt.append(instant) }
    cameAt[Int(contact)] = instant
  }

  /// When a contact came, self-service included.
  @inline(__always)
  mutating func came(_ contact: Int32) -> Int64 { cameAt.isEmpty ? contacts[contact].arrivedAt : cameAt[Int(contact)] }

  // MARK: - The door

  /// Opening hours hold at this instant.
  mutating func isOpen(_ type: Int32, at now: Int64) -> Bool {
    let range = doors[Int(type)].windows.indices
    var window = range.lowerBound + Int(openWindows[Int(type)])
    while window < range.upperBound && windows[window].to <= now { window += 1 }
    openWindows[Int(type)] = Int32(window - range.lowerBound)
    return window < range.upperBound && windows[window].from <= now
  }

  /// The next instant at which those who wait are disconnected, µs; `Int64.max`: never again.
  mutating func nextClosing(_ type: Int32, after now: Int64) -> Int64 {
    let door = doors[Int(type)]
    if !door.disconnectsAtClose { return .max }
    for window in door.windows.indices where windows[window].to > now { return windows[window].to }
    return .max
  }

  @inline(__always)
  mutating func isSystemFull(_ type: Int32) -> Bool {
    for position in doors[Int(type)].rooms.indices {
      let room = Int(roomsOfType[position])
      if rooms[room].inSystem >= limits[room].inSystem { return true }
    }
    return false
  }

  @inline(__always)
  mutating func isQueueFull(_ type: Int32) -> Bool {
    if queues[Int(type)].waiting >= doors[Int(type)].queueLimit { return true }
    for position in doors[Int(type)].rooms.indices {
      let room = Int(roomsOfType[position])
      if rooms[room].waiting >= limits[room].waiting { return true }
    }
    return false
  }

  // MARK: - Coming and going

  /// A contact is let in.
  @inline(__always)
  mutating func letIn(_ type: Int32) {
    for position in doors[Int(type)].rooms.indices { rooms[Int(roomsOfType[position])].inSystem += 1 }
  }

  /// A contact that was let in is through: gives its room back and is forgotten.
  @inline(__always)
  mutating func letGo(_ contact: Int32) {
    for position in doors[Int(contacts[contact].type)].rooms.indices { rooms[Int(roomsOfType[position])].inSystem -= 1 }
    contacts.remove(at: contact)
  }

  /// A contact leaves the lines for a while, or comes back to them.
  mutating func leaveLines(_ type: Int32) {
    for position in doors[Int(type)].rooms.indices { rooms[Int(roomsOfType[position])].inSystem -= 1 }
  }

  /// A contact that had left the lines takes one again: nobody refuses it.
  mutating func takeLine(_ type: Int32) { letIn(type) }

  /// A contact that has left the lines is through.
  mutating func forget(_ contact: Int32) { contacts.remove(at: contact) }

  /// A contact comes back for another touch: nobody refuses it.
  mutating func comeForAnother(_ contact: Int32, atTail: Bool, at now: Int64) {
    if atTail {
      contacts[contact].queuedAt = now
      contacts[contact].place = nextPlace()
      contacts[contact].stage = 0
    }
    contacts[contact].waitingSince = now
    contacts[contact].isPastTheDoor = true
    contacts[contact].front = 0
    contacts[contact].waitsFor = -1
    contacts[contact].agent = -1
    contacts[contact].workLeft = -1
    contacts[contact].patienceLeft = -1
    contacts[contact].stayLeft = -1
    contacts[contact].phase = .returning
    letIn(contacts[contact].type)
  }

  /// A contact that is on hold is for a group; `work`: of its touch, µs. What its own queue knew of it is kept for its return.
  mutating func joinQueue(ofHold queue: Int32, _ contact: Int32, work: Int64, at now: Int64) {
    tickets[contact].heldFrom = (contacts[contact].queuedAt, contacts[contact].place)
    contacts[contact].queue = queue
    contacts[contact].queuedAt = now
    contacts[contact].place = nextPlace()
    contacts[contact].waitingSince = now
    contacts[contact].front = 0
    contacts[contact].waitsFor = -1
    contacts[contact].agent = -1
    contacts[contact].workLeft = work
    contacts[contact].patienceLeft = -1
    contacts[contact].stayLeft = -1
    contacts[contact].phase = .returning
  }

  /// The group is done with a contact.
  mutating func leaveQueueOfHold(_ contact: Int32) {
    contacts[contact].queue = contacts[contact].type
    (contacts[contact].queuedAt, contacts[contact].place) = tickets[contact].heldFrom
    contacts[contact].phase = .away
  }

  /// A contact was handed back: it is in nobody's hands and in no queue yet.
  mutating func comeBack(_ contact: Int32) {
    contacts[contact].agent = -1
    contacts[contact].phase = .returning
    returned.append(contact)
  }

  /// What was handed back, in the order in which it first came.
  mutating func takeReturned() -> [Int32] {
    if returned.isEmpty { return [] }
    let ordered = inOrder(returned)
    returned.removeAll(keepingCapacity: true)
    return ordered
  }

  /// What no longer waits for one agent, likewise.
  mutating func takeReleased() -> [Int32] {
    if released.isEmpty { return [] }
    let ordered = inOrder(released)
    released.removeAll(keepingCapacity: true)
    return ordered
  }

  private mutating func inOrder(_ contacts: [Int32]) -> [Int32] { contacts.sorted { comesBefore($0, $1) } }

  // MARK: - Queues

  /// A queue holds what a group has on hold; below these the number of a queue is that of its contact type.
  @inline(__always)
  func isOfHold(_ queue: Int32) -> Bool { queue >= firstOfHolds }

  /// Puts a contact into its queue: at the end, or back where it stood when an agent had to hand it back. That is the head, except behind
  /// work handed back at the same time that came before it, or where contacts are not taken in order.
  @inline(__always)
  mutating func enqueue(_ contact: Int32, at now: Int64) {
    let queue = Int(contacts[contact].queue)
    var after: Int32 = -1
    if contacts[contact].phase == .returning {
      // Who comes for another touch joins at the end, mostly.
      let isLast = queues[queue].tail < 0 || comesBefore(queues[queue].tail, contact)
      after = isLast ? -1 : queues[queue].head
      while after >= 0 && comesBefore(after, contact) { after = contacts[after].next }
      contacts[contact].waitingSince = now
      if !isOfHold(Int32(queue)) && contacts[contact].answeredAt >= 0 { contacts[contact].waitsAgain += 1 }
    }
    let before = after >= 0 ? contacts[after].previous : queues[queue].tail
    contacts[contact].previous = before
    contacts[contact].next = after
    if before >= 0 { contacts[before].next = contact } else { queues[queue].head = contact }
    if after >= 0 { contacts[after].previous = contact } else { queues[queue].tail = contact }
    queues[queue].waiting += 1
    waiting += 1
    if contacts[contact].phase == .arriving { contacts[contact].hadToWait = true }
    contacts[contact].phase = .waiting
    if isOfHold(Int32(queue)) { return }
    for position in doors[queue].rooms.indices { rooms[Int(roomsOfType[position])].waiting += 1 }
  }

  /// The order of a queue: work that was put aside, then first entry, then place.
  @inline(__always)
  mutating func comesBefore(_ a: Int32, _ b: Int32) -> Bool {
    (contacts[a].front, contacts[a].queuedAt, contacts[a].place) < (contacts[b].front, contacts[b].queuedAt, contacts[b].place)
  }

  /// The order between queues.
  @inline(__always)
  mutating func cameBefore(_ a: Int32, _ b: Int32) -> Bool {
    (contacts[a].queuedAt, contacts[a].place) < (contacts[b].queuedAt, contacts[b].place)
  }

  /// Work on a contact was put aside: it is in nobody's hands, and comes before all others of its queue.
  mutating func putAside(_ contact: Int32) {
    fronts -= 1
    contacts[contact].front = fronts
    contacts[contact].agent = -1
    contacts[contact].phase = .returning
  }

  /// Takes a contact out of its queue: the wait is over.
  @inline(__always)
  mutating func dequeue(_ contact: Int32, at now: Int64) {
    let queue = Int(contacts[contact].queue)
    let next = contacts[contact].next
    let previous = contacts[contact].previous
    if previous >= 0 { contacts[previous].next = next } else { queues[queue].head = next }
    if next >= 0 { contacts[next].previous = previous } else { queues[queue].tail = previous }
    queues[queue].waiting -= 1
    waiting -= 1
    if isOfHold(Int32(queue)) {
      tickets[contact].holdWaited += now - contacts[contact].waitingSince
      return
    }
    for position in doors[queue].rooms.indices { rooms[Int(roomsOfType[position])].waiting -= 1 }
    contacts[contact].waited += now - contacts[contact].waitingSince
    // The patience of work from before the horizon began to run at its start.
    if contacts[contact].patienceLeft >= 0 {
      contacts[contact].patienceLeft -= min(now - max(contacts[contact].waitingSince, 0), contacts[contact].patienceLeft)
    }
  }
}
