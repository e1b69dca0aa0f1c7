import Testing

@testable import SimulationCore

@Suite struct RandomStreamTests {
  private func numbers(_ count: Int, _ stream: RandomStream, entity: UInt64 = 0, run: UInt16 = 0) -> [UInt64] {
    var generator = stream.generator(entity: entity, run: run)
    return (0..<count).map { _ in generator.next() }
  }

  @Test func `A number depends on seed, name, replication, entity and run, and on nothing else`() {
    let stream = RandomStream(seed: 1, replication: 2, name: "talk/a")
    let first = numbers(5, stream, entity: 3)
    #expect(first == numbers(5, RandomStream(seed: 1, replication: 2, name: "talk/a"), entity: 3))
    #expect(first == numbers(5, RandomStream(seed: 1, replication: 9, name: "talk/a").inReplication(2), entity: 3))
    #expect(first != numbers(5, RandomStream(seed: 2, replication: 2, name: "talk/a"), entity: 3))
    #expect(first != numbers(5, RandomStream(seed: 1, replication: 3, name: "talk/a"), entity: 3))
    #expect(first != numbers(5, RandomStream(seed: 1, replication: 2, name: "talk/b"), entity: 3))
    #expect(first != numbers(5, stream, entity: 4))
    #expect(first != numbers(5, stream, entity: 3, run: 1))
  }

  @Test func `Streams keep their numbers from one version to the next`() {
    // By a second implementation, in Python: whoever changes these changes every result ever published with a seed.
    let stream = RandomStream(seed: 20_260_914, replication: 7, name: "talk/billing-call")
    #expect(numbers(3, stream, entity: 123) == [0x8656_C27F_3E9D_5457, 0xC103_50DF_6824_11BC, 0x9C69_D28F_67BB_1610])
  }

  @Test func `All the runs of an entity differ, and its first number is the same with and without a generator`() {
    let stream = RandomStream(seed: 3, replication: 1, name: "retry/call")
    let firsts = (0...UInt16.max).map { numbers(1, stream, entity: 5, run: $0)[0] }
    #expect(Set(firsts).count == firsts.count)
    for run: UInt16 in [0, 1, 255, 256, 300, 65_535] {
      var generator = stream.generator(entity: 5, run: run)
      #expect(generator.nextUniform() == stream.uniform(entity: 5, run: run))
    }
    #expect(numbers(2, stream, entity: 5, run: 256) != numbers(2, stream, entity: 6, run: 0))
  }

  @Test func `The order of asking does not matter`() {
    let stream = RandomStream(seed: 5, replication: 0, name: "patience/call")
    let forward = (0..<100).map { numbers(3, stream, entity: UInt64($0)) }
    let backward = (0..<100).reversed().map { numbers(3, stream, entity: UInt64($0)) }
    #expect(forward == backward.reversed())
    #expect(Set(forward.flatMap { $0 }).count == 300)
  }

  @Test func `A copied generator repeats the same numbers`() {
    var one = RandomStream(seed: 5, replication: 0, name: "x").generator(entity: 1)
    _ = one.next()
    var other = one
    #expect((0..<10).map { _ in one.next() } == (0..<10).map { _ in other.next() })
  }

  /// Correlation of 100,000 pairs under independence is normal with standard deviation 1/√n; critical value 4.5 standard deviations
  /// (two-sided error 7 in a million).
  @Test(arguments: [
    ("talk/a", "talk/b", 0, 0), ("talk/a", "patience/a", 0, 0), ("talk/a", "talk/a", 0, 1), ("", "a", 0, 0), ("ab", "ba", 0, 0),
  ])
  func `Streams that differ are uncorrelated`(first: String, second: String, replication: Int, otherReplication: Int) {
    let a = RandomStream(seed: 11, replication: replication, name: first)
    let b = RandomStream(seed: 11, replication: otherReplication, name: second)
    let n = 100_000
    var sum = 0.0
    for entity in 0..<UInt64(n) {
      var x = a.generator(entity: entity)
      var y = b.generator(entity: entity)
      sum += (x.nextUniform() - 0.5) * (y.nextUniform() - 0.5)
    }
    let correlation = sum / Double(n) * 12
    #expect(abs(correlation) < 4.5 / Double(n).squareRoot())
  }

  /// χ² with 999 degrees of freedom: 1182.5 is its 99.995 % point, 834.9 its 0.005 % point (`scipy.stats.chi2(999).ppf`).
  @Test(arguments: [false, true])
  func `Numbers are uniform, within one entity and across entities`(acrossEntities: Bool) {
    let stream = RandomStream(seed: 3, replication: 1, name: "uniform")
    var cells = [Int](repeating: 0, count: 1000)
    let n = 1_000_000
    var generator = stream.generator(entity: 0)
    for entity in 0..<n {
      if acrossEntities { generator = stream.generator(entity: UInt64(entity)) }
      cells[Int(generator.nextUniform() * 1000)] += 1
    }
    let expected = Double(n) / 1000
    let chiSquare = cells.reduce(0.0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
    #expect(834.9 < chiSquare && chiSquare < 1182.5)
  }

  @Test func `A uniform number is never 0 or 1`() {
    // The largest and the smallest 64 bits the generator can give.
    #expect((Double(UInt64.max &>> 12) + 0.5) * 0x1p-52 < 1)
    #expect((Double(UInt64.min &>> 12) + 0.5) * 0x1p-52 > 0)
  }
}
