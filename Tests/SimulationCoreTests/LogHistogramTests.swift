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

  /// The smallest value that a share p of all does not exceed.
  private func exact(_ sorted: [Int64], _ p: Double) -> Double {
    Double(sorted[max(1, Int((p * Double(sorted.count) - 1e-9).rounded(.up))) - 1])
  }

  @Test func `Every bucket begins where the one before it ends, and none is wider than a thousandth`() {
    for index in 1..<55_295 {
      let low = LogHistogram.lowerBound(ofBucket: index)
      let high = LogHistogram.lowerBound(ofBucket: index + 1)
      guard low < high, LogHistogram.index(of: low) == index, LogHistogram.index(of: high - 1) == index,
        index < 2048 || Double(high - low) <= Double(low) / 1024
      else {
        Issue.record("bucket \(index)")
        return
      }
    }
    #expect(LogHistogram.index(of: 1 << 62) == 54_272)
  }

  @Test(arguments: [3, 100, 256, 257, 1_000, 20_000]) func `Quantiles are those of the sample, up to a thousandth below`(_ count: Int)
    throws
  {
    let values = draws(count, seed: UInt64(count))
    let sorted = values.sorted()
    let histogram = histogram(values)
    for p in [0.001, 0.1, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 1] {
      let right = exact(sorted, p)
      let estimate = try #require(histogram.quantile(p))
      #expect(estimate <= right && estimate >= right * 0.999 && estimate >= Double(sorted[0]), "p = \(p)")
      let share = try #require(histogram.share(atOrBelow: estimate))
      #expect(share >= p - 1e-9, "p = \(p)")
      if count <= LogHistogram.exactValues { #expect(estimate == right) }
    }
    #expect(histogram.quantiles([0.1, 0.5, 0.95]) == [0.1, 0.5, 0.95].map { histogram.quantile($0) })
  }

  @Test(arguments: [0.001, 0.5, 0.95, 0.999, 1]) func `Of equal values every quantile is that value`(_ p: Double) {
    var histogram = histogram(Array(repeating: 420_000_000, count: 2_000))
    #expect(histogram.quantile(p) == 420_000_000)
    histogram += self.histogram([100_000_000, 500_000_000])
    #expect(histogram.quantile(p) == (p == 1 ? 500_000_000 : 420_000_000) || p == 0.001)
  }

  /// 60 % wait 420 s, the others anything between 60 and 1,000 s: the lump is where the sample has it, and a limit of 420 s is kept.
  @Test func `A lump amid other values is exact`() throws {
    var generator = RandomStream(seed: 3, replication: 0, name: "lump").generator(entity: 0)
    let others = (0..<4_000).map { _ in Int64(60e6 + 940e6 * generator.nextUniform()) }
    let values = others + Array(repeating: 420_000_000, count: 6_000)
    let histogram = histogram(values)
    let sorted = values.sorted()
    for p in [0.2, 0.5, 0.7] {
      let estimate = try #require(histogram.quantile(p))
      #expect(exact(sorted, p) == 420_000_000)
      #expect(estimate <= 420_000_000 && estimate >= 420_000_000 * 0.999)
    }
    #expect(abs(histogram.share(atOrBelow: 420_000_000)! - Double(sorted.count { $0 <= 420_000_000 }) / 10_000) < 0.001)
  }

  @Test func `Zeros are counted apart`() {
    let histogram = histogram([0, 0, 0, 1000])
    #expect(histogram.zeros == 3)
    #expect(histogram.count == 4)
    #expect(histogram.quantile(0.75) == 0)
    #expect(histogram.quantile(0.76) == 1000)
    #expect(histogram.share(atOrBelow: 0) == 0.75)
    #expect(histogram.share(atOrBelow: 5000) == 1)
  }

  @Test func `Nothing recorded has no quantiles`() {
    #expect(LogHistogram().quantile(0.5) == nil)
    #expect(LogHistogram().share(atOrBelow: 10) == nil)
  }

  @Test func `Merging in any order is the same as recording everything`() {
    let parts = (0..<8).map { draws(40 + Int($0) * 90, seed: 10 + $0) }
    var forward = LogHistogram()
    var backward = LogHistogram()
    for part in parts { forward += histogram(part) }
    for part in parts.reversed() { backward += histogram(part) }
    #expect(forward == backward)
    #expect(forward == histogram(parts.flatMap { $0 }))
    #expect(forward != histogram(parts.dropLast().flatMap { $0 }))
    let read = LogHistogram(
      zeros: forward.zeros, count: forward.count, least: forward.least, greatest: forward.greatest, fewValues: forward.fewValues,
      reached: forward.reached)
    #expect(read == forward)
  }

  @Test func `Times of years and centuries have their place`() throws {
    let values = (0..<600).map { Int64(3_000_000) &* Int64(86_400_000_000) + Int64($0) * 1_000_000_007 }
    let histogram = histogram(values)
    #expect(histogram.quantile(0.001) == Double(values[0]))
    let top = try #require(histogram.quantile(1))
    #expect(top <= Double(values[599]) && top >= 0.999 * Double(values[599]))
  }

  @Test func `What cannot be a histogram is not read as one`() {
    let bucket = LogHistogram.ReachedBucket(index: 900 * 64, count: 64, offset: 0)
    let twice = Array(repeating: LogHistogram.ReachedBucket(index: 9, count: 32, offset: 0), count: 2)
    #expect(LogHistogram(zeros: 0, count: 64, least: 1, greatest: 9, fewValues: [], reached: twice) == nil)
    #expect(LogHistogram(zeros: 0, count: 64, least: 1, greatest: 2, fewValues: [], reached: [bucket]) == nil)
    #expect(LogHistogram(zeros: 2, count: 1, least: 1, greatest: 2, fewValues: [], reached: []) == nil)
  }

  @Test func `Inside a page the steps are those of the values`() {
    let steps = ValueSteps(histogram([100_000_000, 100_000_000, 100_000_000, 100_500_000, 400_000_000]))
    let page = LogHistogram.index(of: 100_000_000) / LogHistogram.pageSize
    #expect(steps.value(inPage: page, share: 0.75) == 100_000_000)
    #expect(steps.value(inPage: page, share: 0.76) == 100_500_000)
    #expect(steps.share(inPage: page, atOrBelow: 100_200_000) == 0.75)
    #expect(steps.value(inPage: page + 10, share: 0.5) == nil)
  }

  @Test(arguments: [[], [0], [3], [5000, 4000], [5000, 0, 700], [300, 5000, 20], [1000, 1000, 1000, 1000]] as [[Int]])
  func `Quantiles of parts are those of all of them together`(sizes: [Int]) {
    var all = LogHistogram()
    let parts = sizes.enumerated().map { index, size in
      var part = histogram(draws(size, seed: UInt64(index)))
      // A lump in some of them.
      for _ in 0..<(size / 5) { part.record(60_000_000) }
      part.recordZeros(Int64(size / 3))
      all += part
      return part
    }
    let shares = [0, 0.1, 0.25, 0.5, 0.8, 0.95, 0.999, 1]
    #expect(LogHistogram.quantiles(of: parts, shares) == all.quantiles(shares))
    #expect(LogHistogram.quantiles(of: parts, []) == all.quantiles([]))
  }
}
