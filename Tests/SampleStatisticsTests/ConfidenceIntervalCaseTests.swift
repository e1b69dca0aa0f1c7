import Foundation
import Testing
import TestSupport

@testable import SampleStatistics

/// Every case of E1, by the kind that its id names. A case of an unknown kind fails: it must not be passed over in silence.
@Suite struct ConfidenceIntervalCaseTests {
  static let cases = SharedCases.load("E1_confidence_intervals.json")

  @Test(.enabled(if: SharedCases.areHere, "../shared/validation is not here"), arguments: cases)
  func `Confidence intervals agree with references`(_ c: SharedCases.Case) throws {
    let x = c.numbers("x")
    var checks = 0
    defer { #expect(checks > 0, "\(c.id): nothing was checked") }
    func close(_ value: Double?, _ expected: Double, _ what: String) {
      checks += 1
      guard let value else {
        Issue.record("\(c.id): \(what) is undefined, expected \(expected)")
        return
      }
      #expect(abs(value - expected) <= c.allowed(expected), "\(c.id): \(what) \(value), expected \(expected)")
    }
    func close(_ value: Double?, _ key: String) {
      if c.expected[key] != nil { close(value, c.expectedNumber(key), key) }
    }

    if c.id.hasPrefix("ratio_of_means") || c.expected["ratio"] != nil {
      var ratio = RatioOfSums()
      for (x, y) in zip(x, c.numbers("y")) { ratio.add(x, y) }
      let interval = try ratio.interval(confidence: c.number("level"))
      for key in ["ratio", "ratio_of_means", "estimate"] { close(interval?.estimate, key) }
      for key in ["se", "std_error", "standard_error"] { close(interval?.standardError, key) }
      close(interval?.halfWidth, "half_width")
      close(interval?.low, "lower")
      close(interval?.high, "upper")
    } else if c.id.hasPrefix("t_quantile") {
      close(try StudentT(degreesOfFreedom: c.number("df")).quantile(c.number("p")), "quantile")
    } else if c.id == "welch_sleep" {
      let welch = try #require(WelchDifference(RunningMoments(x), RunningMoments(c.numbers("y"))))
      let interval = try welch.interval(confidence: c.number("level"))
      close(welch.t, "t")
      close(welch.degreesOfFreedom, "df")
      close(try welch.twoSidedP(), "p_two_sided")
      close(interval.low, "lower")
      close(interval.high, "upper")
    } else if c.params["level"] != nil, c.params["k"] != nil {
      let proportion = Proportion(successes: Int(c.number("k")), trials: Int(c.number("n")))
      let wilson = try #require(try proportion.wilson(confidence: c.number("level")))
      let exact = try #require(try proportion.clopperPearson(confidence: c.number("level")))
      for (value, expected) in zip([wilson.low, wilson.high], c.expectedNumbers("wilson")) { close(value, expected, "wilson") }
      for (value, expected) in zip([exact.low, exact.high], c.expectedNumbers("clopper_pearson")) { close(value, expected, "exact") }
    } else if c.params["level"] != nil {
      let moments = RunningMoments(x)
      let interval = try moments.meanInterval(confidence: c.number("level"))
      close(moments.mean, "mean")
      close(moments.standardDeviation, "sd")
      close(interval?.halfWidth, "half_width")
      close(interval?.low, "lower")
      close(interval?.high, "upper")
    } else if c.id.hasPrefix("quantile_type7") {
      for (p, expected) in zip(c.numbers("p"), c.expectedNumbers("quantiles")) {
        close(SampleQuantile.of(sorted: x.sorted(), p), expected, "quantile \(p)")
      }
    } else if c.id.hasPrefix("variance_chisq") {
      for (p, expected) in zip(c.numbers("p"), c.expectedNumbers("quantiles")) {
        close(try ChiSquare(degreesOfFreedom: c.number("df")).quantile(p), expected, "quantile \(p)")
      }
    } else if c.id.hasPrefix("NIST_NumAcc") {
      let alternating = c.numbers("then_alternating")
      let series = x.isEmpty ? [c.number("first")] + (1..<Int(c.number("n"))).map { alternating[($0 - 1) % 2] } : x
      let moments = RunningMoments(series)
      close(moments.mean, "mean")
      close(moments.standardDeviation, "sd")
      close(Autocorrelation.of(series, lag: 1), "acf1")
    } else if c.id.hasPrefix("acf") {
      for (index, expected) in c.expectedNumbers("acf1_to_5").enumerated() {
        close(Autocorrelation.of(x, lag: index + 1), expected, "lag \(index + 1)")
      }
      let test = try #require(try LjungBox(x, lags: 5))
      close(test.statistic, "ljung_box_lag5")
      close(test.p, "p")
    } else {
      Issue.record("no test knows the case \(c.id)")
    }
  }
}
