import Foundation
import SimulationCore
import SupportModel
import TestSupport
import Testing

@testable import ScenarioFormat

/// Every case of F1, each through a scenario with its calendar: what a person writes, the clock of the zone, the business clock.
@Suite struct BusinessClockCaseTests {
  static let cases = SharedCases.load("F1_business_clock.json")

  @Test(.enabled(if: SharedCases.areHere, "../shared/validation is not here"), arguments: cases)
  func `Business time is exact in every zone, on nights with a clock change too`(_ c: SharedCases.Case) throws {
    let from = try #require(seconds(c.params["created_utc"] ?? c.params["from_utc"]))
    let zone = try #require(WallZone(named: c.params["tz"] as? String ?? ""))
    let date = CivilDate(dayNumber: zone.local(from).day)
    let scenario = try load(scenario(c, zone, start: date)).scenario
    let midnight = zone.instant(day: date.dayNumber, seconds: 0)
    func instant(_ utc: Int) -> SimInstant { .zero + .seconds(Double(utc - midnight)) }

    let hours = scenario.calendars[0].hours
    if let wanted = seconds(c.expected["due_utc"]) {
      // Time in which the clock stands still is as good as closed.
      let paused = Stretches(
        try #require(c.params["paused_utc"] as? [[String]]).map { instant(seconds($0[0])!)..<instant(seconds($0[1])!) })
      let clock = BusinessTime(hours.stretches.subtracting(paused))
      #expect(clock.due(after: .minutes(c.number("target_business_minutes")), from: instant(from)) == instant(wanted))
    } else {
      let to = try #require(seconds(c.params["to_utc"]))
      #expect(hours.elapsed(from: instant(from), to: instant(to)) == .minutes(c.expectedNumber("business_minutes")))
    }
  }

  private func scenario(_ c: SharedCases.Case, _ zone: WallZone, start: CivilDate) -> String {
    let week = c.record("weekly_hours").compactMapValues { $0 as? [[String]] }
    let open = DaySet.names.compactMap { day in
      week[day].map { "\(day): [\($0.map { "\($0[0])-\($0[1])" }.joined(separator: ", "))]" }
    }
    let holidays = (c.params["holidays"] as? [String] ?? []).joined(separator: ", ")
    let rule = (c.params["holiday_rule"] as? String ?? "civil_day").replacing("_", with: "-")
    let special = c.record("special_dates").compactMapValues { $0 as? [[String]] }.sorted { $0.key < $1.key }.map {
      "\($0.key): [\($0.value.map { "\($0[0])-\($0[1])" }.joined(separator: ", "))]"
    }
    return dated(
      start: "\(start.text)T00:00", length: "5w", timezone: zone.name,
      rest: "calendars: {hours: {open: {\(open.joined(separator: ", "))}, holidays: [\(holidays)], holidays-rule: \(rule), "
        + "special: {\(special.joined(separator: ", "))}}}")
  }

  /// Seconds since 1970 of `2026-01-14T15:00:00Z`.
  private func seconds(_ text: Any?) -> Int? {
    (text as? String).flatMap { ISO8601DateFormatter().date(from: $0) }.map { Int($0.timeIntervalSince1970) }
  }
}
