import SimulationCore
import SupportModel
import Testing

@testable import ScenarioFormat

/// Who works when.
@Suite struct RosterTests {
  private func lines(_ scenario: Scenario, _ group: Int = 0) -> [AgentGroup.RosterLine] {
    if case .roster(let lines) = scenario.groups[group].presence { return lines }
    return []
  }

  private func steps(_ scenario: Scenario) -> [AgentGroup.StaffingStep] {
    if case .staffing(let steps) = scenario.groups[0].presence { return steps }
    return []
  }

  private func roster(_ shift: String, start: String = "2026-09-14T00:00", zone: String = "", more: String = "", rest: String = "")
    throws(ScenarioProblems) -> Scenario
  {
    try load(
      dated(start: start, agents: "desk: {skills: [call], roster: {s: 2}\(zone)\(more)}", rest: "shifts: {s: {\(shift)}}\n\(rest)")
    ).scenario
  }

  @Test func `Shifts reach from a night before the start to four weeks beyond the end`() throws {
    let line = lines(try roster("start: 22:00, length: 8h, breaks: [{at: 4h, for: 30m}, {at: 2h, for: 15m}]"))[0]
    #expect(line.agents == ["desk s 1", "desk s 2"])
    #expect(line.shift == "s")
    #expect(hours(line.shifts[0].start) == -2)
    #expect(line.shifts[0].breaks.map { hours($0.lowerBound) } == [0, 2])
    #expect(hours(line.shifts[0].end) == 6)
    #expect(line.shifts.count == 30)
    #expect(hours(line.shifts[29].start) == 28 * 24 + 22)
  }

  @Test func `The pattern of a shift stays beside the days that came of it`() throws {
    let scenario = try roster("days: mon-fri, start: 22:00, length: 8h, breaks: [{at: 4h, for: 30m}, {at: 2h, for: 15m}]")
    let pattern = ShiftPattern(
      name: "s", days: DaySet(bits: 0x1F), start: .hours(22), length: .hours(8),
      breaks: [.init(at: .hours(2), length: .minutes(15)), .init(at: .hours(4), length: .minutes(30))])
    #expect(scenario.shiftPatterns == [pattern])
    #expect(lines(scenario)[0].patterns == [0])
    #expect(lines(scenario)[0].shifts[0] == pattern.shift(from: .zero + .hours(22)))
  }

  @Test func `Offline activities without a name are told apart`() throws {
    let some = "offline: [{for: 30m}, {name: coaching, for: 30m}, {for: 1h}, {name: offline 2, for: 5m}, {for: 10m, share: 20%}]"
    let offline = try roster("start: 09:00, length: 8h", more: ", \(some)").groups[0].offline
    #expect(offline.map(\.name) == ["offline", "coaching", "offline 3", "offline 2", "offline 4"])
    #expect(offline.map(\.length) == [.minutes(30), .minutes(30), .hours(1), .minutes(5), .minutes(10)])
  }

  @Test func `As many offline activities as the model remembers may be listed, and no more`() throws {
    func rest(_ count: Int) -> String { "offline: [\(Array(repeating: "{for: 5m}", count: count).joined(separator: ", "))]" }
    #expect(try roster("start: 09:00, length: 8h", more: ", \(rest(64))").groups[0].offline.count == 64)
    let text = dated(agents: "desk: {skills: [call], roster: {s: 2}, \(rest(65))}", rest: "shifts: {s: {start: 09:00, length: 8h}}")
    let lines = sentences(text)
    #expect(lines.count == 1 && lines[0].hasSuffix("`offline` lists 65 activities; expected at most 64 in an agent group"), "\(lines)")
  }

  @Test func `Shifts are wall time of the agents`() throws {
    // 21:00 in Manila is 09:00 in New York in summer.
    let line = lines(try roster("days: mon, start: 21:00, length: 9h", zone: ", timezone: Asia/Manila"))[0]
    #expect(hours(line.shifts[0].start) == 9)
    #expect(hours(line.shifts[0].end) == 18)
  }

  @Test func `A shift over a spring night lasts its length and starts by the clock`() throws {
    let line = lines(try roster("start: 22:00, length: 8h", start: "2026-03-08T00:00"))[0]
    #expect(hours(line.shifts[0].start) == -2)
    #expect(hours(line.shifts[0].end) == 6)  // 07:00 on the clock
    #expect(hours(line.shifts[1].start) == 21)  // 22:00 on the clock
  }

