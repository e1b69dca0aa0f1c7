import SimulationCore
import SupportModel
import Testing

@testable import ScenarioFormat

/// People who join and leave, as a scenario says them.
@Suite struct HireTests {
  private func file(
    _ keys: String, start: String = "start: 2026-10-21T08:00, timezone: Europe/Berlin, ", presence: String = "roster: {early: 4, late: 2}",
    length: String = "3w"
  ) -> String {
    """
    muster: 1
    horizon: {\(start)length: \(length)}
    contacts: {call: {arrivals: 30/h, talk: 90s}}
    agents: {desk: {skills: [call], \(presence), \(keys)}}
    shifts: {early: {start: 07:00, length: 8h\(start.isEmpty ? "" : ", days: mon-fri")}, late: {start: 14:00, length: 8h}}
    """
  }

  private func hours(_ instant: SimInstant) -> Double { Double(instant.microseconds) / 3.6e9 }

  @Test func `Hires are paid from a local midnight, and trained for so many calendar days`() throws {
    let group = try load(file("hires: [{on: 2026-10-22, count: 3, trains-for: 1w}, {on: 2026-10-21, count: 1}]")).scenario.groups[0]
    #expect(group.hires.map { $0.people.count } == [3, 1] && group.startingPeople == 6 && group.mostPeople == 10)
    // Midnight is 16 h after eight; a week later one hour is gained on 25 October.
    #expect(hours(group.hires[0].from) == 16 && hours(group.hires[0].floorFrom) == 16 + 7 * 24 + 1)
    // The first day is that of the horizon, which begins at eight.
    #expect(group.hires[1].from == .zero && group.hires[1].floorFrom == .zero)
  }

  @Test func `Hires are spread over the roster as its people are, or work the line that is named`() throws {
    let group = try load(file("hires: [{on: 2026-10-22, count: 6}, {on: 2026-10-23, count: 3}, {on: 2026-10-24, count: 1, shift: late}]"))
      .scenario.groups[0]
    #expect(group.hires[0].people.map(\.line) == [0, 0, 1, 0, 0, 1])
    #expect(group.hires[1].people.map(\.line) == [0, 0, 1] && group.hires[2].people.map(\.line) == [1])
    #expect(group.hires[1].people[0].name == "desk hired 7")
  }

  @Test func `Attrition is drawn at the Sunday midnights inside the horizon, where the group works`() throws {
    let group = try load(file("attrition: {per-year: 28%}")).scenario.groups[0]
    // Monday 26 October, two days of 24 h and one of 25 h after Wednesday's midnight, and on.
    let first = 16.0 + 24 * 3 + 25
    #expect(group.attrition?.weekEnds.map(hours) == [first, first + 168, first + 336])
    #expect(abs(group.attrition!.weeklyChance - 0.006_280_6) < 1e-6)
    let elsewhere = try load(file("timezone: America/New_York, attrition: {per-year: 28%}")).scenario.groups[0]
    // New York is six hours behind Berlin, five in the week after Europe's clocks went back.
    #expect(elsewhere.attrition?.weekEnds.map(hours) == [first + 5, first + 168 + 6, first + 336 + 6])
    #expect(try load(file("attrition: {per-year: 0%}")).scenario.groups[0].attrition == nil)
  }

  @Test func `The ramp stands beside the hires`() throws {
    let group = try load(file("hires: [{on: 2026-10-22, count: 1}], ramp: {starts-at: 1.6, weeks: 12}")).scenario.groups[0]
    #expect(group.ramp == .init(startsAt: 1.6, length: .days(84)) && group.newHires == nil)
    let both = try load(file("new-hires: {share: 50%}, ramp: {starts-at: 1.6, weeks: 12}")).scenario.groups[0]
    #expect(both.newHires?.share == 0.5 && both.ramp?.startsAt == 1.6)
  }

