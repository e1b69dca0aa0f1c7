import Foundation
import Testing
import TestSupport

@testable import SampleStatistics

/// Every case of E4 and E5. A case of an unknown kind fails: it must not be passed over in silence.
@Suite struct FittingCaseTests {
  static let fitCases = SharedCases.load("E4_goodness_of_fit.json")
  static let likelihoodCases = SharedCases.load("E5_mle_fits.json")

  @Test(.enabled(if: SharedCases.areHere, "../shared/validation is not here"), arguments: fitCases)
  func `goodness of fit agrees with exact values`(_ c: SharedCases.Case) throws {
    func close(_ value: Double, _ key: String) {
      let expected = c.expectedNumber(key)
      #expect(abs(value - expected) <= c.allowed(expected), "\(c.id): \(key) \(value), expected \(expected)")
    }
    if c.id.hasPrefix("KS_n") {
      let share = KolmogorovSmirnov.cumulative(c.number("d"), draws: Int(c.number("n")))
      close(share, "cdf")
      close(1 - share, "p_value")
    } else if c.id.hasPrefix("Kolmogorov_limit") {
      close(KolmogorovSmirnov.limit(c.number("x")), "cdf")
    } else if c.id.hasPrefix("KS_two_sample") {
      let result = KolmogorovSmirnov.compare(c.numbers("x"), c.numbers("y"))
      close(result.distance, "D")
      close(result.pValue, "p")
    } else if c.id.hasPrefix("AndersonDarling_inf") {
      close(try AndersonDarling.cumulative(c.number("A2")), "cdf")
    } else {
      Issue.record("no test knows the case \(c.id)")
    }
  }

  @Test(.enabled(if: SharedCases.areHere, "../shared/validation is not here"), arguments: likelihoodCases)
  func `the likeliest laws agree with published fits`(_ c: SharedCases.Case) throws {
    let x = c.numbers("x")
    let exponential = try #require(MaximumLikelihood.exponential(x))
    let lognormal = try #require(MaximumLikelihood.lognormal(x))
    let gamma = try #require(try MaximumLikelihood.gamma(x))
    let weibull = try #require(try MaximumLikelihood.weibull(x))
    let found = [
      "exponential": ["mean": exponential.mean, "loglik": exponential.logLikelihood],
      "lognormal": ["mu": lognormal.logMean, "sigma": lognormal.logDeviation, "loglik": lognormal.logLikelihood],
      "gamma": ["shape": gamma.shape, "scale": gamma.scale, "rate": 1 / gamma.scale, "loglik": gamma.logLikelihood],
      "weibull": ["shape": weibull.shape, "scale": weibull.scale, "loglik": weibull.logLikelihood],
    ]
    #expect(Set(c.expected.keys) == Set(found.keys), "\(c.id)")
    for (law, measures) in found {
      let expected = c.expected[law] as? [String: NSNumber] ?? [:]
      #expect(Set(expected.keys) == Set(measures.keys), "\(c.id): \(law)")
      for (key, value) in measures {
        let wanted = expected[key]?.doubleValue ?? .nan
        #expect(abs(value - wanted) <= c.allowed(wanted), "\(c.id): \(law) \(key) \(value), expected \(wanted)")
      }
    }
  }

  @Test func `distances and probabilities are right at their ends`() throws {
    #expect(KolmogorovSmirnov.cumulative(1, draws: 7) == 1 && KolmogorovSmirnov.cumulative(0.05, draws: 10) == 0)
    // For one draw D is uniform from ½ to 1.
    #expect(abs(KolmogorovSmirnov.cumulative(0.8, draws: 1) - 0.6) < 1e-14)
    #expect(abs(KolmogorovSmirnov.cumulative(0.05, draws: 1000) - KolmogorovSmirnov.limit(0.05 * 1000.0.squareRoot())) < 0.01)
    // Both forms of the limit where they meet.
    #expect(abs(KolmogorovSmirnov.limit(0.9999999) - KolmogorovSmirnov.limit(1.0000001)) < 1e-6)
    #expect(KolmogorovSmirnov.limit(0) == 0 && KolmogorovSmirnov.limit(9) == 1)
    #expect(KolmogorovSmirnov.distance(of: [0.2, 0.4, 0.9], from: { $0 }) == 2.0 / 3 - 0.4)
    // Apart from each other: two orders of ten in which all of one sample come first.
    let apart = KolmogorovSmirnov.compare([1, 2], [3, 4, 5])
    #expect(apart.distance == 1 && abs(apart.pValue - 0.2) < 1e-14)
    #expect(AndersonDarling.statistic(of: [0.5, 1.2], from: { min(1, $0) }) == .infinity)
    // One draw at the middle: −1 − 2 ln ½.
    #expect(abs(AndersonDarling.statistic(of: [0.5], from: { $0 }) + 1 + 2 * log(0.5)) < 1e-14)
    #expect(try AndersonDarling.cumulative(0.01) == 0)
    #expect(try AndersonDarling.cumulative(12) > 0.9999)
  }

  @Test func `what has no likeliest law says so`() throws {
    #expect(MaximumLikelihood.exponential([]) == nil && MaximumLikelihood.exponential([1, 0]) == nil)
    #expect(MaximumLikelihood.exponential([4, 4])?.mean == 4)
    #expect(MaximumLikelihood.lognormal([4, 4]) == nil)
    #expect(try MaximumLikelihood.gamma([4, 4]) == nil)
    #expect(try MaximumLikelihood.weibull([4, 4]) == nil)
  }
}
