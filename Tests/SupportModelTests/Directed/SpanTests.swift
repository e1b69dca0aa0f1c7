import SimulationCore
import Testing

@testable import SupportModel

/// Times to the first response and to the resolution, and what is counted at the end.
@Suite struct SpanTests {
  private func play(isLive: Bool, length: Double = 3_600, atEnd: Horizon.AtEnd = .drain) throws -> Play {
    var target = Target(name: "T", contactTypes: [0], measure: .resolution, within: .minutes(2), goal: 0.8)
    target.terms.pauses = ClockPhases([.waiting])
    var scenario = By.hour([By.calls(at: [0, 10], talk: 60)], [By.desk(1)], length: length, atEnd: atEnd, targets: [target])
    scenario.channels[0].isLive = isLive
    return try Play(scenario)
  }

  private func cell(_ play: Play, _ span: TimedSpan) -> [Int64] {
    let cell = play.record.spans[span.rawValue].cells[0]
    return [cell.measured, cell.time / 1_000_000, cell.missing]
  }

  @Test func `On a live channel the answer is the first response, elsewhere the end of the talk`() throws {
    // The second waits 50 s.
    let live = try play(isLive: true)
    #expect(cell(live, .firstResponse) == [2, 50, 0] && cell(live, .resolution) == [2, 60 + 110, 0])
    let mail = try play(isLive: false)
    #expect(cell(mail, .firstResponse) == [2, 60 + 110, 0] && cell(mail, .resolution) == [2, 60 + 110, 0])
    #expect(cell(mail, .nextResponse) == [0, 0, 0])
  }

  @Test func `What is open when play ends is longer than everything`() throws {
    let mail = try play(isLive: false, length: 100, atEnd: .cut)
    #expect(cell(mail, .firstResponse) == [1, 60, 1] && cell(mail, .resolution) == [1, 60, 1])
    let times = mail.record.spans[TimedSpan.resolution.rawValue].times[0]
    #expect(times.count == 2 && times.quantile(0.5) == 60e6 && times.quantile(0.9) == Double(TimedSpan.never))
    // Its clock stood still while it waited, so it is undecided: 40 of 120 s used.
    #expect(mail.record.targets[0].undecided == 1 && mail.record.targets[0].answered == 1)
  }

  @Test func `Without a promise of more than an answer nothing is measured`() throws {
    let target = Target(name: "T", contactTypes: [0], answerWithin: .seconds(20), goal: 0.8)
    let play = try Play(By.hour([By.calls(at: [0], talk: 60)], [By.desk(1)], targets: [target]))
    #expect(play.record.spans.isEmpty)
  }

  @Test func `Who comes in the cool-down is played and not counted, and what came before has time to end`() throws {
    func play(cooldown: Double) throws -> Play {
      var scenario = By.hour(
        [By.calls(at: [0, 500, 550, 1_100], talk: 200)], [By.desk(1)], length: 1_200, interval: 600, atEnd: .cut)
      if cooldown > 0 {
        scenario.horizon.uncounted = [scenario.horizon.intervals.removeLast()]
        scenario.horizon.cooldown = .seconds(cooldown)
      }
      return try Play(scenario)
    }
    let (whole, cooled) = (try play(cooldown: 0), try play(cooldown: 600))
    #expect(whole.contacts().offered == 4 && whole.contacts().handled == 3 && whole.contacts().stillOpen == 1)
    // The third ends at 900 s: after the counted time, before the end.
    #expect(cooled.contacts().offered == 3 && cooled.contacts().handled == 3 && cooled.contacts().stillOpen == 0)
    #expect(whole.rows.map(\.arrivedAt) == cooled.rows.map(\.arrivedAt) && whole.rows.map(\.endedAt) == cooled.rows.map(\.endedAt))
    #expect(cooled.rows.map(\.isCounted) == [true, true, true, false])
    // People are counted in the intervals only.
    #expect(whole.group().paid == 2 * cooled.group().paid)
  }
}
