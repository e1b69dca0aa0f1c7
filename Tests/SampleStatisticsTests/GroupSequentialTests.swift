import Foundation
import Testing

@testable import SampleStatistics

/// Boundaries and spending against published values.
@Suite struct GroupSequentialTests {
  private static let fifths = [0.2, 0.4, 0.6, 0.8, 1]

  /// Lan & DeMets boundaries for five equal looks, one-sided 2.5 %: as tabulated (Reboussin, DeMets, Kim & Lan, *Controlled Clinical Trials* 21,
  /// 2000; Proschan, Lan & Wittes 2006), and with more digits from Simpson's rule on 8,001 points between looks (NumPy and SciPy).
  @Test(arguments: [
    (
      ErrorSpending.obrienFleming, [4.877, 3.357, 2.680, 2.290, 2.031],
      [4.876884948790762, 3.357011921574562, 2.6802800645450295, 2.2898167677123906, 2.031032043491456]
    ),
    (
      ErrorSpending.pocock, [2.438, 2.427, 2.410, 2.397, 2.386],
      [2.4379766880500116, 2.426813858438263, 2.410194142500636, 2.3966492653826728, 2.385999649817708]
    ),
  ])
  func `spending boundaries are the published ones`(spending: ErrorSpending, published: [Double], reference: [Double]) throws {
    let boundary = try GroupSequentialBoundary(rate: 0.025, fractions: Self.fifths, spending: spending)
    for (got, expected) in zip(boundary.critical, published) { #expect(abs(got - expected) <= 5.1e-4, "\(got) \(expected)") }
    for (got, expected) in zip(boundary.critical, reference) { #expect(abs(got - expected) < 1e-6, "\(got) \(expected)") }
  }

  /// Jennison & Turnbull (2000), tables 2.1 and 2.3: constants of Pocock's and O'Brien and Fleming's two-sided tests.
  @Test(arguments: [
    (looks: 1, rate: 0.05, pocock: 1.960, obrien: 1.960), (looks: 2, rate: 0.05, pocock: 2.178, obrien: 1.977),
    (looks: 3, rate: 0.05, pocock: 2.289, obrien: 2.004), (looks: 4, rate: 0.05, pocock: 2.361, obrien: 2.024),
    (looks: 5, rate: 0.05, pocock: 2.413, obrien: 2.040), (looks: 10, rate: 0.05, pocock: 2.555, obrien: 2.087),
    (looks: 5, rate: 0.10, pocock: 2.122, obrien: 1.751), (looks: 5, rate: 0.01, pocock: 2.986, obrien: 2.621),
  ])
  func `classical constants have their error rate`(looks: Int, rate: Double, pocock: Double, obrien: Double) throws {
    let fractions = (1...looks).map { Double($0) / Double(looks) }
    for upper in [fractions.map { _ in pocock }, fractions.map { obrien / $0.squareRoot() }] {
      let crossed = try GroupSequentialBoundary.crossingProbability(fractions: fractions, lower: upper.map { -$0 }, upper: upper)
      // The constants are printed to three decimals.
      #expect(abs(crossed.lower + crossed.upper - rate) < 0.003 * rate + 1e-4, "\(crossed)")
      #expect(abs(crossed.lower - crossed.upper) < 1e-9)
    }
  }

  /// Same source, table 2.2 (inflation factor of Pocock's test, 5 looks, 5 %, power 0.9: 1.207): at that drift the power is 0.9.
  @Test func `power at the published sample size`() throws {
    let fractions = Self.fifths
    let upper = fractions.map { _ in 2.413 }
    let fixed = try StandardNormal.quantile(0.975) + StandardNormal.quantile(0.9)
    let power = try GroupSequentialBoundary.crossingProbability(
      fractions: fractions, lower: upper.map { -$0 }, upper: upper, drift: fixed * 1.207.squareRoot())
    #expect(abs(power.upper - 0.9) < 0.001, "\(power)")
  }

  @Test(arguments: ErrorSpending.allCases, [0.05, 0.025, 0.0004])
  func `the looks together spend the whole rate and no more`(spending: ErrorSpending, rate: Double) throws {
    let fractions = [1.0 / 32, 1.0 / 16, 0.125, 0.25, 0.5, 1]
    let boundary = try GroupSequentialBoundary(rate: rate, fractions: fractions, spending: spending)
    let crossed = try GroupSequentialBoundary.crossingProbability(
      fractions: fractions, lower: fractions.map { _ in -.infinity }, upper: boundary.critical)
    #expect(abs(crossed.upper / rate - 1) < 1e-5, "\(crossed.upper) of \(rate)")
    for look in fractions.indices {
      let first = Array(0...look)
      let sofar = try GroupSequentialBoundary.crossingProbability(
        fractions: first.map { fractions[$0] }, lower: first.map { _ in -.infinity }, upper: first.map { boundary.critical[$0] })
      let allowed = try spending.spent(rate, at: fractions[look])
      #expect(abs(sofar.upper - allowed) < 1e-5 * rate + 1e-12)
    }
  }

  @Test func `one look is the fixed test`() throws {
    let boundary = try GroupSequentialBoundary(rate: 0.05, fractions: [1], spending: .pocock)
    #expect(abs(boundary.critical[0] - 1.6448536269514722) < 1e-8)
    #expect(abs(boundary.nominal[0] - 0.05) < 1e-9)
  }

  @Test func `looks double up to the budget`() {
    #expect(SequentialGate.looks(budget: 1600) == [50, 100, 200, 400, 800, 1600])
    #expect(SequentialGate.looks(budget: 1000) == [50, 100, 200, 400, 1000])
    #expect(SequentialGate.looks(budget: 50) == [50])
    #expect(SequentialGate.looks(budget: 30) == [30])
    #expect(SequentialGate.looks(budget: 100) == [50, 100])
  }

  @Test func `what never varied is decided by its sign`() throws {
    let gate = try SequentialGate(questions: 2, errorRate: 0.05, looks: [50, 100])
    #expect(gate.answer(slack: (0, 0)) == .yes)
    #expect(gate.answer(slack: (-1e-9, -1e-9)) == .no)
    #expect(gate.answer(slack: (-1, 1)) == .open)
    #expect(gate.answer(slack: (-1, 0)) == .open)
  }

  /// Normal slacks on the edge, where the error rate is largest: wrong "no" in at most 5 % of gates, by an exact binomial limit (p = 0.001).
  @Test func `on the edge a gate of three questions errs no more often than stated`() throws {
    let gates = 4000
    let plan = try SequentialGate(questions: 3, errorRate: 0.05, looks: SequentialGate.looks(budget: 800))
    var generator = SplitMix(state: 20_260_914)
    var wrong = 0
    for _ in 0..<gates {
      var moments = [RunningMoments(), RunningMoments(), RunningMoments()]
      var answers = [SequentialGate.Answer.open, .open, .open]
      for (look, end) in plan.looks.enumerated() {
        while moments[0].count < end {
          // Skewed, as counts of late contacts are: an exponential less its mean; the three depend on one another.
          let shared = generator.exponential()
          for question in 0..<3 { moments[question].add(1 - (shared + generator.exponential()) / 2) }
        }
        for question in 0..<3 where answers[question] == .open {
          let slack = try #require(try moments[question].meanInterval(confidence: plan.confidence(look: look)))
          answers[question] = plan.answer(slack: (slack.low, slack.high))
        }
      }
      if answers.contains(.no) { wrong += 1 }
    }
    let limit = try #require(try Proportion(successes: wrong, trials: gates).clopperPearson(confidence: 0.998))
    #expect(limit.low <= 0.05, "\(wrong) of \(gates)")
    // And the test can fail: the procedure does use its error rate.
    #expect(wrong > gates / 200)
  }
}

/// Steele, Lea & Flood, *Fast splittable pseudorandom number generators* (2014); seeded, so that every run is the same.
private struct SplitMix {
  var state: UInt64

  mutating func uniform() -> Double {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
  }

  mutating func exponential() -> Double { -log(1 - uniform()) }
}
