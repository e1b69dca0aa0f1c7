import Testing

@testable import SimulationCore

/// Each invariant of the event queue is shown to fire: a sound queue is damaged in one place.
@Suite struct EventQueueInvariantTests {
  @Test(arguments: Damage.all.indices)
  func `Every invariant of the queue stops the process when it does not hold`(index: Int) async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) { [index = index as Int] in
      var queue = Damage.sound()
      queue.checkInvariants()
      Damage.all[index].inflict(&queue)
      queue.checkInvariants()
    }
    let words = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(words.contains(Damage.all[index].words), "expected: \(Damage.all[index].words)")
  }

  private struct Damage: Sendable {
    let words: String
    let inflict: @Sendable (inout EventQueue) -> Void

    init(_ words: String, _ inflict: @escaping @Sendable (inout EventQueue) -> Void) {
      self.words = words
      self.inflict = inflict
    }

    /// Three events in the front, two in one slot of the wheel, one by one in three more.
    static func sound() -> EventQueue {
      var queue = EventQueue()
      for time in [0, 1, 2, 3, 1_000_000, 1_000_000] as [Int64] { queue.schedule(at: time, rank: 0, kind: 0, subject: 0) }
      _ = queue.pop()
      for _ in 0..<3 { queue.schedule(at: 0, rank: 0, kind: 0, subject: 0) }
      return queue
    }

    /// The slot of the wheel that holds the two.
    private static func crowded(_ queue: borrowing EventQueue) -> Int {
      (0..<EventQueue.slots).first { queue.heads[$0] >= 0 && queue.nodes[Int(queue.heads[$0])].next >= 0 }!
    }

    static let all = [
      Damage("the front holds what is not there") { $0.nodes[Int($0.front[$0.frontHead].node)].place = EventQueue.free },
      Damage("the front holds a time out of its range") { $0.front[$0.frontTail - 1].time = $0.frontEnd },
      Damage("the front is out of order") { $0.front[$0.frontHead].order = .max },
      Damage("a slot is marked wrongly") { $0.occupied[crowded($0) / 64] = 0 },
      Damage("an event lies in the wrong slot") { $0.nodes[Int($0.heads[crowded($0)])].time = 9_000_000_000 },
      Damage("a slot's list is broken") { $0.nodes[Int($0.heads[crowded($0)])].previous = 1 },
      Damage("the wheel holds an event that belongs to the front") { $0.frontEnd = 2_000_000 },
      Damage("a level is marked wrongly") { $0.occupiedLevels = 0 },
      Damage("events are counted wrongly") { $0.count += 1 },
    ]
  }
}
