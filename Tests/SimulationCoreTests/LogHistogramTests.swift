import Testing

@testable import SimulationCore

@Suite struct LogHistogramTests {
  private func histogram(_ values: [Int64]) -> LogHistogram {
    var histogram = LogHistogram()
    for value in values { histogram.record(value) }
    return histogram
  }

  private func draws(_ count: Int, seed: UInt64) -> [Int64] {
    var generator = RandomStream(seed: seed, replication: 0, name: "histogram").generator(entity: 0)
    let distribution = LognormalDistribution(mean: 60, cv: 1.5)
    return (0..<count).map { _ in TimeSpan(seconds: distribution.sample(using: &generator)).microseconds }
  }

  @Test func `Every bucket begins where the one before it ends`() {
    for index in 1..<945 {
      let low = LogHistogram.lowerBound(ofBucket: index)
      let high = LogHistogram.lowerBound(ofBucket: index + 1)
      #expect(low < high)
      #expect(LogHistogram.index(of: low) == index)
      #expect(LogHistogram.index(of: high - 1) == index)
      #expect(index < 32 || Double(high - low) <= Double(low) / 16)
    }
  }

  @Test func `The longest time span falls into the last of 945 buckets`() {
    #expect(LogHistogram.index(of: 1 << 62) == 944)
    #expect(LogHistogram.index(of: 3_600_000_000) == 458)
    #expect(LogHistogram.index(of: 365 * 86_400_000_000) == 668)
  }

  @Test func `Quantiles lie within one bucket of the sorted values`() throws {
    let values = draws(20_000, seed: 1)
    let sorted = values.sorted()
    let histogram = histogram(values)
    for p in [0.001, 0.1, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999] {
      let exact = Double(sorted[Int(p * 20_000) - 1])
      let estimate = try #require(histogram.quantile(p))
      #expect(abs(estimate - exact) <= exact / 16 + 1, "p = \(p)")
      let share = try #require(histogram.share(atOrBelow: estimate))
      #expect(abs(share - p) < 1e-9, "p = \(p)")
    }
  }

  @Test(arguments: [0.001, 0.5, 0.95, 0.999, 1]) func `Of equal values every quantile is that value`(_ p: Double) {
    var histogram = histogram(Array(repeating: 420_000_000, count: 200))
    #expect(histogram.quantile(p) == 420_000_000)
    histogram += self.histogram([100_000_000, 500_000_000])
    let quantile = histogram.quantile(p) ?? .nan
    #expect(quantile >= 100_000_000 && quantile <= 500_000_000)
  }

  @Test func `Zeros are counted apart`() {
    let histogram = histogram([0, 0, 0, 1000])
    #expect(histogram.zeros == 3)
    #expect(histogram.count == 4)
    #expect(histogram.quantile(0.75) == 0)
    #expect(histogram.share(atOrBelow: 0) == 0.75)
    #expect(histogram.share(atOrBelow: 5000) == 1)
  }

  @Test func `Nothing recorded has no quantiles`() {
    #expect(LogHistogram().quantile(0.5) == nil)
    #expect(LogHistogram().share(atOrBelow: 10) == nil)
  }

  @Test func `Merging in any order is the same as recording everything`() {
    let parts = (0..<5).map { draws(500 + Int($0) * 300, seed: 10 + $0) }
    var forward = LogHistogram()
    var backward = LogHistogram()
    for part in parts { forward += histogram(part) }
    for part in parts.reversed() { backward += histogram(part) }
    #expect(forward == backward)
    #expect(forward == histogram(parts.flatMap { $0 }))
  }
}
