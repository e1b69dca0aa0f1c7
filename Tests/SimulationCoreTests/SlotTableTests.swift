import SimulationCore
import Testing

@Suite struct SlotTableTests {
  @Test func `A removed slot is used again and its old name no longer fits`() {
    var table = SlotTable<Int64>()
    let first = table.insert(10)
    let second = table.insert(20)
    #expect(table.count == 2 && table[first.index] == 10 && table[second.index] == 20)
    table.remove(at: first.index)
    #expect(!table.contains(first) && table.contains(second) && !table.isTaken(first.index) && table.count == 1)
    let third = table.insert(30)
    #expect(third.index == first.index && third != first)
    #expect(table.contains(third) && !table.contains(first) && table.id(at: third.index) == third)
    #expect(table.slotCount == 2)
  }

  @Test func `What is written through an index stays`() {
    var table = SlotTable<Int64>()
    let id = table.insert(1)
    table[id.index] += 41
    #expect(table[id.index] == 42)
  }

  @Test func `An emptied table begins again at the first slot`() {
    var table = SlotTable<Int32>()
    for value in 0..<100 { _ = table.insert(Int32(value)) }
    table.removeAll()
    #expect(table.count == 0 && table.slotCount == 0 && !table.isTaken(0))
    #expect(table.insert(7).index == 0)
  }

  @Test func `Random coming and going agrees with a dictionary, and memory is the most ever held`() {
    for seed in 0..<20 as Range<UInt64> {
      var random = RandomStream(seed: seed, replication: 0, name: "slots").generator(entity: 0)
      var table = SlotTable<Int64>()
      var held: [SlotID: Int64] = [:]
      var gone: Set<SlotID> = []
      var most = 0
      for step in 0..<2_000 as Range<Int64> {
        if random.nextUniform() < 0.55 || held.isEmpty {
          let id = table.insert(step)
          #expect(held[id] == nil && !gone.contains(id), "seed \(seed), step \(step)")
          held[id] = step
        } else {
          let ids = held.keys.sorted { $0.index < $1.index }
          let id = ids[Int(random.nextUniform() * Double(ids.count))]
          table.remove(at: id.index)
          held[id] = nil
          gone.insert(id)
        }
        most = max(most, held.count)
      }
      #expect(table.count == held.count && table.slotCount == most, "seed \(seed)")
      #expect(held.allSatisfy { table.contains($0.key) && table[$0.key.index] == $0.value }, "seed \(seed)")
      #expect(gone.allSatisfy { !table.contains($0) }, "seed \(seed)")
      let indices = (0..<Int32(table.slotCount)).filter { table.isTaken($0) }
      #expect(Set(indices) == Set(held.keys.map(\.index)), "seed \(seed)")
    }
  }
}
