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

  @Test func `Remarks are sentences`() {
    let scenario = HandMade.launchDay().scenario
    let (type, group) = (scenario.contactTypes[0].name, scenario.groups[0].name)
    func sentence(_ remark: Remark) -> String { RemarkWords.sentence(remark, scenario) }
    #expect(
      sentence(.stillOpen(contactType: 0, open: 41, share: 0.41, medianAge: 12_060))
        == "On average 41 \(type) contacts (41 % of those offered) were still open when play ended, half of them for 3h 21m or longer, "
        + "because nobody who can take them was left to finish them.")
    let phases = Remark.OpenPhases(waiting: 0, inHand: 0, pending: 39.2, onHold: 1.84)
    #expect(
      sentence(.stillOpen(contactType: 0, open: 41, share: 0.41, medianAge: nil, phases: phases))
        == "On average 41 \(type) contacts (41 % of those offered) were still open when play ended: 39 pending on the customer and 1.8 on hold "
        + "with another party, because nothing more was to come: no answer, no close and no end of a hold.")
    #expect(
      sentence(.blocked(contactType: 0, blocked: 4, share: 0.004, why: [.queueHolds(30), .lines(140)]))
        == "0.4 % of \(type) contacts were refused entry, on average 4: the queue holds 30 and there are 140 lines.")
    #expect(
      sentence(.nobodyThere(contactType: 0, able: [0], intervals: [0...scenario.horizon.intervals.count - 1], came: 20))
        == "Nobody who can take \(type) (\(group)) was there from \(scenario.horizon.intervals[0].shortLabel) to the end; "
        + "on average 20 contacts arrived in that time and had to wait.")
    #expect(
      sentence(.neverServed(contactType: 0, came: 12, isPossible: false))
        == "No \(type) contact was ever handled, of 12 on average: no group has all the skills it needs.")
    #expect(
      sentence(.overloaded(contactType: 0, able: [0], occupancy: 1, waiting: 200))
        == "\(type) is overloaded: \(group) were busy 100 % of the time and 200 contacts were waiting at the end of the horizon; "
        + "its waits grow with the length of the horizon.")
    #expect(
      sentence(.pastTheShift(group: 0, hours: 0.5, share: 0.04))
        == "\(group) worked 0.5 hours past the end of shifts on average (4 % of paid time).")
  }

  @Test func `Numbers of remarks are worded for reading`() {
    #expect(
      [1_234_567, 41.2, 4.12, 4.0, 0.324, 0.3, 0.05].map(RemarkWords.number) == ["1,234,567", "41", "4.1", "4", "0.32", "0.3", "0.05"])
    #expect(RemarkWords.percent(0.00001) == "less than 0.01 %")
    #expect(RemarkWords.list(["a", "b", "c"]) == "a, b and c")
  }
}
