/// The future of a simulation: events in order of time, then rank, then the order they were scheduled in.
///
/// ```swift
/// var queue = EventQueue()
/// let patience = queue.schedule(at: 90_000_000, rank: 5, kind: 3, subject: 17)
/// queue.cancel(patience)
/// while let event = queue.pop() { … }
/// ```
///
/// A hierarchical timing wheel with a sorted front. Eleven levels of 64 slots cover every `Int64` time: an event lies on the level of
/// the highest six-bit digit in which its time differs from `base`, in the slot of that digit (Varghese & Lauck, *Hashed and
/// hierarchical timing wheels*, SOSP 1987). When the front runs dry the earliest slot is opened: a crowded one is spread over the levels
/// below, one with few events is sorted into the front. The front is what makes it cheap for events with microsecond times that are
/// seconds apart (compare the bottom of a ladder queue: Tang, Goh, Thng, ACM TOMACS 2005).
///
/// Cost: constant for scheduling and cancelling, amortised constant for popping, whatever the number pending. Ties are decided in one
/// place, `FrontEntry.<`. Memory: 40 bytes per event at the most crowded moment.
///
/// Invariants (`checkInvariants`): no event lies before `now`; events before `frontEnd` are in the front, all others in the wheel;
/// every wheel event agrees with `base` above its level and exceeds it at its level; the front is sorted.
@frozen
public struct EventQueue: ~Copyable {
  @frozen @usableFromInline
  struct Node {
    @usableFromInline var time: Int64
    @usableFromInline var order: UInt64
    @usableFromInline var subject: Int32
    @usableFromInline var generation: UInt32
    @usableFromInline var next: Int32
    @usableFromInline var previous: Int32
    /// Wheel slot (level × 64 + digit), or `inFront`, `cancelled`, `free`.
    @usableFromInline var place: Int16
    @usableFromInline var kind: UInt8

    @inlinable
    init(time: Int64, order: UInt64, subject: Int32, generation: UInt32, next: Int32, previous: Int32, place: Int16, kind: UInt8) {
      self.time = time
      self.order = order
      self.subject = subject
      self.generation = generation
      self.next = next
      self.previous = previous
      self.place = place
      self.kind = kind
    }
  }

  @frozen @usableFromInline
  struct FrontEntry: Comparable {
    @usableFromInline var time: Int64
    @usableFromInline var order: UInt64
    @usableFromInline var node: Int32

    @inlinable init(time: Int64, order: UInt64, node: Int32) {
      self.time = time
      self.order = order
      self.node = node
    }

    /// The one comparison that decides ties: time, then rank and sequence number packed into `order`.
    @inlinable static func < (a: Self, b: Self) -> Bool {
      a.time != b.time ? a.time < b.time : a.order < b.order
    }
  }

  @inlinable static var inFront: Int16 { -1 }
  @inlinable static var cancelled: Int16 { -2 }
  @inlinable static var free: Int16 { -3 }
  @inlinable static var none: Int32 { -1 }
  /// A slot with more events than this is spread over lower levels instead of being sorted.
  @inlinable static var frontLimit: Int { 10 }
  /// A front longer than this gives its later half back to the wheel.
  @inlinable static var spillLimit: Int { 64 }

  /// All events, used and free; grown by doubling. Raw memory, owned by this noncopyable value: a `[Node]` pays a uniqueness
  /// and a bounds check at each of the dozen touches per event, which doubles the cost of the wheel.
  @usableFromInline var nodes: UnsafeMutablePointer<Node>
  @usableFromInline var nodeCount = 0
  @usableFromInline var nodeCapacity: Int
  @usableFromInline var freeHead: Int32 = -1
  /// First event of each slot.
  @usableFromInline let heads: UnsafeMutablePointer<Int32>
  /// By level, a bit for each slot that holds events.
  @usableFromInline let occupied: UnsafeMutablePointer<UInt64>
  @usableFromInline var occupiedLevels: UInt32 = 0
  /// The earliest events in order: `front[frontHead..<frontTail]`.
  @usableFromInline var front: UnsafeMutablePointer<FrontEntry>
  @usableFromInline var frontCapacity: Int
  @usableFromInline var frontHead = 0
  @usableFromInline var frontTail = 0
  @usableFromInline var frontEnd: Int64 = 0
  @usableFromInline var base: Int64 = 0
  @usableFromInline var sequence: UInt64 = 0

  /// Events pending, cancelled ones not counted.
  public internal(set) var count = 0
  /// The time of the event popped last; nothing may be scheduled before it.
  public private(set) var now: Int64 = 0

  @inlinable static var slots: Int { 11 * 64 }

