import SimulationCore
import Testing

@Suite struct SlabTests {
  private struct Pair: BitwiseCopyable, Equatable {
    var number: Int32
    var time: Int64
  }

  @Test func `A slab keeps what is written into one field of one element`() {
    let slab = Slab(repeating: Pair(number: 1, time: 2), count: 3)
    slab[1].time += 40
    #expect(slab.array == [Pair(number: 1, time: 2), Pair(number: 1, time: 42), Pair(number: 1, time: 2)])
    #expect(slab.indices == 0..<3)
  }

  @Test func `A slab is made from an array and filled anew`() {
    let slab = Slab([3, 1, 2] as [Int64])
    #expect(slab.array == [3, 1, 2] && slab.count == 3)
    slab.fill(7)
    #expect(slab.array == [7, 7, 7])
  }

  @Test func `An empty slab is possible`() {
    let slab = Slab<Int64>([])
    slab.fill(1)
    #expect(slab.count == 0 && slab.array.isEmpty && slab.indices.isEmpty)
  }
}
