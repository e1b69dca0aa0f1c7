import Experiments
import ServiceMetrics
import Studies
import Testing

@testable import Reports

/// What is said where numbers that are read together disagree.
@Suite struct HealthWordsTests {
  private func member(_ metric: Metric, before: Double, by difference: Double, within margin: Double) -> HealthMember {
    var moved = PairedEstimate(first: before, second: before + difference, pairs: 50)
    (moved.difference, moved.low, moved.high) = (difference, difference - margin, difference + margin)
    let same = PairedEstimate(first: before, second: before, difference: 0, low: 0, high: 0, pairs: 50)
    return HealthMember(metric: metric, values: [before, before + difference].map { estimate(metric, $0) }, differences: [same, moved])
  }

  private func estimate(_ metric: Metric, _ value: Double) -> Estimate { Estimate(metric: metric, scope: .init(), estimate: value, n: 50) }

  @Test func `what got better is named with what it was bought with`() {
    let members = [
      member(.ttfrMean, before: 7_200, by: -2_400, within: 300), member(.fcr, before: 0.85, by: -0.03, within: 0.01),
      member(.occupancy, before: 0.8, by: 0.05, within: 0.01), member(.csat, before: 0.9, by: 0.002, within: 0.001),
    ]
    #expect(
      HealthWords.disagreement(members, option: 1, currency: "USD")
        == "mean time to first response improved by 40m 00s, while solved at the first contact got worse by 3.0 points")
    #expect(members.map { HealthWords.word($0.judgement(1)) } == ["better", "worse", "higher", "as good"])
  }

  @Test func `nothing is said where all moves the same way, or too little is known`() {
    let better = member(.asa, before: 60, by: -20, within: 5)
    #expect(HealthWords.disagreement([better], option: 1, currency: "USD") == nil)
    #expect(HealthWords.disagreement([better, member(.fcr, before: 0.8, by: -0.03, within: 0.04)], option: 1, currency: "USD") == nil)
  }
}