  public init() {
    nodeCapacity = 64
    nodes = .allocate(capacity: nodeCapacity)
    frontCapacity = 256
    front = .allocate(capacity: frontCapacity)
    heads = .allocate(capacity: EventQueue.slots)
    heads.initialize(repeating: EventQueue.none, count: EventQueue.slots)
    occupied = .allocate(capacity: 11)
    occupied.initialize(repeating: 0, count: 11)
  }

  deinit {
    nodes.deallocate()
    front.deallocate()
    heads.deallocate()
    occupied.deallocate()
  }

  /// Forgets all events and starts again at time 0, keeping the memory.
  public mutating func reset() {
    nodeCount = 0
    freeHead = EventQueue.none
    heads.update(repeating: EventQueue.none, count: EventQueue.slots)
    occupied.update(repeating: 0, count: 11)
    occupiedLevels = 0
    frontHead = 0
    frontTail = 0
    frontEnd = 0
    base = 0
    sequence = 0
    count = 0
    now = 0
  }

  @inlinable public var isEmpty: Bool { count == 0 }

  /// Plans an event. Among events of one time the lowest rank comes first, then the one scheduled first.
  ///
  /// - Parameters:
  ///   - time: µs, not before `now`.
  ///   - rank: 0 … 255.
  ///   - kind: what to do; the queue only carries it.
  ///   - subject: to whom; the queue only carries it.
  @discardableResult
  public mutating func schedule(at time: Int64, rank: UInt8, kind: UInt8, subject: Int32) -> EventHandle {
    let place = sequence
    sequence &+= 1
    return schedule(at: time, rank: rank, place: place, kind: kind, subject: subject)
  }

  /// The same with a place among the events of one time and rank that does not depend on what was planned when.
  ///
  /// - Parameter place: the lowest comes first; below 2⁵⁶, and no two planned at once for one time and rank alike.
  @discardableResult
  public mutating func schedule(at time: Int64, rank: UInt8, place: UInt64, kind: UInt8, subject: Int32) -> EventHandle {
    precondition(time >= now, "an event may not be scheduled in the past")
    let order = UInt64(rank) &<< 56 | place
    let index: Int32
    let generation: UInt32
    if freeHead >= 0 {
      index = freeHead
      generation = nodes[Int(index)].generation
      freeHead = nodes[Int(index)].next
    } else {
      if nodeCount == nodeCapacity { grow() }
      index = Int32(nodeCount)
      nodeCount &+= 1
      generation = 0
    }
    (nodes + Int(index)).initialize(
      to: Node(
        time: time, order: order, subject: subject, generation: generation, next: EventQueue.none, previous: EventQueue.none,
        place: EventQueue.inFront, kind: kind))
    count &+= 1
    if time < frontEnd {
      insertIntoFront(FrontEntry(time: time, order: order, node: index))
    } else {
      link(index, time: time)
    }
    return EventHandle(index: index, generation: generation)
  }

  /// Takes the earliest event and moves `now` to it; nil when none is left.
  public mutating func pop() -> Event? {
    while true {
      while frontHead < frontTail {
        let entry = front[frontHead]
        frontHead &+= 1
        let isCancelled = nodes[Int(entry.node)].place == EventQueue.cancelled
        let event = Event(time: entry.time, subject: nodes[Int(entry.node)].subject, kind: nodes[Int(entry.node)].kind)
        release(entry.node)
        if isCancelled { continue }
        count &-= 1
        now = entry.time
        return event
      }
      frontHead = 0
      frontTail = 0
      if occupiedLevels == 0 { return nil }
      if let alone = openEarliestSlot() {
        let event = Event(time: nodes[Int(alone)].time, subject: nodes[Int(alone)].subject, kind: nodes[Int(alone)].kind)
        release(alone)
        count &-= 1
        now = event.time
        return event
      }
    }
  }

  mutating func grow() {
    let larger = UnsafeMutablePointer<Node>.allocate(capacity: nodeCapacity * 2)
    larger.moveInitialize(from: nodes, count: nodeCount)
    nodes.deallocate()
    nodes = larger
    nodeCapacity *= 2
  }

  // MARK: - The wheel

  /// The slot for a time not before `base`: the highest six-bit digit in which they differ, and that digit.
  @inline(__always)
  func slot(for time: Int64) -> Int {
    let difference = UInt64(bitPattern: time ^ base)
    let level = (63 &- (difference | 1).leadingZeroBitCount) / 6
    let digit = Int(truncatingIfNeeded: time &>> Int64(6 &* level)) & 63
    return level &* 64 &+ digit
  }

  @inline(__always)
  mutating func link(_ index: Int32, time: Int64) {
    let slot = slot(for: time)
    let head = heads[slot]
    nodes[Int(index)].place = Int16(truncatingIfNeeded: slot)
    nodes[Int(index)].next = head
    nodes[Int(index)].previous = EventQueue.none
    if head >= 0 {
      nodes[Int(head)].previous = index
    } else {
      occupied[slot &>> 6] |= 1 &<< UInt64(slot & 63)
      occupiedLevels |= 1 &<< UInt32(slot &>> 6)
    }
    heads[slot] = index
  }

