import SimulationCore
import Testing

/// The slowest right answer: a sorted array.
private struct NaiveQueue {
  struct Entry {
    var time: Int64
    var rank: UInt8
    var sequence: Int
    var subject: Int32
  }
  var entries: [Entry] = []
  var sequence = 0

  mutating func schedule(at time: Int64, rank: UInt8, place: Int? = nil, subject: Int32) {
    entries.append(Entry(time: time, rank: rank, sequence: place ?? sequence, subject: subject))
    sequence += 1
  }

  mutating func pop() -> Entry? {
    guard
      let best = entries.indices.min(by: {
        (entries[$0].time, entries[$0].rank, entries[$0].sequence) < (entries[$1].time, entries[$1].rank, entries[$1].sequence)
      })
    else { return nil }
    return entries.remove(at: best)
  }

  mutating func cancel(subject: Int32) { entries.removeAll { $0.subject == subject } }

  /// Its rank and its place among those scheduled stay.
  mutating func reschedule(subject: Int32, to time: Int64) {
    for index in entries.indices where entries[index].subject == subject { entries[index].time = time }
  }
}

@Suite struct EventQueueTests {
  @Test func `events come in order of time, then rank, then scheduling`() {
    var queue = EventQueue()
    queue.schedule(at: 10, rank: 4, kind: 0, subject: 1)
    queue.schedule(at: 10, rank: 2, kind: 0, subject: 2)
    queue.schedule(at: 5, rank: 9, kind: 0, subject: 3)
    queue.schedule(at: 10, rank: 4, kind: 0, subject: 4)
    var order: [Int32] = []
    while let event = queue.pop() { order.append(event.subject) }
    #expect(order == [3, 2, 1, 4])
  }

  @Test func `a cancelled event does not come and its handle names nothing any more`() {
    var queue = EventQueue()
    let first = queue.schedule(at: 7, rank: 0, kind: 0, subject: 1)
    queue.schedule(at: 9, rank: 0, kind: 0, subject: 2)
    let wasPlanned = queue.isPlanned(first)
    let once = queue.cancel(first)
    let twice = queue.cancel(first)
    #expect(wasPlanned && once && !twice)
    #expect(queue.count == 1)
    let again = queue.schedule(at: 8, rank: 0, kind: 0, subject: 3)
    let isStale = !queue.isPlanned(first)
    let isFresh = queue.isPlanned(again)
    #expect(isStale && isFresh)
    let third = queue.pop()
    let second = queue.pop()
    let nothing = queue.pop()
    #expect(third?.subject == 3 && second?.subject == 2 && nothing == nil)
    let late = queue.cancel(again)
    #expect(!late)
  }

  @Test func `A rescheduled event keeps its handle and its place among those of its new time`() {
    var queue = EventQueue()
    queue.schedule(at: 10, rank: 1, kind: 0, subject: 1)
    let moved = queue.schedule(at: 50, rank: 1, kind: 0, subject: 2)
    queue.schedule(at: 10, rank: 1, kind: 0, subject: 3)
    let isMoved = queue.reschedule(moved, to: 10)
    #expect(isMoved && queue.isPlanned(moved) && queue.time(of: moved) == 10 && queue.count == 3)
    var order: [Int32] = []
    while let event = queue.pop() { order.append(event.subject) }
    #expect(order == [1, 2, 3])
    let isMovedAgain = queue.reschedule(moved, to: 20)
    #expect(!isMovedAgain && queue.isEmpty)
  }

  @Test func `Moving an event away and back changes nothing, from the front and from the wheel`() {
    for distance in [1, 3_600_000_000] as [Int64] {
      var queue = EventQueue()
      var handles: [EventHandle] = []
      for subject in 0..<40 as Range<Int32> {
        handles.append(queue.schedule(at: 1_000 + Int64(subject / 4), rank: 0, kind: 0, subject: subject))
      }
      // Opens the slot they lie in, so that they are in the front.
      queue.schedule(at: 1, rank: 0, kind: 0, subject: 99)
      let first = queue.pop()
      #expect(first?.subject == 99)
      for handle in handles {
        let time = queue.time(of: handle)!
        queue.reschedule(handle, to: time + distance)
        queue.checkInvariants()
        queue.reschedule(handle, to: time)
        queue.checkInvariants()
      }
      for subject in 0..<40 as Range<Int32> {
        let event = queue.pop()
        #expect(event?.subject == subject)
      }
    }
  }