  @Test func `A shift that starts in the gap is moved forward`() throws {
    let line = lines(try roster("days: sun, start: 02:30, length: 4h", start: "2026-03-08T00:00"))[0]
    #expect(hours(line.shifts[0].start) == 2.5)  // 03:30 EDT
  }

  @Test func `Holidays remove shifts that start on them`() throws {
    let line = lines(
      try roster("start: 09:00, length: 8h", more: ", holidays: c", rest: "calendars: {c: {holidays: [2026-09-15]}}"))[0]
    #expect(line.shifts.prefix(2).map { hours($0.start) } == [9, 57])
  }

  @Test func `Counts that fill a day repeat and others run once`() throws {
    let daily = steps(try load(dated(length: "2d", agents: "desk: {skills: [call], staffing: {every: 12h, counts: [3, 5]}}")).scenario)
    #expect(daily.prefix(4).map(\.count) == [3, 5, 3, 5])
    #expect(daily.prefix(4).map { hours($0.from) } == [0, 12, 24, 36])
    let once = steps(try load(dated(agents: "desk: {skills: [call], staffing: {every: 1h, counts: [3, 5, 5, 4]}}")).scenario)
    #expect(once == [.init(from: .zero, count: 3), .init(from: .zero + .hours(1), count: 5), .init(from: .zero + .hours(3), count: 4)])
  }

  @Test func `Nobody is there on a holiday of a group that is always there`() throws {
    let all = steps(
      try load(
        dated(length: "3d", agents: "desk: {skills: [call], count: 4, holidays: c}", rest: "calendars: {c: {holidays: [2026-09-15]}}")
      ).scenario)
    #expect(all.map(\.count) == [4, 0, 4])
    #expect(all.dropFirst().map { hours($0.from) } == [24, 48])
  }

  @Test func `Staffing follows the clock on a spring day`() throws {
    let all = steps(
      try load(
        dated(
          start: "2026-03-08T00:00",
          agents: "desk: {skills: [call], staffing: {every: 30m, counts: [\((1...48).map(String.init).joined(separator: ","))]}}")
      ).scenario)
    #expect(all.prefix(6).map(\.count) == [1, 2, 3, 4, 7, 8])
    #expect(all.prefix(6).map { hours($0.from) } == [0, 0.5, 1, 1.5, 2, 2.5])
  }

  @Test func `A roster file names every agent`() throws {
    let text = dated(
      agents: "desk: {skills: [call], roster-csv: people.csv}",
      rest: "shifts: {early: {days: mon, start: 07:00, length: 8h}, late: {days: tue, start: 13:00, length: 8h}}")
    let all = lines(
      try load(text, files: ["people.csv": "agent,shift\nAda,early\nBo,early\nCy,late\n\"Dee, jr\",early\nDee,late\nBo,late\n"]).scenario)
    #expect(all.map(\.agents) == [["Ada", "Dee, jr"], ["Bo"], ["Cy", "Dee"]])
    #expect(all.map(\.shift) == ["early", "early + late", "late"])
    #expect(all.map(\.patterns) == [[0], [0, 1], [1]])
    #expect(all[1].shifts.prefix(2).map { hours($0.start) } == [7, 37])
  }

  @Test func `A bad roster file names its lines`() {
    let text = dated(agents: "desk: {skills: [call], roster-csv: people.csv}", rest: "shifts: {early: {start: 07:00, length: 8h}}")
    #expect(
      sentences(text, files: ["people.csv": "agent,shift\nAda,erly\nBo\n"]) == [
        "people.csv:2:5: there is no shift `erly`; did you mean `early`?",
        "people.csv:3:1: the line has no shift; expected a value in `shift`",
      ])
    #expect(
      sentences(text, files: ["people.csv": "who,shift\nAda,early\n"]) == [
        "people.csv:1:1: no column says who works; expected `agent:` with one of `who` or `shift`"
      ])
    #expect(
      sentences(text, files: ["people.csv": "agent,shift\n\"Ada\" x,early\n"]) == [
        "people.csv:2:1: the quotes of this line are broken; expected \"…\" around the whole value, and \"\" for a quote inside it"
      ])
    #expect(sentences(text) == ["4:45: the file people.csv does not exist"])
  }

  @Test func `Shifts of one agent must not overlap`() {
    #expect(
      sentences(dated(agents: "desk: {skills: [call], roster: {s: 1}}", rest: "shifts: {s: {start: 09:00, length: 25h}}")) == [
        "4:45: the shift `s` begins again before it is over; expected shifts of one agent that do not overlap"
      ])
  }
}