  mutating func unlink(_ index: Int32) {
    let node = nodes[Int(index)]
    if node.next >= 0 { nodes[Int(node.next)].previous = node.previous }
    if node.previous >= 0 {
      nodes[Int(node.previous)].next = node.next
    } else {
      heads[Int(node.place)] = node.next
      if node.next < 0 { markEmpty(Int(node.place)) }
    }
  }

  @inline(__always)
  mutating func markEmpty(_ slot: Int) {
    let level = slot &>> 6
    occupied[level] &= ~(1 &<< UInt64(slot & 63))
    if occupied[level] == 0 { occupiedLevels &= ~(1 &<< UInt32(level)) }
  }

  /// Moves `base` to the earliest occupied slot, and its events into the front or, when they are many, to lower levels.
  /// An event that is alone there is taken out and returned instead.
  @inline(__always)
  mutating func openEarliestSlot() -> Int32? {
    let level = occupiedLevels.trailingZeroBitCount
    let digit = occupied[level].trailingZeroBitCount
    let slot = level &* 64 &+ digit
    let above = Int64(6 &* (level &+ 1))
    let prefix = above >= 64 ? 0 : (base >> above) << above
    base = prefix | Int64(digit) << Int64(6 &* level)

    var index = heads[slot]
    heads[slot] = EventQueue.none
    markEmpty(slot)

    if nodes[Int(index)].next < 0 {
      frontEnd = nodes[Int(index)].time &+ 1
      return index
    }
    var cursor = index
    var size = 0
    while cursor >= 0 && size <= EventQueue.frontLimit {
      size &+= 1
      cursor = nodes[Int(cursor)].next
    }
    if level > 0 && size > EventQueue.frontLimit {
      while index >= 0 {
        let next = nodes[Int(index)].next
        link(index, time: nodes[Int(index)].time)
        index = next
      }
      return nil
    }
    while index >= 0 {
      appendToFront(FrontEntry(time: nodes[Int(index)].time, order: nodes[Int(index)].order, node: index))
      nodes[Int(index)].place = EventQueue.inFront
      index = nodes[Int(index)].next
    }
    sortFront()
    frontEnd = front[frontTail &- 1].time &+ 1
    return nil
  }

  // MARK: - The front

  @inline(__always)
  mutating func appendToFront(_ entry: FrontEntry) {
    if frontTail == frontCapacity { growFront() }
    (front + frontTail).initialize(to: entry)
    frontTail &+= 1
  }

  mutating func growFront() {
    let larger = UnsafeMutablePointer<FrontEntry>.allocate(capacity: frontCapacity * 2)
    larger.moveInitialize(from: front, count: frontTail)
    front.deallocate()
    front = larger
    frontCapacity *= 2
  }

  /// Insertion sort for the usual handful; the library's sort for a long run of equal times.
  mutating func sortFront() {
    if frontTail > EventQueue.frontLimit {
      var entries = UnsafeMutableBufferPointer(start: front, count: frontTail)
      entries.sort()
      return
    }
    var i = 1
    while i < frontTail {
      let entry = front[i]
      var j = i
      while j > 0 && entry < front[j &- 1] {
        front[j] = front[j &- 1]
        j &-= 1
      }
      front[j] = entry
      i &+= 1
    }
  }

  mutating func insertIntoFront(_ entry: FrontEntry) {
    nodes[Int(entry.node)].place = EventQueue.inFront
    appendToFront(entry)
    var position = frontTail &- 1
    while position > frontHead && entry < front[position &- 1] {
      front[position] = front[position &- 1]
      position &-= 1
    }
    front[position] = entry
    if frontTail &- frontHead > EventQueue.spillLimit { spillFront() }
  }

  /// Gives the later part of a long front back to the wheel; events of one time stay together.
  mutating func spillFront() {
    var cut = frontHead &+ EventQueue.spillLimit / 2
    let time = front[cut].time
    if time == front[frontHead].time {
      while cut < frontTail && front[cut].time == time { cut &+= 1 }
      if cut == frontTail { return }
    } else {
      while front[cut &- 1].time == time { cut &-= 1 }
    }
    frontEnd = front[cut].time
    for position in cut..<frontTail {
      let entry = front[position]
      if nodes[Int(entry.node)].place == EventQueue.cancelled {
        release(entry.node)
      } else {
        link(entry.node, time: entry.time)
      }
    }
    frontTail = cut
  }

  @inline(__always)
  mutating func release(_ index: Int32) {
    nodes[Int(index)].generation &+= 1
    nodes[Int(index)].place = EventQueue.free
    nodes[Int(index)].next = freeHead
    freeHead = index
  }
}