  @Test func `events with a place of their own come in its order, whenever they were planned`() {
    var queue = EventQueue()
    for place in [3, 1, 4, 2] { queue.schedule(at: 10, rank: 4, place: UInt64(place), kind: 0, subject: Int32(place)) }
    let again = queue.schedule(at: 10, rank: 4, place: 0, kind: 0, subject: 0)
    let first = queue.pop()
    #expect(first?.subject == 0)
    #expect(queue.time(of: again) == nil)
    // Cancelled and planned again for the same place while the events of that instant are at hand.
    let moved = queue.schedule(at: 10, rank: 4, place: 0, kind: 0, subject: 0)
    queue.cancel(moved)
    let last = queue.schedule(at: 10, rank: 4, place: 0, kind: 0, subject: 7)
    queue.checkInvariants()
    let isMoved = queue.reschedule(last, to: 11)
    #expect(isMoved)
    queue.checkInvariants()
    var order: [Int32] = []
    while let event = queue.pop() { order.append(event.subject) }
    #expect(order == [1, 2, 3, 4, 7])
  }

  /// Random scripts of schedule, cancel, reschedule and pop over delays from nothing to years, with many ties, against the naive twin.
  @Test(arguments: 0..<200)
  func `agrees with a sorted list, seed by seed`(seed: Int) {
    var random = RandomStream(seed: UInt64(seed), replication: 0, name: "event-queue-test").generator(entity: 0)
    var queue = EventQueue()
    var naive = NaiveQueue()
    var handles: [Int32: EventHandle] = [:]
    var planned: [Int32] = []
    var next: Int32 = 0
    let widest = [3.0, 6, 12, 20, 30, 44][seed % 6]
    for step in 0..<3000 {
      let u = random.nextUniform()
      if u < 0.5 || (step < 400 && u < 0.9) {
        let bits = random.nextUniform() * widest
        let delay = random.nextUniform() < 0.1 ? 0 : Int64(random.nextUniform() * Double(sign: .plus, exponent: Int(bits), significand: 1))
        let rank = UInt8(random.nextUniform() * 8)
        // Those of the last rank have places of their own, the latest the lowest.
        let place = rank == 7 ? 1_000_000 - Int(next) : nil
        if let place {
          handles[next] = queue.schedule(at: queue.now + delay, rank: rank, place: UInt64(place), kind: 1, subject: next)
        } else {
          handles[next] = queue.schedule(at: queue.now + delay, rank: rank, kind: 1, subject: next)
        }
        naive.schedule(at: queue.now + delay, rank: rank, place: place, subject: next)
        planned.append(next)
        next += 1
      } else if u < 0.6, !planned.isEmpty {
        let victim = planned.remove(at: Int(random.nextUniform() * Double(planned.count)))
        let isCancelled = queue.cancel(handles[victim]!)
        #expect(isCancelled, "seed \(seed) step \(step)")
        naive.cancel(subject: victim)
      } else if u < 0.7, !planned.isEmpty {
        let moved = planned[Int(random.nextUniform() * Double(planned.count))]
        // Often onto the time of another, so that the order of ties is seen.
        let other = planned[Int(random.nextUniform() * Double(planned.count))]
        let bits = random.nextUniform() * widest
        let time =
          random.nextUniform() < 0.5
          ? queue.time(of: handles[other]!)!
          : queue.now + Int64(random.nextUniform() * Double(sign: .plus, exponent: Int(bits), significand: 1))
        let isMoved = queue.reschedule(handles[moved]!, to: time)
        #expect(isMoved && queue.time(of: handles[moved]!) == time, "seed \(seed) step \(step)")
        naive.reschedule(subject: moved, to: time)
      } else {
        let expected = naive.pop()
        let event = queue.pop()
        #expect(event?.subject == expected?.subject && event?.time == expected?.time, "seed \(seed) step \(step)")
        if let event { planned.removeAll { $0 == event.subject } }
      }
      if step % 50 == 0 { queue.checkInvariants() }
    }
    while let expected = naive.pop() {
      let event = queue.pop()
      #expect(event?.subject == expected.subject, "seed \(seed) while emptying")
    }
    let nothing = queue.pop()
    #expect(nothing == nil)
  }

  @Test func `a hundred thousand events of one instant come first in first out`() {
    var queue = EventQueue()
    for subject in 0..<100_000 { queue.schedule(at: 1_000_000, rank: 1, kind: 0, subject: Int32(subject)) }
    for subject in 0..<100_000 {
      let event = queue.pop()
      #expect(event?.subject == Int32(subject))
    }
  }

  @Test func `memory of cancelled events is used again`() {
    var queue = EventQueue()
    for round in 0..<100_000 {
      let handle = queue.schedule(at: Int64(round) + 1_000_000_000, rank: 0, kind: 0, subject: 0)
      queue.cancel(handle)
    }
    let count = queue.count
    let slots = queue.slotCount
    #expect(count == 0 && slots == 1)
  }
}
