import SupportModel
import Testing

@testable import ScenarioFormat

/// Days, weeks and hours of the week by calendar and time zone.
@Suite struct PeriodTests {
  private func horizon(_ text: String) throws -> Horizon {
    try load(
      """
      muster: 1
      horizon: {\(text)}
      contacts: {call: {arrivals: {rate: 10/h}, talk: {exponential: {mean: 3m}}}}
      agents: {desk: {count: 2, skills: [call]}}
      """
    ).scenario.horizon
  }

  @Test func `a quarter has thirteen weeks, the day on which clocks go back has 25 hours and its hour counts once`() throws {
    let quarter = try horizon("start: 2026-10-05T00:00, timezone: America/New_York, length: 13w, interval: 30m")
    let (weeks, days, hours) = (quarter.periods(.week), quarter.periods(.day), quarter.periods(.weekHour))
    #expect(weeks.count == 13 && days.count == 91 && hours.count == 168)
    #expect(weeks.map { quarter.periods[$0].label }.first == "2026-W41" && quarter.periods[weeks[12]].label == "2026-W53")
    #expect(quarter.periods[weeks[1]].shortLabel == "Mon 12 Oct")
    let sunday = try #require(quarter.periods.first { $0.label == "2026-11-01" })
    #expect(sunday.intervals.count == 50)
    let hour = try #require(quarter.periods.first { $0.label == "sun 01:00" })
    #expect(hour.occurrences == 13 && hour.intervals.count == 2 * 14)
    #expect(hour.intervals.allSatisfy { quarter.intervals[$0].label.contains("T01:") })
  }

  @Test func `weeks that the horizon cuts have fewer days, and numbers follow the year of their Thursday`() throws {
    let winter = try horizon("start: 2026-12-30T00:00, timezone: Europe/Berlin, length: 12d, interval: 1h")
    #expect(winter.periods(.week).map { winter.periods[$0].label } == ["2026-W53", "2027-W01"])
    #expect(winter.periods(.week).map { winter.periods[$0].shortLabel } == ["Wed 30 Dec", "Mon 4 Jan"])
    #expect(winter.periods(.week).map { winter.periods[$0].intervals.count } == [5 * 24, 7 * 24])
    #expect(winter.periods(.weekHour).map { winter.periods[$0].occurrences }.reduce(0, +) == 12 * 24)
  }

  @Test func `a day has no periods, a week has days, and without dates they are numbered`() throws {
    #expect(try horizon("start: 2026-10-05T00:00, length: 1d").periods.isEmpty)
    #expect(try horizon("length: 8h").periods.isEmpty)
    #expect(try horizon("start: 2026-10-05T00:00, length: 7d").periods.map(\.kind) == Array(repeating: .day, count: 7))
    #expect(try horizon("start: 2026-10-07T00:00, length: 7d").periods.allSatisfy { $0.kind == .day })
    let undated = try horizon("length: 9d, interval: 8h")
    #expect(undated.periods(.week).map { undated.periods[$0].label } == ["week 1", "week 2"])
    #expect(
      undated.periods(.weekHour).map { undated.periods[$0].label }.prefix(4) == [
        "day 1 00:00", "day 1 08:00", "day 1 16:00", "day 2 00:00",
      ])
    #expect(try horizon("start: 2026-10-05T00:00, length: 4w, interval: 7d").periods.isEmpty)
  }

  @Test func `a warm-up is in no period`() throws {
    let warm = try horizon("start: 2026-10-04T00:00, length: 15d, warmup: 1d, interval: 1h")
    #expect(warm.periods(.day).count == 14 && warm.periods(.week).count == 2)
    #expect(warm.periods(.day).first.map { warm.periods[$0].label } == "2026-10-05")
  }
}
