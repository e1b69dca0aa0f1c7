import Foundation
import Testing

@testable import SampleStatistics

/// Two-sample t intervals with one variance, Poisson rates, and the χ² quantiles behind them, against R and 40-digit arithmetic.
@Suite struct PooledAndPoissonTests {
  private func close(_ value: Double?, _ expected: Double, _ relative: Double = 1e-9, at location: SourceLocation = #_sourceLocation) {
    #expect(
      value.map { abs($0 - expected) <= relative * abs(expected) } ?? false, "\(String(describing: value)) ≠ \(expected)",
      sourceLocation: location)
  }

  @Test func `the pooled interval of the sleep data is that of R`() throws {
    // t.test(extra ~ group, data = sleep, var.equal = TRUE)
    let pooled = try #require(PooledDifference(RunningMoments(KnownAnswerTests.sleep1), RunningMoments(KnownAnswerTests.sleep2)))
    let interval = try pooled.interval(confidence: 0.95)
    #expect(pooled.degreesOfFreedom == 18)
    close(pooled.t, -1.8608134674868524)
    close(try pooled.twoSidedP(), 0.07918671421593822)
    close(interval.low, -3.3638740322875984)
    close(interval.high, 0.20387403228759915)
  }

  @Test func `samples of different sizes weigh by their degrees of freedom`() throws {
    let few = try #require(
      PooledDifference(RunningMoments(Array(KnownAnswerTests.sleep1.prefix(3))), RunningMoments(KnownAnswerTests.sleep2)))
    #expect(few.degreesOfFreedom == 11)
    close(few.t, -2.182115475696859)
    close(try few.interval(confidence: 0.95).low, -5.416652561616461)
    close(try few.interval(confidence: 0.95).high, 0.023319228283128712)
    // One observation against ten: R's t.test answers that too.
    let one = try #require(PooledDifference(RunningMoments([0.7]), RunningMoments(KnownAnswerTests.sleep2)))
    close(one.t, -0.7761992766856796)
    close(try one.interval(confidence: 0.9).low, -5.479493512784656)
    #expect(PooledDifference(RunningMoments([1]), RunningMoments([2])) == nil)
    #expect(PooledDifference(RunningMoments([1, 1]), RunningMoments([2, 2])) == nil)
    #expect(PooledDifference(RunningMoments([]), RunningMoments([2, 3, 4])) == nil)
  }

  @Test func `with samples of the same size and spread Welch and pooled agree`() throws {
    let x = RunningMoments([1, 2, 3, 4])
    let y = RunningMoments([11, 12, 13, 14])
    let pooled = try #require(PooledDifference(x, y))
    let welch = try #require(WelchDifference(x, y))
    close(pooled.standardError, welch.standardError)
    close(pooled.degreesOfFreedom, welch.degreesOfFreedom)
  }

  @Test func `the Poisson interval is that of R and of Garwood's table`() throws {
    // poisson.test(10), poisson.test(0), poisson.test(137, 24.19893): R's own example.
    let ten = try PoissonRate(events: 10).garwood(confidence: 0.95)
    close(ten.low, 4.795388696132434)
    close(ten.high, 18.390356042017775)
    let none = try PoissonRate(events: 0, exposure: 2).garwood(confidence: 0.95)
    #expect(none.low == 0 && none.estimate == 0)
    close(none.high, 3.6888794541139354 / 2)
    let example = try PoissonRate(events: 137, exposure: 24.19893).garwood(confidence: 0.95)
    close(example.low, 4.753125, 1e-6)
    close(example.high, 6.692709, 1e-6)
    close(example.estimate, 137 / 24.19893)
    // One event: −ln(1 − α/2) below; above the root of e^(−x)(1 + x) = α/2.
    close(try PoissonRate(events: 1).garwood(confidence: 0.95).low, 0.025317807984289876)
    close(try PoissonRate(events: 1).garwood(confidence: 0.95).high, 5.571643390938896)
  }

  @Test func `the Poisson interval covers at least as often as it says`() throws {
    for mean in [0.05, 0.7, 3, 12.5, 40] {
      var covered = 0.0
      var weight = 0.0
      var probability = exp(-mean)
      for k in 0..<200 {
        let interval = try PoissonRate(events: k).garwood(confidence: 0.9)
        if interval.low <= mean, mean <= interval.high { covered += probability }
        weight += probability
        probability *= mean / Double(k + 1)
      }
      #expect(abs(weight - 1) < 1e-9)
      #expect(covered >= 0.9, "\(mean): \(covered)")
    }
  }

  @Test func `a million events and more have an interval`() throws {
    let million = try PoissonRate(events: 1_000_000).garwood(confidence: 0.95)
    close(million.low, 998040.9833402939, 1e-14)
    close(million.high, 1001961.9119454322, 1e-14)
    var last = 0.0
    for events in [499_998, 499_999, 500_000, 500_001, 100_000_000, 10_000_000_000] {
      // No jump where the expansion takes over, and the half-width is 1.96 √events with a small correction.
      let interval = try PoissonRate(events: events).garwood(confidence: 0.95)
      #expect(interval.low > last)
      last = interval.low
      close((interval.high - interval.low) / 2, 1.959963984540054 * Double(events).squareRoot(), 1e-3)
    }
    #expect(
      abs(try PoissonRate(events: 500_000).garwood(confidence: 0.95).low - PoissonRate(events: 499_999).garwood(confidence: 0.95).low - 1)
        < 1e-2)
  }
}
