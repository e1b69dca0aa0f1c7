import Foundation
import SimulationCore
import SupportModel
import TestSupport
import Testing

@testable import ScenarioFormat

/// Clocks as help desks run them, each worked out by hand: what their tests and manuals say, in the words of Muster.
@Suite struct HelpDeskClockTests {
  private static let calendars = [
    "B1": "timezone: Europe/Berlin, open: {mon-fri: 09:00-17:00}",
    "B2": "timezone: Europe/Berlin, open: 08:00-17:00, holidays: [2015-09-22]",
    "B3": "timezone: Europe/Berlin, open: 09:00-18:00",
    "B4": "timezone: Europe/Berlin, open: {mon-fri: 08:00-20:00}, holidays: [2016-11-01]",
    "B5": "timezone: Europe/Berlin, open: {mon-fri: 08:00-18:00}",
    "G": "timezone: UTC, open: {mon: 10:30-19:00, tue-fri: 08:30-19:00}",
  ]

  /// The rows of a clock. `target` without its name and goal; instants in UTC.
  private func rows(
    _ target: String, _ calendar: String?, _ created: String, _ lines: [String] = [], priorities: String = "", priority: String? = nil
  ) throws -> (rows: [ClockTimeline.Row], utc: (SimInstant?) -> String?) {
    let calendars = calendar.map { "calendars: {hours: {\(Self.calendars[$0]!)}}" } ?? ""
    let clock = calendar == nil ? "" : ", clock: hours"
    let loaded = try load(
      dated(
        "arrivals: {rate: 1/h}, talk: 5m", start: "\(created.prefix(10))T00:00", timezone: "UTC",
        rest: "\(priorities)\n\(calendars)\ntargets: [{name: T, \(target), goal: 90%\(clock)}]"))
    let events = try ClockEvents.read(
      Array(lines.joined(separator: "\n").utf8), file: "e", loaded.clocks, priorities: loaded.scenario.priorities)
    let start = try loaded.clocks.instant(created)
    let rule = loaded.clocks.rule(of: loaded.scenario.targets[0], in: loaded.scenario, around: [start] + events.map(\.at))
    let number = priority.flatMap { loaded.scenario.priority(named: $0) } ?? loaded.scenario.contactTypes[0].priority
    let rows = ClockTimeline(rule, priority: number, created: start, events: events).rows
    return (rows, { $0.map { String(loaded.clocks.isoText($0).prefix(19)) } })
  }

  private func due(_ target: String, _ calendar: String?, _ created: String, _ lines: [String] = []) throws -> String? {
    let (rows, utc) = try rows(target, calendar, created, lines)
    return utc(rows[rows.count - 1].due)
  }

  @Test(arguments: [
    ("B1", "2013-03-21T09:30", ["60m": "2013-03-21T10:30:00", "180m": "2013-03-21T12:30:00", "240m": "2013-03-21T13:30:00"]),
    ("B2", "2013-10-21T05:30", ["120m": "2013-10-21T08:00:00", "180m": "2013-10-21T09:00:00", "240m": "2013-10-21T10:00:00"]),
    ("B2", "2015-09-21T14:30", ["120m": "2015-09-23T07:30:00", "180m": "2015-09-23T08:30:00", "240m": "2015-09-23T09:30:00"]),
  ])
  func `Open time is counted in the zone of the calendar`(_ calendar: String, _ created: String, _ due: [String: String]) throws {
    for (time, wanted) in due { #expect(try self.due("resolution: \(time)", calendar, created) == wanted) }
  }

  @Test func `Time on the customer, and between a close and a reopen, does not count`() throws {
    let pauses = "first-response: 2h, pauses: [pending]"
    #expect(
      try due(
        pauses, "B3", "2013-06-04T09:00",
        ["2013-06-04T09:30,pending", "2013-06-04T09:45,open", "2013-06-04T10:00,closed", "2013-06-04T10:30,open"]) == "2013-06-04T11:45:00")
    // Used up exactly at closing: due then, and a reply in that second is in time.
    let late = ["2013-06-04T10:00,pending", "2013-06-04T15:00,open"]
    #expect(try due(pauses, "B3", "2013-06-04T09:00", late) == "2013-06-04T16:00:00")
    let rows = try rows(pauses, "B3", "2013-06-04T09:00", late + ["2013-06-04T16:00,replied"]).rows
    #expect(rows[3].measurement?.isInTime == true)
  }

