import Testing

@testable import SampleStatistics

/// Known answers that travel with the project: R 4, NIST StRD and arithmetic by hand.
@Suite struct KnownAnswerTests {
  private func close(_ value: Double?, _ expected: Double, _ tolerance: Double = 1e-9, at location: SourceLocation = #_sourceLocation) {
    #expect(
      value.map { abs($0 - expected) <= tolerance * max(1, abs(expected)) } ?? false, "\(String(describing: value)) ≠ \(expected)",
      sourceLocation: location)
  }

  static let sleep1 = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
  static let sleep2 = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]

  @Test func `Quantiles agree with published tables`() throws {
    close(try StandardNormal.quantile(0.975), 1.959963984540054)
    close(try StandardNormal.cumulative(1.959963984540054), 0.975)
    close(try StudentT(degreesOfFreedom: 1).quantile(0.975), 12.706204736174694)
    close(try StudentT(degreesOfFreedom: 9).quantile(0.975), 2.262157162740992)
    close(try StudentT(degreesOfFreedom: 9).cumulative(2.262157162740992), 0.975)
    close(try ChiSquare(degreesOfFreedom: 9).quantile(0.975), 19.022767798641635)
    close(try ChiSquare(degreesOfFreedom: 9).cumulative(19.022767798641635), 0.975)
    close(try FisherF(numerator: 5, denominator: 10).quantile(0.95), 3.325834530413011)
    close(try FisherF(numerator: 5, denominator: 10).cumulative(3.325834530413011), 0.95)
    close(try BetaLaw(a: 1, b: 50).quantile(0.975), 0.07112173646419766)
    close(try BetaLaw(a: 2, b: 3).cumulative(0.4), 0.5248)
  }

  @Test func `Library errors arrive as typed values and do not abort`() {
    #expect(throws: GSLError(function: "gsl_cdf_ugaussian_Pinv", status: 1)) { try StandardNormal.quantile(1.5) }
    #expect(GSLError(function: "f", status: 1).reason == "input domain error")
  }

  @Test func `The beta quantile holds for lopsided shapes`() throws {
    for (a, b) in [(1.0, 1_000_000.0), (500_000, 0.5), (0.01, 3), (12_345, 67_890)] {
      for p in [0.0005, 0.025, 0.5, 0.975, 0.9995] {
        let law = BetaLaw(a: a, b: b)
        let x = try law.quantile(p)
        if x > 0, x < 1 { close(try law.cumulative(x), p, 1e-6) }
      }
    }
  }

  @Test func `The mean interval of the sleep data is that of R`() throws {
    let interval = try #require(try RunningMoments(Self.sleep1).meanInterval(confidence: 0.95))
    close(interval.estimate, 0.75)
    close(interval.low, -0.5297804135262323)
    close(interval.high, 2.029780413526232)
    #expect(try RunningMoments([1]).meanInterval(confidence: 0.95) == nil)
  }

  @Test func `The paired difference of the sleep data is that of R`() throws {
    let interval = try #require(try PairedDifference.interval(from: Self.sleep1, to: Self.sleep2, confidence: 0.95))
    close(interval.estimate, 1.58)
    close(interval.low, 0.7001142, 1e-6)
    close(interval.high, 2.4598858, 1e-6)
    let same = try #require(try PairedDifference.interval(from: Self.sleep1, to: Self.sleep1, confidence: 0.95))
    #expect(same.low == 0 && same.high == 0)
  }

  @Test func `Difference of ratios with unit denominators is the paired difference`() throws {
    let plain = try PairedDifference.interval(from: Self.sleep1, to: Self.sleep2, confidence: 0.9)
    let ratios = try PairedDifference.ofRatios(
      from: Self.sleep1.map { ($0, 1) }, to: Self.sleep2.map { ($0, 1) }, confidence: 0.9)
    close(ratios?.low, plain?.low ?? .nan)
    close(ratios?.high, plain?.high ?? .nan)
  }

  @Test func `Clopper-Pearson is exact at the ends`() throws {
    let none = try #require(try Proportion(successes: 0, trials: 50).clopperPearson(confidence: 0.95))
    #expect(none.low == 0)
    close(none.high, 0.07112173646419762)
    let all = try #require(try Proportion(successes: 50, trials: 50).clopperPearson(confidence: 0.95))
    #expect(all.high == 1)
    close(all.low, 1 - 0.07112173646419762)
    // R: binom.test(7, 20)
    let some = try #require(try Proportion(successes: 7, trials: 20).clopperPearson(confidence: 0.95))
    close(some.low, 0.1539092, 1e-6)
    close(some.high, 0.5921885, 1e-6)
    #expect(try Proportion(successes: 0, trials: 0).clopperPearson(confidence: 0.95) == nil)
  }

  @Test func `A ratio of sums is not the mean of ratios`() {
    var ratio = RatioOfSums()
    for (x, y) in [(8.0, 10.0), (9, 12), (7, 8)] { ratio.add(x, y) }
    close(ratio.estimate, 0.8)
    // By hand: d = 0, −0.6, 0.6; Σd² = 0.72; √(0.72 / 2 / 3) / 10.
    close(ratio.standardError, (0.12).squareRoot() / 10)
  }

  @Test func `A ratio of sums with unit denominator is the mean interval`() throws {
    var ratio = RatioOfSums()
    for x in Self.sleep1 { ratio.add(x, 1) }
    let interval = try #require(try ratio.interval(confidence: 0.95))
    close(interval.low, -0.5297804135262323)
    close(interval.high, 2.029780413526232)
  }

  @Test func `Constants have no spread and empty denominators no ratio`() {
    var constant = RatioOfSums()
    for _ in 0..<1000 { constant.add(400.1, 3.7) }
    #expect(constant.standardError == 0)
    var empty = RatioOfSums()
    for _ in 0..<5 { empty.add(0, 0) }
    #expect(empty.estimate == nil && empty.standardError == nil)
    var proportional = RatioOfSums()
    for y in [3.0, 5, 8, 13, 21] { proportional.add(y * 0.37, y) }
    #expect(proportional.standardError == 0)
  }

  @Test func `A ratio of sums keeps its digits for large numbers`() {
    var ratio = RatioOfSums()
    ratio.add(10_000_000.2, 1)
    for k in 0..<1000 { ratio.add(k % 2 == 0 ? 10_000_000.1 : 10_000_000.3, 1) }
    close(ratio.estimate, 10_000_000.2, 1e-12)
    close(ratio.standardError, 0.1 / (1001.0).squareRoot(), 1e-6)
  }

  @Test func `Prediction range asks the sample when there is enough`() throws {
    let many = (1...79).map(Double.init)
    let range = try #require(try PredictionRange.of(many, confidence: 0.95))
    close(range.lowerBound, 2)
    close(range.upperBound, 78)
    // Ten observations: 0.75 ± 2.262157 · 1.789010 · √1.1
    let few = try #require(try PredictionRange.of(Self.sleep1, confidence: 0.95))
    close(few.upperBound, 0.75 + 2.262157162740992 * 1.7890096577591625 * (1.1).squareRoot())
    #expect(try PredictionRange.of([3], confidence: 0.95) == nil)
  }

  @Test func `Prediction range covers one more observation`() throws {
    // 2,000 plays each; critical value 4 standard errors: 4 · √(0.95 · 0.05 / 2000) = 0.0195. Fixed seeds.
    for (n, seed) in [(10, UInt64(1)), (60, 2)] {
      var generator = SplitMix64(seed: seed)
      var covered = 0
      for _ in 0..<2000 {
        let sample = (0..<n).map { _ in generator.normal() }
        if let range = try PredictionRange.of(sample, confidence: 0.95), range.contains(generator.normal()) { covered += 1 }
      }
      #expect(abs(Double(covered) / 2000 - 0.95) < 0.0195, "n \(n), seed \(seed): \(covered) of 2000")
    }
  }

  @Test func `Sectioning with equal weights is the textbook formula`() throws {
    let sections = [1.0, 2, 3].map { Sectioning.Section(value: $0) }
    let interval = try #require(try Sectioning.interval(overall: 2, sections: sections, confidence: 0.95))
    close(interval.standardError, (1.0 / 3).squareRoot())
    close(interval.high, 2 + 4.302652729749462 * (1.0 / 3).squareRoot())
    #expect(try Sectioning.interval(overall: 2, sections: [.init(value: 2)], confidence: 0.95) == nil)
  }

  @Test func `Sectioning covers the true quantile`() throws {
    // 0.9 quantile of exponential data, 16 sections of 200; 1,000 plays: 4 standard errors are 0.028. Seed 11.
    var generator = SplitMix64(seed: 11)
    let truth = 2.302585092994046
    var covered = 0
    for _ in 0..<1000 {
      let sections = (0..<16).map { _ in (0..<200).map { _ in generator.exponential() }.sorted() }
      let overall = SampleQuantile.of(sorted: sections.flatMap { $0 }.sorted(), 0.9)
      let values = sections.map { Sectioning.Section(value: SampleQuantile.of(sorted: $0, 0.9)) }
      if let i = try Sectioning.interval(overall: overall, sections: values, confidence: 0.95), i.low <= truth, truth <= i.high {
        covered += 1
      }
    }
    #expect(abs(Double(covered) / 1000 - 0.95) < 0.028, "\(covered) of 1000")
  }

  @Test func `Batch means cut into equal batches`() throws {
    let batches = try #require(BatchMeans([1, 1, 3, 3, 5, 5, 9], batches: 3))
    #expect(batches.means == [1, 3, 5])
    #expect(BatchMeans([1], batches: 3) == nil)
  }

  @Test func `MSER finds the end of a step`() throws {
    let series = Array(repeating: 10.0, count: 20) + (0..<80).map { Double($0 % 2) }
    let mser = try #require(MSER(series))
    #expect(mser.truncatedObservations == 20)
    #expect(MSER([1, 2, 3]) == nil)
  }

  @Test func `Correlation helpers agree with arithmetic`() throws {
    close(VonNeumann.ratio([1, 2, 3, 4]), 0.6)
    close(Autocorrelation.of([10_000_001, 10_000_003, 10_000_002], lag: 1), -0.5)
    #expect(Autocorrelation.of([2, 2, 2], lag: 1) == nil)
    let tail = try #require(try VonNeumann.lowerTail((0..<50).map(Double.init)))
    #expect(tail < 1e-6)
  }

  @Test func `Adjustments agree with R`() {
    // R: p.adjust(c(0.01, 0.04, 0.03), "holm") and "bonferroni"
    for (a, b) in zip(Holm.adjusted([0.01, 0.04, 0.03]), [0.03, 0.06, 0.06]) { close(a, b) }
    for (a, b) in zip(Bonferroni.adjusted([0.01, 0.04, 0.5]), [0.03, 0.12, 1]) { close(a, b) }
    close(Bonferroni.confidence(0.95, amongst: 5), 0.99)
  }
}
