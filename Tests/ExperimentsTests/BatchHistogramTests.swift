import SimulationCore
import Testing

@testable import Experiments

/// Histograms of cells that few contacts reach.
@Suite struct BatchHistogramTests {
  private func histogram(_ values: [Int64]) -> LogHistogram {
    var histogram = LogHistogram()
    for value in values { histogram.record(value) }
    return histogram
  }

  @Test func `Only buckets between the shortest and the longest wait are kept`() {
    var cell = BatchHistogram()
    cell.add(histogram([420_000_000]))
    #expect(cell.buckets == [1])
    cell.add(histogram([0, 300_000_000, 500_000_000]))
    #expect(cell.buckets.count < 20 && cell.buckets.reduce(0, +) == 3 && cell.zeros == 1)
  }

  @Test func `The order of adding changes nothing, and quantiles are those of one histogram`() throws {
    var generator = RandomStream(seed: 5, replication: 0, name: "cells").generator(entity: 0)
    let law = LognormalDistribution(mean: 60, cv: 1.5)
    let parts = (0..<8).map { part in
      (0..<(10 + 40 * part)).map { _ in TimeSpan(seconds: law.sample(using: &generator) * Double(1 + part)).microseconds }
    }
    var forward = BatchHistogram()
    var backward = BatchHistogram()
    for part in parts { forward.add(histogram(part)) }
    for part in parts.reversed() { backward.add(histogram(part)) }
    let all = histogram(parts.flatMap { $0 })
    let steps = ValueSteps(all)
    let shares = [0.01, 0.1, 0.5, 0.9, 0.95, 0.999]
    let quantiles = try #require(forward.quantiles(shares, steps: steps))
    #expect(quantiles == backward.quantiles(shares, steps: steps))
    for (share, value) in zip(shares, quantiles) { #expect(value == (all.quantile(share) ?? .nan) * 1e-6) }
    for time in [1.0, 30, 60, 400] {
      #expect(abs((forward.share(atOrBelow: time, steps: steps) ?? .nan) - (all.share(atOrBelow: time * 1e6) ?? .nan)) < 1e-12)
    }
    // Without a finer one, within a bucket.
    let alone = try #require(forward.quantiles(shares))
    for (share, value) in zip(shares, alone) { #expect(abs(value / ((all.quantile(share) ?? .nan) * 1e-6) - 1) < 1.0 / 16) }
  }

  @Test func `Of equal waits every percentile is that wait, and all wait no longer than it`() {
    var cell = BatchHistogram()
    for _ in 0..<20 { cell.add(histogram(Array(repeating: 420_000_000, count: 10))) }
    #expect(cell.quantiles([0.01, 0.5, 0.95, 0.99]) == [420, 420, 420, 420])
    #expect(cell.share(atOrBelow: 419) == 0 && cell.share(atOrBelow: 420) == 1)
  }
}