  @Test func `Elapsed and left are of the time that counts`() throws {
    let events = ["2013-06-04T10:00,pending", "2013-06-04T10:30,open", "2013-06-04T10:45,replied", "2013-06-04T12:00,closed"]
    let (first, utc) = try rows("first-response: 120m, pauses: [pending]", "B3", "2013-06-04T09:00", events)
    #expect(utc(first[2].due) == "2013-06-04T11:30:00")
    #expect(first[3].elapsed == .minutes(75) && first[3].measurement?.allowed == .minutes(120))
    let (whole, due) = try rows("resolution: 250m, pauses: [pending]", "B3", "2013-06-04T09:00", events)
    #expect(due(whole[3].due) == "2013-06-04T13:40:00")
    #expect(whole[4].measurement?.elapsed == .minutes(150))
  }

  @Test func `What comes pending has used nothing until it is opened`() throws {
    let closed = try rows(
      "resolution: 240m, pauses: [pending]", "B3", "2013-06-04T09:00", ["2013-06-04T09:00,pending", "2013-06-04T12:00,closed"])
    #expect(closed.rows[2].measurement?.elapsed == .zero)
    #expect(
      try due("resolution: 240m, pauses: [pending]", "B3", "2013-06-04T09:00", ["2013-06-04T09:00,pending", "2013-06-04T12:00,open"])
        == "2013-06-04T16:00:00")
    let events = ["10:00,pending", "10:30,open", "11:00,pending", "11:30,open", "12:00,closed", "12:00,reopened"].map { "2013-06-04T\($0)" }
    for (time, wanted) in [("120m", "13:00"), ("180m", "14:00"), ("240m", "15:00")] {
      #expect(try due("resolution: \(time), pauses: [pending]", "B3", "2013-06-04T10:00", events) == "2013-06-04T\(wanted):00")
    }
  }

  @Test func `Nothing is rounded to minutes`() throws {
    #expect(
      try due(
        "next-response: 1200m", "B4", "2016-10-31T08:00",
        ["2016-10-31T09:00,replied", "2016-10-31T09:00,pending", "2016-11-07T13:26:36,customer"])
        == "2016-11-09T09:26:36")
    let (rows, _) = try rows("first-response: 1h", "B5", "2013-03-28T23:49", ["2013-03-29T07:00:03,replied"])
    #expect(rows[1].measurement?.elapsed == .seconds(3))
  }

  @Test func `A priority to which nothing is promised has no due instant, and time goes on`() throws {
    let (rows, utc) = try rows(
      "resolution: {by-priority: {urgent: 4h}}", nil, "2026-01-14T08:00",
      ["2026-01-14T09:00,priority=low", "2026-01-14T10:00,priority=urgent"],
      priorities: "priorities: [urgent, low]", priority: "urgent")
    #expect(rows.map { utc($0.due) } == ["2026-01-14T12:00:00", nil, "2026-01-14T12:00:00"])
    #expect(rows.map(\.elapsed) == [.zero, .hours(1), .hours(2)])
  }

  @Test func `A second message does not start the clock again`() throws {
    let events = ["00:05,replied", "00:10,customer", "00:20,customer", "00:30,replied", "00:40,customer", "00:45,replied"].map {
      "2026-01-14T\($0)"
    }
    let (rows, utc) = try rows("next-response: 60m", nil, "2026-01-14T00:00", events)
    #expect(rows[2...3].map { utc($0.due) } == ["2026-01-14T01:10:00", "2026-01-14T01:10:00"])
    #expect(rows[4].due == nil)
    #expect(rows.compactMap(\.measurement).map(\.elapsed) == [.minutes(20), .minutes(5)])
  }

  @Test func `A pause moves the end of one clock and not of another`() throws {
    let events = ["2034-06-09T09:15:27,pending", "2034-06-09T11:23:49,open"]
    #expect(try due("resolution: 4h, pauses-when-pending: true", "G", "2034-06-09T08:46:12", events) == "2034-06-09T14:54:34")
    #expect(try due("first-response: 4h", "G", "2034-06-09T08:46:12", events) == "2034-06-09T12:46:12")
  }

  @Test func `Business days keep the time of day, whatever the hours of the days`() throws {
    #expect(try due("resolution: 5bd", "G", "2034-06-09T08:46:12") == "2034-06-16T08:46:12")
    // Comes while it is closed: the same time on the wall of the next open day, moved to when it opens.
    #expect(try due("resolution: 1bd", "B1", "2026-01-16T20:00") == "2026-01-20T08:00:00")
    #expect(try due("resolution: 1bd", "B1", "2026-01-17T05:00") == "2026-01-19T08:00:00")
    // Pauses push it by their open time.
    #expect(
      try due("resolution: 1bd, pauses: [pending]", "B1", "2026-01-14T10:00", ["2026-01-14T11:00,pending", "2026-01-14T13:00,open"])
        == "2026-01-15T12:00:00")
  }

  @Test func `A clock that stands still says when it would be due`() throws {
    let events = ["2026-01-14T09:00,pending", "2026-01-14T09:30,priority=0", "2026-01-14T10:05,open"]
    let (rows, utc) = try rows("resolution: 2h, pauses: [pending]", nil, "2026-01-14T08:00", events)
    #expect(rows[2].due == nil && utc(rows[2].dueIfResumed) == "2026-01-14T10:30:00")
    #expect(utc(rows[3].due) == "2026-01-14T11:05:00")
  }

  @Test func `One ticket gives each clock its own time`() throws {
    let events = [
      "2026-01-12T14:00,replied", "2026-01-12T15:30,customer", "2026-01-12T16:00,replied", "2026-01-12T16:00,pending",
      "2026-01-13T10:00,customer", "2026-01-13T11:00,on-hold", "2026-01-14T14:00,open", "2026-01-14T14:30,replied",
      "2026-01-14T14:30,solved",
    ]
    func measured(_ target: String) throws -> [TimeSpan] {
      try rows(target, nil, "2026-01-12T09:00", events).rows.compactMap(\.measurement).map(\.elapsed)
    }
    #expect(try measured("first-response: 8h") == [.hours(5)])
    #expect(try measured("next-response: 8h") == [.hours(0.5), .hours(28.5)])
    #expect(try measured("resolution: 1w") == [.hours(53.5)])
    #expect(try measured("resolution: 1w, pauses: [pending]") == [.hours(35.5)])
    #expect(try measured("resolution: 1w, pauses: [pending, on-hold]") == [.hours(8.5)])
  }

  @Test func `From one pausing phase to another is one pause`() throws {
    let (rows, _) = try rows(
      "resolution: 4h, pauses: [pending, on-hold]", nil, "2026-01-14T09:00",
      ["2026-01-14T10:00,pending", "2026-01-14T10:20,on-hold", "2026-01-14T10:45,open", "2026-01-14T12:00,solved"])
    #expect(rows[4].measurement?.elapsed == .minutes(135))
  }

  @Test func `The time between a solve and a reopen counts where it is asked to`() throws {
    let events = ["2026-01-14T10:00,solved", "2026-01-14T12:00,customer", "2026-01-14T13:00,solved"]
    func last(_ more: String) throws -> TimeSpan? {
      try rows("resolution: 9h\(more)", nil, "2026-01-14T09:00", events).rows.compactMap(\.measurement).last?.elapsed
    }
    #expect(try last("") == .hours(2))
    #expect(try last(", counts-solved: true") == .hours(4))
  }

  @Test func `A new priority may count what stood still, or begin again`() throws {
    let events = ["2026-01-14T10:00,pending", "2026-01-14T12:00,open", "2026-01-14T12:00,priority=urgent"]
    func elapsed(_ change: String) throws -> TimeSpan {
      try rows(
        "resolution: 9h, pauses: [pending], on-change: {\(change)}", nil, "2026-01-14T09:00", events,
        priorities: "priorities: [urgent, low]",
        priority: "low"
      ).rows[3].elapsed
    }
    #expect(try elapsed("elapsed: keep") == .hours(1))
    #expect(try elapsed("pauses: drop") == .hours(3))
    #expect(try elapsed("elapsed: restart") == .zero)
  }

  @Test func `What a target says of time is one thing or a problem`() {
    func problems(_ target: String) -> [String] {
      sentences(
        dated(
          rest: """
            priorities: [urgent, low]
            calendars: {office: {open: {mon-fri: 09:00-17:00}}}
            targets: [{goal: 80%, \(target)}]
            """)
      ).map { String($0.drop { $0 != " " }.dropFirst()) }
    }
    #expect(problems("answer: 20s") == [])
    #expect(problems("resolution: 2d") == [])
    #expect(
      problems("resolution: 2d, clock: office") == ["2d would be 48 open hours; expected 2bd for business days, or open hours such as 16h"])
    #expect(
      problems("resolution: 2bd") == [
        "2bd are business days, and the target has no `clock`; expected a `clock`, or a duration such as 20s or 2d"
      ])
    #expect(
      problems("resolution: 1.5bd, clock: office") == ["1.5bd are no business days; expected a whole number of them from 1bd to 1000bd"])
    #expect(problems("answer: 20s, resolution: 4h").count == 1)
    #expect(problems("goal: 80%").count >= 1)
    #expect(
      problems("resolution: {by-priority: {urgnt: 1h}}") == [
        "there is no priority `urgnt`; expected `urgent` or `low`; did you mean `urgent`?"
      ])
    #expect(problems("resolution: 1h, pauses: [pnding]").first?.contains("did you mean pending?") == true)
    #expect(problems("resolution: 1h, clock: offic").first?.contains("did you mean `office`?") == true)
  }
}
