import Experiments
import ReportKit
import Reports
import ServiceMetrics
import SupportModel
import Testing

@Suite struct WordsTests {
  @Test(arguments: [
    (0, "0s"), (0.04, "0.0s"), (4.2, "4.2s"), (9.96, "10s"), (31.92, "32s"), (59.7, "1m 00s"), (72, "1m 12s"), (3599.6, "1h 00m"),
    (7500, "2h 05m"), (86_399, "1d 0h"), (273_600, "3d 4h"), (-72, "−1m 12s"), (.infinity, "–"),
  ])
  func `durations are written as people say them`(seconds: Double, words: String) {
    #expect(Words.duration(seconds) == words)
  }

  @Test func `narrow intervals earn another digit`() {
    #expect(Words.duration(31.92, width: 0.5) == "31.9s")
    #expect(Words.number(0.82154, .share, width: 0.0005) == "82.15 %")
  }

  @Test(arguments: [(0.8, "80 %"), (0.995, "99.5 %"), (1.0, "100 %"), (2.0 / 3, "66.67 %"), (0.000_001, "0.0001 %"), (0.0, "0 %")])
  func `goals are written as short as they are`(share: Double, words: String) {
    #expect(Words.percent(share) == words)
  }

  @Test(arguments: [(0, "0 %"), (0.001, "under 1 %"), (0.714, "71 %"), (0.999, "over 99 %"), (1.0, "100 %")])
  func `a chance is never rounded to certainty`(share: Double, words: String) {
    #expect(Words.chance(share) == words)
  }

  @Test func `thousands are separated and halves go away from zero`() {
    #expect(Words.fixed(1_234_567.85, decimals: 1) == "1,234,567.9")
    #expect(Words.fixed(-0.04, decimals: 1) == "0.0")
    #expect(Words.fixed(0.05, decimals: 1) == "0.1")
    #expect(Words.number(41_230.4, .money("USD")) == "41,230 USD")
    #expect(Words.number(9.874, .money("")) == "9.87")
  }

  @Test func `an undefined estimate is a dash, not a zero`() {
    #expect(Words.estimate(Estimate(metric: .asa, scope: Scope(), estimate: nil, n: 3), .duration) == "–")
  }

  @Test func `an interval without width is not shown`() {
    let exact = Estimate(metric: .staffingCost, scope: Scope(), estimate: 2080, low: 2080, high: 2080, n: 3)
    #expect(Words.estimate(exact, .money("USD")) == "2,080 USD")
  }
}
