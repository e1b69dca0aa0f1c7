import Experiments
import Foundation
import Reports
import ResultFiles
import Studies
import SupportModel
import Testing
import Workbench

@testable import muster

/// `scenarios/policy-change`: what its first lines promise.
@Suite struct ShippedPolicyTests {
  private func verdicts(_ gated: GatedScenario) -> [String: GateVerdict] {
    Dictionary(
      uniqueKeysWithValues: gated.result.candidate.gates.indices.map {
        (gated.result.candidate.gates[$0].name, gated.result.verdict(of: $0))
      })
  }

  @Test func `the improved policy passes`() throws {
    let gated = try GateWorkshop.gated("improved")
    #expect(gated.result.verdict == .pass && gated.result.candidate.gates.count == 5)
    let calls = try #require(gated.result.findings.first { gated.result.candidate.gates[$0.gate].name == "service-level of Calls 80/30" })
    #expect(try #require(calls.low) > 0, "it is better, not only not worse")
  }

  @Test func `the pooled policy fails because of its segment, though the total improves`() throws {
    let gated = try GateWorkshop.gated("pooled")
    let verdicts = verdicts(gated)
    #expect(gated.result.verdict == .fail)
    #expect(verdicts["service-level of Business 85/30"] == .fail && verdicts["wait-p95 of business-call"] == .fail)
    #expect(verdicts["service-level of Calls 80/30"] == .pass && verdicts["abandonment"] == .pass)
    let calls = try #require(gated.result.findings.first)
    #expect(try #require(calls.low) > 0.05)
    let waits = try #require(gated.result.changes.last)
    #expect(waits.places.first?.part == .contact("business-call") && waits.places.first?.isWorse == true)
    #expect(waits.places.filter(\.isWorse).count == 1)
    // In plain sentences, with someone who took other work and a caller who paid for it.
    let sentences = GateContactsWords(context: GateContext(gated), change: waits).sentences
    #expect(
      sentences.contains {
        $0.contains("took an email") && $0.contains("under the old policy it would") && $0.contains("business-call, which then")
      },
      "\(sentences)")
  }

  @Test func `the equal policy differs by exactly 0 everywhere`() throws {
    let gated = try GateWorkshop.gated("equal")
    #expect(gated.result.verdict == .pass && !gated.isIdentical)
    for finding in gated.result.findings where finding.condition == .notWorseBy {
      #expect(finding.estimate == 0 && finding.low == 0 && finding.high == 0 && finding.replications == 50)
    }
  }

  @Test func `the current policy is the same as itself`() throws {
    let gated = try GateWorkshop.gated("current")
    #expect(gated.isIdentical && gated.result.verdict == .pass)
  }

  /// The promise is 10 seconds on 2 cores; the whole command takes well under one.
  @Test func `the shipped pair is answered in under ten seconds on two cores`() throws {
    let start = ContinuousClock.now
    _ = try GateWorkshop.gated("improved", threads: 2)
    let took = ContinuousClock.now - start
    print("muster gate on the shipped pair: \(took)")
    #expect(took < .seconds(10))
  }

  @Test func `the files are the same bytes on any number of threads`() throws {
    let one = try GateWorkshop.gated("pooled", threads: 1)
    let three = try GateWorkshop.gated("pooled", threads: 3)
    #expect(GateJSON.text([one]) == GateJSON.text([three]))
    #expect(JUnitXML.text([one]) == JUnitXML.text([three]))
    #expect(GateSummary.markdown([one]) == GateSummary.markdown([three]))
  }
}
