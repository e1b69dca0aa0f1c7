import SimulationCore
import Testing

@testable import SupportModel

/// Sets of instants, held against a plain list of which of the first hundred microseconds are in.
@Suite struct StretchesTests {
  private func stretches(_ pairs: (Int64, Int64)...) -> Stretches {
    Stretches(pairs.map { SimInstant(microseconds: $0.0)..<SimInstant(microseconds: $0.1) })
  }

  private func members(_ stretches: Stretches) -> [Bool] { (Int64(0)..<100).map { stretches.contains(SimInstant(microseconds: $0)) } }

  @Test func `Stretches that overlap or touch are one, whatever their order`() {
    #expect(stretches((5, 6), (0, 2), (2, 4), (3, 4), (9, 9)) == stretches((0, 4), (5, 6)))
    #expect(stretches((7, 7)).isEmpty && stretches((0, 4), (5, 6)).total == TimeSpan(microseconds: 5))
  }

  @Test func `Parts are cut out and held in common to the microsecond`() {
    #expect(stretches((0, 10)).subtracting(stretches((2, 3), (5, 7))) == stretches((0, 2), (3, 5), (7, 10)))
    #expect(stretches((0, 10), (20, 30)).subtracting(stretches((5, 25))) == stretches((0, 5), (25, 30)))
    #expect(stretches((0, 10), (20, 30)).intersection(stretches((5, 25))) == stretches((5, 10), (20, 25)))
    #expect(
      stretches((0, 10), (20, 30)).clipped(to: SimInstant(microseconds: 8)..<SimInstant(microseconds: 22)) == stretches((8, 10), (20, 22)))
  }

  @Test(arguments: 0..<50) func `Operations agree with asking every instant`(_ seed: Int) {
    var random = RandomStream(seed: UInt64(seed), replication: 0, name: "stretches").generator(entity: 0)
    func some() -> Stretches {
      Stretches(
        (0..<6).map { _ in
          let start = Int64(random.nextUniform() * 90)
          return SimInstant(microseconds: start)..<SimInstant(microseconds: start + Int64(random.nextUniform() * 10))
        })
    }
    let (a, b) = (some(), some())
    let (inA, inB) = (members(a), members(b))
    #expect(members(a.union(b)) == zip(inA, inB).map { $0 || $1 })
    #expect(members(a.intersection(b)) == zip(inA, inB).map { $0 && $1 })
    #expect(members(a.subtracting(b)) == zip(inA, inB).map { $0 && !$1 })
    #expect(a.total.microseconds == Int64(inA.count { $0 }))
    for result in [a.union(b), a.intersection(b), a.subtracting(b)] { #expect(Stretches(result.ranges) == result, "not in normal form") }
  }
}
