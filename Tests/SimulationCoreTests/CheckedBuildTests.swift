import Testing

@testable import SimulationCore

/// What the checked build stops at (`MUSTER_CHECKED=1`); skipped in others, which do not look.
@Suite(.enabled(if: Checked.isOn, "only in the checked build: MUSTER_CHECKED=1")) struct CheckedBuildTests {
  private func expect(_ words: String, _ result: ExitTest.Result?) {
    let said = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(said.contains(words))
  }

  @Test func `An index outside a slab stops the process, to read and to write`() async {
    var result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let slab = Slab(repeating: Int64(0), count: 3)
      #expect(slab[3] == 0)
    }
    expect("an index outside the slab", result)
    result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let slab = Slab(repeating: Int64(0), count: 3)
      slab[-1] = 7
    }
    expect("an index outside the slab", result)
  }

  @Test func `A slot that is free may not be read, written or freed again`() async {
    var result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var table = SlotTable<Int64>()
      let id = table.insert(1)
      table.remove(at: id.index)
      #expect(table[id.index] == 1)
    }
    expect("a slot that is free", result)
    result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let table = SlotTable<Int64>()
      table[0] = 1
    }
    expect("a slot that is free", result)
    result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var table = SlotTable<Int64>()
      let id = table.insert(1)
      table.remove(at: id.index)
      table.remove(at: id.index)
    }
    expect("a slot that is free already", result)
  }

  @Test func `An event handle of another queue stops the process`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var one = EventQueue()
      var other = EventQueue()
      one.schedule(at: 1, rank: 0, kind: 0, subject: 0)
      let foreign = one.schedule(at: 2, rank: 0, kind: 0, subject: 0)
      other.schedule(at: 1, rank: 0, kind: 0, subject: 0)
      other.cancel(foreign)
    }
    expect("an event handle of another queue or play", result)
  }

  @Test func `An event handle from before a reset stops the process where its place has not come as far`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var queue = EventQueue()
      queue.cancel(queue.schedule(at: 1, rank: 0, kind: 0, subject: 0))
      let old = queue.schedule(at: 2, rank: 0, kind: 0, subject: 0)
      queue.reset()
      queue.schedule(at: 1, rank: 0, kind: 0, subject: 0)
      queue.cancel(old)
    }
    expect("an event handle of another queue or play", result)
  }
}
