import Foundation
import Testing
import TestSupport

@testable import SampleStatistics

/// Every case of E3, by the kind that its id names. A case of an unknown kind fails.
@Suite struct SelectionCaseTests {
  static let cases = SharedCases.load("E3_ranking_selection.json")

  @Test(.enabled(if: SharedCases.areHere, "../shared/validation is not here"), arguments: cases)
  func `constants of ranking and selection agree with the published ones`(_ c: SharedCases.Case) throws {
    func close(_ value: Double, _ expected: Double, _ what: String) {
      #expect(abs(value - expected) <= c.allowed(expected), "\(c.id): \(what) \(value), expected \(expected)")
    }
    let firstStage = Int(c.params["n0"] == nil ? 2 : c.number("n0"))
    if c.id.hasPrefix("KN_") {
      let constants = KimNelson(options: Int(c.number("k")), firstStage: firstStage, alpha: c.number("alpha"))
      close(constants.eta, c.expectedNumber("eta"), "eta")
      close(constants.h2, c.expectedNumber("h2"), "h²")
    } else if c.id.hasPrefix("DudewiczDalal") {
      for (k, expected) in zip(c.numbers("k"), c.expectedNumbers("h1")) {
        close(
          try TwoStageSelection.dudewiczDalal(options: Int(k), firstStage: firstStage, confidence: c.number("P*")), expected, "h1 for \(k)")
      }
    } else if c.id.hasPrefix("Rinott") {
      for (k, expected) in zip(c.numbers("k"), c.expectedNumbers("h")) {
        close(try TwoStageSelection.rinott(options: Int(k), firstStage: firstStage, confidence: c.number("P*")), expected, "h for \(k)")
      }
    } else if c.id.hasPrefix("Dunnett") {
      let df = c.params["df"] as? String == "inf" ? Double.infinity : c.number("df")
      for (p, expected) in zip(c.numbers("p"), c.expectedNumbers("g")) {
        close(
          try Dunnett.constant(comparisons: Int(p), degreesOfFreedom: df, confidence: 1 - c.number("alpha")), expected, "g for \(p)")
      }
    } else if c.id.hasPrefix("tukey") {
      let k = Int(c.number("k"))
      let q = try StudentizedRange.quantile(c.number("p"), options: k, degreesOfFreedom: c.number("df"))
      close(q, c.expectedNumber("q"), "q")
      #expect(abs(try StudentizedRange.cumulative(q, options: k, degreesOfFreedom: c.number("df")) - c.number("p")) < 1e-9)
    } else if c.id.hasPrefix("bonferroni") {
      let k = Int(c.number("k"))
      close(1 - Bonferroni.confidence(1 - c.number("alpha"), amongst: k * (k - 1) / 2), c.expectedNumber("pairwise_alpha"), "pairwise")
      close(1 - Bonferroni.confidence(1 - c.number("alpha"), amongst: k - 1), c.expectedNumber("vs_control_alpha"), "control")
    } else {
      Issue.record("\(c.id): a kind of case that no test knows")
    }
  }

  @Test func `the margin of KN shrinks to nothing`() {
    let procedure = KimNelson(options: 2, firstStage: 10, alpha: 0.05)
    #expect(abs(procedure.latest(variance: 4, indifference: 0.5) - procedure.h2 * 16) < 1e-12)
    #expect(procedure.margin(variance: 4, indifference: 0.5, replications: 97) == 0)
    #expect(procedure.margin(variance: 4, indifference: 0.5, replications: 96) > 0)
    #expect(procedure.margin(variance: 0, indifference: 0.5, replications: 10) == 0)
    // By hand: 0.5/(2·20)·(6.0129·4/0.25 − 20).
    #expect(abs(procedure.margin(variance: 4, indifference: 0.5, replications: 20) - 0.5 / 40 * (procedure.h2 * 16 - 20)) < 1e-12)
  }

  @Test func `paired sections cancel what they share`() throws {
    let a = [1.0, 2, 3].map { Sectioning.Section(value: $0) as Sectioning.Section? }
    let same = try #require(try Sectioning.difference(from: 2, a, to: 2, a, confidence: 0.95))
    #expect(same == ConfidenceInterval(estimate: 0, low: 0, high: 0, standardError: 0))
    let shifted = [2.0, 3, 4].map { Sectioning.Section(value: $0) as Sectioning.Section? }
    let one = try #require(try Sectioning.difference(from: 2, a, to: 3, shifted, confidence: 0.95))
    #expect(one.estimate == 1 && one.standardError! < 1e-15)
    // Against nothing it is the plain interval.
    let alone = try #require(try Sectioning.difference(from: 0, [nil, nil, nil], to: 2, a, confidence: 0.95))
    let plain = try #require(try Sectioning.interval(overall: 2, sections: a.map { $0! }, confidence: 0.95))
    #expect(abs(alone.low - plain.low) < 1e-12 && abs(alone.high - plain.high) < 1e-12)
  }
}
