import SimulationCore
import SupportModel
import Testing

@testable import ScenarioFormat

/// Rosters as other programs and planners write them.
@Suite struct RosterHandsTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var name: String
    var file: String
    var keys = ""
    /// `Ada 8-16.5` for each shift that begins on the Monday or Tuesday, hours from Monday midnight.
    var shifts: [String]

    var testDescription: String { name }
  }

  private static let day = ["Ada 8-16.5", "Ada 32-40.5", "Bo 12-20"]

  static let examples = [
    Example(
      name: "a line for each shift, breaks in columns of their own",
      file:
        "Employee ID,Employee Name,Date,Start Time,End Time,Lunch Start,Lunch End\n1,Ada,9/14/2026,8:00 AM,4:30 PM,12:00 PM,12:30 PM\n1,Ada,9/15/2026,8:00 AM,4:30 PM,,\n2,Bo,9/14/2026,12:00 PM,8:00 PM,,\n2,Bo,9/15/2026,,,,\n",
      shifts: day),
    Example(
      name: "activities by line",
      file:
        "Agent Name,Date,Shift Start,Shift End,Activity\nAda,14/09/2026,08:00,12:00,Work\nAda,14/09/2026,12:00,12:30,Lunch\nAda,14/09/2026,12:30,16:30,Work\nBo,14/09/2026,,,PTO\nBo,15/09/2026,08:00,16:00,Annual Leave\n",
      shifts: ["Ada 8-12", "Ada 12.5-16.5"]),
    Example(
      name: "starts and ends with their dates, over midnight",
      file:
        "Employee,Organization,Shift Start,Shift End\nAda,Sales,9/14/2026 8:00 AM,9/14/2026 4:30 PM\nBo,Sales,9/14/2026 10:00 PM,9/15/2026 6:00 AM\n",
      shifts: ["Ada 8-16.5", "Bo 22-30"]),
    Example(
      name: "a German week",
      file: "Mitarbeiter;Team;Mo;Di;Mi;Do;Fr;Sa;So\nAda;desk;early;early;Urlaub;early;early;frei;frei\nBo;desk;12:00-20:00;U;;;;;\n",
      shifts: day),
    Example(
      name: "a Spanish week",
      file: "Agente;lun;mar;mié;jue;vie;sáb;dom\nAda;8-16:30;0800-1630;libre;libre;libre;libre;libre\nBo;12–20;descanso;;;;;\n", shifts: day
    ),
    Example(
      name: "a French week of two days", file: "Collaborateur;lundi;mardi\nAda;08h00-16h30;8h00 à 16h30\nBo;12h-20h;RTT\n", shifts: day),
    Example(name: "dates without a year", file: "Name,Mon 14/09,Tue 15/09\nAda,early,8a-4:30p\nBo,12:00-20:00,OFF\n", shifts: day),
    Example(name: "days and months by name", file: "Name,14-Sep,15-Sep\nAda,8am-4:30pm,early\nBo,12pm-8pm,x\n", shifts: day),
    Example(name: "one day", file: "Employee,2026-09-14\nAda,early\nBo,OFF\n", shifts: ["Ada 8-16.5"]),
    Example(
      name: "two parts of a day in a cell", file: "Name,2026-09-14,2026-09-15\nAda,\"08:00-12:00, 13:00-17:00\",OFF\n",
      shifts: ["Ada 8-12", "Ada 13-17"]),
    Example(
      name: "first and last names", file: "Last Name,First Name,Date,Shift\nDoe,Jane,2026-09-14,early\nDoe,John,2026-09-15,early\n",
      shifts: ["Jane Doe 8-16.5", "John Doe 32-40.5"]),
    Example(
      name: "marks in columns of groups",
      file: "Name,desk,billing,2026-09-14,2026-09-15\nAda,x,,early,early\nBo,,x,early,early\nCy,x,x,early,early\n",
      shifts: ["Ada 8-16.5", "Ada 32-40.5"]),
    Example(
      name: "a team of several groups", file: "Name;Team;2026-09-14;2026-09-15\nAda;desk;early;early\nBo;desk, billing;early;early\n",
      keys: "name: \"desk, billing\"",
      shifts: ["Bo 8-16.5", "Bo 32-40.5"]),
    Example(
      name: "lengths of breaks without times, done without",
      file: "Employee,Start,End,Break (min)\nAda,2026-09-14 08:00,2026-09-14 16:30,30\n", keys: "breaks: none",
      shifts: ["Ada 8-16.5"]),
  ]

  private static func scenario(_ keys: String) -> String {
    dated(
      length: "2d",
      agents: "desk: {skills: [call], roster-csv: {csv: in.csv\(keys.isEmpty ? "" : ", " + keys)}}, billing: {skills: [call], count: 1}",
      rest: "shifts: {early: {days: mon-fri, start: 08:00, length: 8h30m}}")
  }

  @Test(arguments: examples) func `a roster is read as its writer meant it`(example: Example) throws {
    let loaded = try load(Self.scenario(example.keys), files: ["in.csv": example.file])
    guard case .roster(let lines) = loaded.scenario.groups[0].presence else { throw CancellationError() }
    var found: [String] = []
    for line in lines {
      for agent in line.agents {
        for shift in line.shifts where hours(shift.start) >= 0 && hours(shift.start) < 48 {
          found.append("\(agent) \(plain(hours(shift.start)))-\(plain(hours(shift.end)))")
        }
      }
    }
    #expect(found.sorted() == example.shifts.sorted())
  }

  @Test func `breaks in pairs of columns and in one`() throws {
    for file in [
      "Name,Start,End,Lunch Start,Lunch End\nAda,08:00,16:30,12:00,12:30\n", "Name,Start,End,Breaks\nAda,08:00,16:30,12:00-12:30\n",
      "Name;Beginn;Ende;Pause von;Pause bis\nAda;08:00;16:30;12:00;12:30\n",
    ] {
      guard case .roster(let lines) = try load(Self.scenario(""), files: ["in.csv": file]).scenario.groups[0].presence else {
        throw CancellationError()
      }
      #expect(lines[0].shifts.allSatisfy { $0.breaks.count == 1 && ($0.breaks[0].upperBound - $0.breaks[0].lowerBound).seconds == 1800 })
    }
  }

  @Test(arguments: [
    ("Name,Mon,Tue\nAda,9-5,OFF\n", "the shift would last 20h, from 09:00 to 05:00 of the next day"),
    ("Name,Mon,Tue\nAda,9:30-5:30,OFF\n", "with AM and PM, or on a clock of 24 hours"),
    ("Name,Mon,Tue\nAda,E1,OFF\n", "there is no shift `E1`"),
    ("Employee,Start,End,Break (min)\nAda,2026-09-14 08:00,2026-09-14 16:30,30\n", "`breaks: none` to do without"),
    (
      "Agent,Date,Start,End,Activity\nAda,2026-09-14,08:00,12:00,Phones\nAda,2026-09-14,12:00,16:00,Training\n",
      "tells 2 kinds of work apart: `Phones` and `Training`"
    ),
    ("Agent,Date,Start,End\nAda,2025-09-14,08:00,12:00\n", "its days are 2025-09-14 to 2025-09-14"),
    ("Name,05/10,06/10\nAda,early,early\n", "`dates: d/m/y` or `dates: m/d/y`"),
  ])
  func `what a roster leaves open is asked`(file: String, part: String) {
    let said = sentences(Self.scenario(""), files: ["in.csv": file])
    #expect(said.contains { $0.contains(part) }, "\(said)")
  }

  @Test func `people of several groups are said and not taken twice`() throws {
    let marks = try load(
      Self.scenario(""), files: ["in.csv": "Name,desk,billing,2026-09-14\nAda,x,,early\nBo,x,x,early\n"])
    #expect(marks.accounts[0].repaired.contains { $0.contains("where: {desk: x, billing: x}") }, "\(marks.accounts[0].repaired)")
    let teams = try load(Self.scenario(""), files: ["in.csv": "Name;Team;2026-09-14\nAda;desk;early\nBo;desk / billing;early\n"])
    #expect(teams.accounts[0].repaired.contains { $0.contains("`name: desk / billing`") }, "\(teams.accounts[0].repaired)")
  }
}
