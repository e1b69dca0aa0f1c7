import SimulationCore
import SupportModel
import Testing

@testable import ScenarioFormat

/// Calendars, time zones and daylight saving nights.
@Suite struct ClockTests {
  let newYork = WallZone(named: "America/New_York")!

  private func utc(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0) -> Int {
    CivilDate(year: year, month: month, day: day).dayNumber * 86_400 + hour * 3600 + minute * 60
  }

  @Test func `Dates go back and forth`() {
    #expect(CivilDate(year: 1970, month: 1, day: 1).dayNumber == 0)
    #expect(CivilDate(year: 2026, month: 9, day: 14).weekday == 0)
    for number in stride(from: -200_000, through: 200_000, by: 997) {
      let (year, month, day) = CivilDate(dayNumber: number).yearMonthDay
      #expect(CivilDate(year: year, month: month, day: day).dayNumber == number)
    }
    #expect(CivilDate(year: 2026, month: 9, day: 14).shortText == "Mon 14 Sep")
  }

  @Test func `A time that does not exist is moved forward`() {
    let day = CivilDate(year: 2026, month: 3, day: 8).dayNumber
    #expect(newYork.instant(day: day, seconds: 2 * 3600 + 1800) == utc(2026, 3, 8, 7, 30))  // 03:30 EDT
    #expect(newYork.instant(day: day, seconds: 3600) == utc(2026, 3, 8, 6))
    #expect(newYork.instant(day: day, seconds: 3 * 3600) == utc(2026, 3, 8, 7))
    #expect(newYork.edge(day: day, seconds: 2 * 3600 + 1800) == utc(2026, 3, 8, 7))
  }

  @Test func `A time that exists twice means the first`() {
    let day = CivilDate(year: 2026, month: 11, day: 1).dayNumber
    #expect(newYork.instant(day: day, seconds: 3600 + 1800) == utc(2026, 11, 1, 5, 30))  // 01:30 EDT
    #expect(newYork.instant(day: day, seconds: 2 * 3600) == utc(2026, 11, 1, 7))
    #expect(newYork.local(utc(2026, 11, 1, 6, 30)).seconds == 3600 + 1800)
  }

  @Test(arguments: ["America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Manila", "America/Santiago", "Africa/Cairo"])
  func `Every hour of a year goes there and back`(_ name: String) throws {
    let zone = try #require(WallZone(named: name))
    let first = CivilDate(year: 2026, month: 1, day: 1).dayNumber
    for day in first..<(first + 365) {
      var last = Int.min
      for hour in 0...24 {
        let edge = zone.edge(day: day, seconds: hour * 3600)
        #expect(edge >= last)
        last = edge
        let instant = zone.instant(day: day, seconds: hour * 3600)
        let local = zone.local(instant)
        let wall = local.day * 86_400 + local.seconds
        #expect(wall >= day * 86_400 + hour * 3600, "\(name) \(CivilDate(dayNumber: day).text) \(hour)")
        // The first of the instants that show this wall time.
        if wall == day * 86_400 + hour * 3600 {
          for earlier in [1800, 3600] where zone.local(instant - earlier) == local { Issue.record("\(name) is not the first") }
        }
      }
    }
  }

  @Test func `Spring days have 23 hours and autumn days 25`() throws {
    #expect(try load(dated(start: "2026-03-08T00:00")).scenario.horizon.length == .hours(23))
    #expect(try load(dated(start: "2026-11-01T00:00")).scenario.horizon.length == .hours(25))
    #expect(try load(dated(start: "2026-03-08T00:00", length: "24h")).scenario.horizon.length == .hours(24))
    #expect(try load(dated(start: "2026-03-08T00:00", timezone: "Asia/Manila")).scenario.horizon.length == .hours(24))
    #expect(try load(dated(start: "2026-03-02T00:00", length: "1w")).scenario.horizon.length == .hours(167))
  }

  @Test func `The intervals of a spring day skip the hour that is not there`() throws {
    let intervals = try load(dated(start: "2026-03-08T00:00")).scenario.horizon.intervals
    #expect(intervals.count == 46)
    #expect(intervals[3].label == "2026-03-08T01:30:00-05:00")
    #expect(intervals[4].label == "2026-03-08T03:00:00-04:00")
    #expect(intervals.allSatisfy { $0.end - $0.start == .minutes(30) })
  }

  @Test func `The intervals of an autumn day show the hour that is there twice`() throws {
    let intervals = try load(dated(start: "2026-11-01T00:00")).scenario.horizon.intervals
    #expect(intervals.count == 50)
    #expect(intervals[2].label == "2026-11-01T01:00:00-04:00")
    #expect(intervals[4].label == "2026-11-01T01:00:00-05:00")
  }

  @Test func `Calendars open by local clock and close on holidays`() throws {
    let rest = "calendars: {office: {open: {mon-fri: 09:00-17:00, sat: [10:00-12:00, 13:00-14:00]}, holidays: [2026-09-16]}}"
    let contact = "talk: 1m, arrivals: 1/h, opens: office"
    let windows = try #require(try load(dated(contact, length: "7d", rest: rest)).scenario.openingHours(of: 0)).stretches.ranges
    let inside = windows.filter { $0.lowerBound >= .zero && $0.lowerBound < .zero + .days(7) }
    #expect(inside.map { hours($0.lowerBound) } == [9, 33, 81, 105, 130, 133])
    #expect(inside.map { hours($0.upperBound) } == [17, 41, 89, 113, 132, 134])
  }

  @Test func `Opening hours may reach into the next day and touching ones join`() throws {
    let contact = "talk: 1m, arrivals: 1/h, opens: night"
    let windows = try #require(
      try load(dated(contact, rest: "calendars: {night: {open: {daily: [22:00-06:00, 06:00-07:00]}}}")).scenario.openingHours(of: 0)
    ).stretches.ranges
    #expect(windows.contains { hours($0.lowerBound) == -2 && hours($0.upperBound) == 7 })
    let always = try #require(
      try load(dated(contact, rest: "calendars: {night: {holidays: [2026-09-20]}}")).scenario.openingHours(of: 0)
    ).stretches.ranges
    #expect(always.count == 2)
  }
}
