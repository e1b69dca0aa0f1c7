import SimulationCore
import Testing

@testable import SupportModel

@Suite struct AscendingSearchTests {
  @Test(arguments: 0..<200) func `A search finds what looking at every number finds`(_ seed: Int) {
    var random = RandomStream(seed: UInt64(seed), replication: 0, name: "search").generator(entity: 0)
    func draw(_ count: Int) -> Int { Int(random.nextUniform() * Double(count)) }
    // Evenly spread, in lumps, or over the whole range of what there is.
    let scale = [Int64(50), 1_000_000_007, Int64.max / 200][seed % 3]
    let numbers = (0..<draw(40)).map { _ in Int64(draw(200) - 100) * scale / Int64(1 + draw(3) * draw(100)) }.sorted()
    let search = AscendingSearch(numbers)
    for number in numbers.flatMap({ [$0 - 1, $0, $0 + 1] }) + [.min, -1, 0, 1, .max] {
      #expect(search.firstAbove(number) == numbers.count { $0 <= number }, "\(number) in \(numbers)")
    }
  }
}