  @Test(arguments: [
    (
      "hires: [{on: 2026-10-01, count: 6}]",
      "2026-10-01 is before the horizon, which starts on 2026-10-21: whoever is there from the start is no hire; expected a date from 2026-10-21 to 2026-11-11, or to count them in the group"
    ),
    (
      "hires: [{on: 2026-12-01, count: 6}]",
      "2026-12-01 is after the horizon, which ends on 2026-11-11; expected a date from 2026-10-21 to 2026-11-11"
    ),
    ("hires: [{on: 2026-10-22, count: 0}]", "nobody joins with a `count` of 0; expected a count from 1 to 100000"),
    ("hires: [{on: 2026-10-22, count: 6, trains-for: -3w}]", "-3w is negative; expected a duration of 0s or more"),
    ("hires: [{on: 2026-10-22, count: 6, shift: noon}]", "there is no shift of this group `noon`; expected `early` or `late`"),
    ("attrition: {per-year: 128%}", "128% is more than 100%; expected a share from 0% to 100%"),
    (
      "ramp: {starts-at: 1.2, weeks: 3}, new-hires: {share: 10%, ramp: {starts-at: 1.6, weeks: 12}}",
      "the group has two ramps, in `new-hires` and beside it; expected one `ramp` for all who are new"
    ),
    ("new-hires: {share: 10%}", "`new-hires` has no `ramp`; expected a map such as {starts-at: 1.6, weeks: 12}"),
    ("ramp: {starts-at: 1.6, weeks: -2}", "`weeks` is -2; expected a number of weeks from 0 to 520"),
  ])
  func `What cannot be is said with what can`(keys: String, sentence: String) {
    let lines = sentences(file(keys))
    #expect(lines.count == 1 && lines[0].hasPrefix("4:") && lines[0].hasSuffix(": " + sentence), "\(lines)")
  }

  @Test func `People without dates, or who are a number, neither join nor leave`() {
    let undated = sentences(file("hires: [{on: 2026-10-22, count: 6}], attrition: {per-year: 28%}", start: ""))
    #expect(
      undated.map { String($0.drop { $0 != " " }.dropFirst()) } == [
        "`hires` needs dates, and the scenario has none; expected horizon.start, for example 2026-09-14T00:00",
        "`attrition`, which is drawn at the ends of calendar weeks, needs dates, and the scenario has none; expected horizon.start, for example 2026-09-14T00:00",
      ], "\(undated)")
    let counts = sentences(
      file("hires: [{on: 2026-10-22, count: 6}]", presence: "staffing: {every: 12h, counts: [3, 4]}"))
    #expect(
      counts.count == 1
        && counts[0].hasSuffix(
          "`hires` needs people one by one, and this group is a number of people from hour to hour; expected `roster`, `roster-csv`, or `count` without `holidays`"
        ),
      "\(counts)")
  }

  @Test func `Check says how many join and when, how fast they are, and how many leave`() throws {
    let picture = try load(
      file(
        "hires: [{on: 2026-10-22, count: 3, trains-for: 1w}, {on: 2026-11-02, count: 1, trains-for: 8w}], ramp: {starts-at: 1.6, weeks: 12}, attrition: {per-year: 28%}"
      )
    ).picture
    for line in [
      "desk: 3 join on Thu 22 Oct (2 early, 1 late), on the floor from Thu 29 Oct 07:00 after 7d of training, where they take ×1.6 at first, ×1.51 at the end of the horizon",
      "desk: 1 joins on Mon 2 Nov (1 early) and is in training until Mon 28 Dec, after the end of the horizon: paid, and never on the floor",
      "desk: 28% leave a year, 0.628% of whoever is there at the end of each calendar week; 0.175 on average at the 3 ends of weeks in the horizon",
    ] { #expect(picture.contains("  " + line), "\(line) in \(picture)") }
    let idle = try load(file("ramp: {starts-at: 1.6, weeks: 12}")).picture
    #expect(idle.contains("  desk: nobody is new, so its `ramp` changes nothing"))
  }
}
