import SampleStatistics
import Synchronization
import Testing

@testable import QueueingTheory

/// The mean of the offered load over a stretch against quadrature of the load itself, and what it costs.
@Suite struct OfferedLoadTests {
  private static func laws() throws -> [any DurationLaw] {
    [
      try ExponentialLaw(mean: 0.3), try ConstantLaw(0.7), try LognormalLaw(mean: 0.4, cv: 1.4), try LognormalLaw(mean: 5, cv: 0.2),
      try ErlangLaw(stages: 3, mean: 1.1), try UniformLaw(from: 0.2, to: 1.9), try HyperexponentialLaw([(0.9, 0.2), (0.1, 4)]),
    ]
  }

  /// ∫ m ÷ length, cut wherever the load or the law may turn.
  private func slowMean(_ load: OfferedLoad, from low: Double, to high: Double) throws -> Double {
    let instants = load.rate.steps.map(\.from) + (load.rate.end.isFinite ? [load.rate.end] : [])
    let turns = instants.flatMap { instant in [instant] + load.handleTime.kinks.map { instant + $0 } }
    let cuts = [low] + turns.filter { $0 > low && $0 < high }.sorted() + [high]
    var sum = 0.0
    for (a, b) in zip(cuts, cuts.dropFirst()) { sum += try Quadrature.integrate(from: a, to: b) { load.at($0) } }
    return sum / (high - low)
  }

  @Test func `the mean over a stretch is the integral of the load`() throws {
    let rate = try RateSteps(
      [(from: 0, rate: 30), (from: 0.5, rate: 80), (from: 1, rate: 80), (from: 2.25, rate: 0), (from: 3, rate: 55)], end: 6, before: 12)
    for law in try Self.laws() {
      let load = OfferedLoad(rate: rate, handleTime: law)
      for (low, high) in [(0, 0.5), (0.5, 1), (0.1, 4.7), (2.25, 3), (-3, -1), (-1, 0.25), (5.5, 6), (6, 9)] {
        let slow = try slowMean(load, from: low, to: high)
        let fast = load.mean(from: low, to: high)
        #expect(abs(fast - slow) <= 1e-9 * max(slow, 1e-3), "\(law) from \(low) to \(high): \(fast), by quadrature \(slow)")
      }
    }
  }

  @Test func `means over many stretches are those of each`() throws {
    // A month of half-hours whose rate jumps about, and a grid with an hour missing.
    let edges = (0..<1345).map { 0.5 * Double($0) + ($0 > 700 ? 1 : 0) }
    let rates = (0..<1344).map { Double(($0 * 37) % 48) }
    let rate = try RateSteps(zip(edges, rates).map { (from: $0, rate: $1) }, end: edges[1344], before: rates[0])
    for law in try Self.laws() {
      let load = OfferedLoad(rate: rate, handleTime: law)
      let means = load.means(between: edges)
      #expect(means.count == 1344)
      for index in [0, 1, 17, 699, 700, 701, 1343] {
        let slow = try slowMean(load, from: edges[index], to: edges[index + 1])
        #expect(abs(means[index] - slow) <= 1e-9 * slow, "\(law), stretch \(index): \(means[index]), by quadrature \(slow)")
      }
    }
  }

  @Test func `the law is asked about as often as the load looks back, not for every pair of stretches`() throws {
    let law = CountingLaw(try LognormalLaw(mean: 0.1, cv: 1))
    let rates = (0..<1344).map { Double(($0 * 37) % 48) }
    _ = OfferedLoad(rate: try RateSteps(rates: rates, length: 0.5), handleTime: law).means(between: (0...1344).map { 0.5 * Double($0) })
    #expect(law.asked > 50 && law.asked < 400, "\(law.asked)")
  }

  @Test func `the mean rate over a stretch is the integral of the steps`() throws {
    let rate = try RateSteps([(from: 0, rate: 30), (from: 1, rate: 60), (from: 2, rate: 15)], end: 4, before: 6)
    #expect(rate.mean(from: 0, to: 1) == 30)
    #expect(rate.mean(from: 0.5, to: 2.5) == (15 + 60 + 7.5) / 2)
    #expect(rate.mean(from: -1, to: 1) == 18)
    #expect(rate.mean(from: 3, to: 5) == 7.5)
    #expect(rate.mean(from: 5, to: 6) == 0)
    #expect(rate.mean(from: -4, to: -3) == 6)
    #expect(rate.mean(from: 1, to: 1) == 60)
    #expect([-1, 0, 0.99, 1, 3.99, 4].map { rate.rate(at: $0) } == [6, 30, 30, 60, 15, 0])
  }
}

/// Counts how often its limited mean is asked for.
private struct CountingLaw: DurationLaw {
  final class Count: Sendable {
    let value = Mutex(0)
  }
  let law: LognormalLaw
  private let count = Count()

  init(_ law: LognormalLaw) { self.law = law }
  var asked: Int { count.value.withLock { $0 } }
  var mean: Double { law.mean }
  func survival(_ t: Double) -> Double { law.survival(t) }
  func limitedSquare(_ t: Double) -> Double { law.limitedSquare(t) }
  func limitedMean(_ t: Double) -> Double {
    count.value.withLock { $0 += 1 }
    return law.limitedMean(t)
  }
}
