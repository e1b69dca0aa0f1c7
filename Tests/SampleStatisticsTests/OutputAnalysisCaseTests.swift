import Foundation
import Testing
import TestSupport

@testable import SampleStatistics

/// Every case of E2.
@Suite struct OutputAnalysisCaseTests {
  static let cases = SharedCases.load("E2_output_analysis.json")

  @Test(.enabled(if: SharedCases.areHere, "../shared/validation is not here"), arguments: cases)
  func `Output analysis agrees with references`(_ c: SharedCases.Case) throws {
    func close(_ value: Double, _ key: String) {
      let expected = c.expectedNumber(key)
      #expect(abs(value - expected) <= c.allowed(expected), "\(c.id): \(key) \(value), expected \(expected)")
    }

    if c.id.hasPrefix("mser") {
      let mser = try #require(MSER(c.numbers("x"), batchSize: Int(c.number("batch"))))
      close(Double(mser.truncatedBatches), "truncation_batches")
      close(Double(mser.truncatedObservations), "truncation_observations")
      close(mser.value, "mser_min")
      close(mser.truncatedMean, "truncated_mean")
      #expect(mser.isAtSearchLimit == (c.expected["at_search_limit"] as? Bool))
      close(Double(try #require(MSER(c.numbers("x"), batchSize: 1)).truncatedBatches), "mser1_truncation")
    } else if c.id.hasPrefix("batchmeans_ar1") {
      let process = AutoregressiveProcess(phi: c.number("phi"))
      let n = Int(c.number("n"))
      let batches = Int(c.number("batches"))
      close(process.varianceOfMean(n), "var_mean")
      close(process.expectedBatchMeansVariance(n, batches: batches), "expected_bm_var_estimate")
      close(process.expectedBatchMeansVariance(n, batches: batches) / process.varianceOfMean(n), "ratio")
      close(process.varianceOfMean(n / batches), "var_batch_mean")
    } else if c.id.hasPrefix("mm1_asymptotic") {
      let rho = c.number("rho")
      let variance = RunLength.singleServerWaitVariance(load: rho)
      close(variance, "sigma2_wait_per_customer")
      close(RunLength.singleServerNumberVariance(load: rho), "sigma2_number_per_time")
      close(
        try RunLength.observations(
          asymptoticVariance: variance, mean: c.expectedNumber("mean_wait"), relativeHalfWidth: 0.05, confidence: 0.95),
        "customers_for_5pct_halfwidth_95")
    } else if c.id == "coverage_iid_normal_t" {
      // Four times the plays of the case's rule: at 10,000 its tolerance is 2.5 standard errors at 90 %, which one of twelve checks
      // misses by chance now and then (seed 20260914 did, by 0.0005); at 40,000 it is 5.
      var generator = SplitMix64(seed: 20_260_914)
      for n in c.numbers("n") {
        for level in (c.params["level"] as? [NSNumber] ?? []).map(\.doubleValue) {
          let coverage = try Coverage.ofMeanInterval(plays: 40_000, n: Int(n), level: level, mean: 0) { generator.normal() }
          #expect(abs(coverage - level) <= 0.0075, "n \(n), level \(level): coverage \(coverage)")
        }
      }
    } else if c.id == "coverage_exponential_90" {
      var generator = SplitMix64(seed: 7)
      for (n, expected) in zip(c.numbers("n"), c.expectedNumbers("coverage")) {
        let coverage = try Coverage.ofMeanInterval(plays: 20_000, n: Int(n), level: c.number("level"), mean: 1) { generator.exponential() }
        #expect(abs(coverage - expected) <= 0.009, "n \(n): coverage \(coverage), expected \(expected)")
      }
    } else {
      Issue.record("no test knows the case \(c.id)")
    }
  }
}
