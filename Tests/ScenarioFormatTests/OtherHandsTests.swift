import SimulationCore
import SupportModel
import Testing

@testable import ScenarioFormat

/// Tables of arrivals as other programs and other countries write them: at least two for each dialect.
@Suite struct OtherHandsTests {
  /// Expected contacts by half-hour from 08:00 on Monday 14 September 2026, local.
  struct Example: Sendable, CustomTestStringConvertible {
    var name: String
    var file: String
    var keys = ""
    var halfHours: [Double] = [20, 22.5, 18]

    var testDescription: String { name }
  }

  static let examples = [
    Example(
      name: "Genesys, with AM and PM and short years",
      file:
        "Interval Start,Interval End,Media Type,Queue Name,Offer,Avg Handle\n\"9/14/26 8:00 AM\",\"9/14/26 8:30 AM\",voice,Sales,20,270000\n\"9/14/26 8:30 AM\",\"9/14/26 9:00 AM\",voice,Sales,22.5,270000\n\"9/14/26 9:00 AM\",\"9/14/26 9:30 AM\",voice,Sales,18,270000\n",
      keys: "handle: Avg Handle, unit: ms"),
    Example(
      name: "Five9",
      file:
        "\"DATE\",\"HALF HOUR\",\"SKILL\",\"CALLS count\",\"AVERAGE HANDLE TIME\"\n\"2026/09/14\",\"08:00\",\"Sales\",\"20\",\"00:04:30\"\n\"2026/09/14\",\"08:30\",\"Sales\",\"22.5\",\"00:04:35\"\n\"2026/09/14\",\"09:00\",\"Sales\",\"18\",\"00:04:31\"\n",
      keys: "handle: AVERAGE HANDLE TIME"),
    Example(
      name: "NICE IEX, tabs",
      file:
        "Date\tPeriod\tCT\tForecast Contacts\tForecast AHT\tReq Open\n09/14/2026\t08:00\tSales\t20.00\t270.00\t8.2\n09/14/2026\t08:30\tSales\t22.50\t268.00\t8.1\n09/14/2026\t09:00\tSales\t18.00\t268.00\t8.1\n",
      keys: "handle: Forecast AHT, unit: s"),
    Example(
      name: "Verint, titles and ranges",
      file:
        "Forecast Report\n\"Queue: Sales\"\n\"From: 9/14/2026  To: 9/15/2026\"\n\nDate,Time,Forecasted Volume,Required FTE\n9/14/2026,08:00 - 08:30,20,8\n9/14/2026,08:30 - 09:00,22.5,9\n9/14/2026,09:00 - 09:30,18,9\n,,,\nTotal,,60.5,\n"
    ),
    Example(
      name: "Avaya CMS, a summary line",
      file:
        "Split/Skill: Sales\nDate: 14/09/2026\n\nDate;Time;ACD Calls;Calls Offered;Avg ACD Time\n14.09.2026;08:00-08:30;18;20;200\n14.09.2026;08:30-09:00;20;22,5;210\n14.09.2026;09:00-09:30;20;18;210\nSummary;;38;60,5;205\n"
    ),
    Example(
      name: "Amazon Connect, times of the world",
      file:
        "StartInterval,EndInterval,Queue,Contacts queued\n2026-09-14T12:00:00Z,2026-09-14T12:30:00Z,Basic,20\n2026-09-14T12:30:00Z,2026-09-14T13:00:00Z,Basic,22.5\n2026-09-14T13:00:00Z,2026-09-14T13:30:00Z,Basic,18\n"
    ),
    Example(
      name: "Zendesk, hours and days of the week",
      file: "Ticket created - Hour,Ticket created - Day of week,Tickets\n8,Monday,42.5\n9,Monday,36\n8,Tuesday,0\n9,Tuesday,0\n",
      halfHours: [21.25, 21.25, 18, 18]),
    Example(
      name: "a British pivot table",
      file:
        "Row Labels,Sum of Calls Offered,Average of AHT\n14/09/2026 08:00,20,270\n14/09/2026 08:30,22.5,270\n14/09/2026 09:00,18,270\nGrand Total,60.5,270\n"
    ),
    Example(
      name: "an American pivot table with two days across",
      file: "Row Labels,Mon,Tue,Grand Total\n8:00 AM,20,0,20\n8:30 AM,22.5,0,22.5\n9:00 AM,18,0,18\nGrand Total,60.5,0,60.5\n"),
    Example(
      name: "German, from and to, thousands",
      file:
        "Datum;Zeit von;Zeit bis;Anrufe\n14.09.2026;08:00;08:30;1.020,0\n14.09.2026;08:30;09:00;22,5\n14.09.2026;09:00;09:30;18\nGesamtergebnis;;;1.060,5\n",
      halfHours: [1020, 22.5, 18]),
    Example(
      name: "German, dots in times, said", file: "Datum;Uhrzeit;Anrufe\nMo 14.09.;8.00;20\nMo 14.09.;8.30;22,5\nMo 14.09.;9.00;18\n",
      keys: "dates: h.mm"),
    Example(
      name: "French, hours with h, Latin letters",
      file: "Date;Tranche horaire;Appels reçus\n14/09/2026;08h00 - 08h30;20\n14/09/2026;08h30 - 09h00;22,5\n14/09/2026;09h00 - 09h30;18\n"),
    Example(
      name: "French, long dates",
      file: "Jour;Heure;Nb appels\nlundi 14 septembre 2026;8h00;20\nlundi 14 septembre 2026;8h30;22,5\nlundi 14 septembre 2026;9h00;18\n"),
    Example(
      name: "Spanish",
      file: "Fecha;Franja;Llamadas recibidas\n14-sep-26;08:00 a 08:30;20\n14-sep-26;08:30 a 09:00;22,5\n14-sep-26;09:00 a 09:30;18\n"),
    Example(
      name: "Spanish, days of the week across",
      file: "Hora;lun;mar;mié\n08:00;20;0;0\n08:30;22,5;0;0\n09:00;18;0;0\nTotal general;60,5;0;0\n"),
    Example(
      name: "Italian, times with points, said",
      file: "Data;Ora;Chiamate offerte\n14/09/2026;8.00;20\n14/09/2026;8.30;22,5\n14/09/2026;9.00;18\n", keys: "dates: h.mm"),
    Example(
      name: "Dutch", file: "Datum;Tijd;Aantal oproepen\nma 14-09-2026;08:00;20\nma 14-09-2026;08:30;22,5\nma 14-09-2026;09:00;18\n"),
    Example(name: "ends only", file: "Date,Interval Ending,Calls\n2026-09-14,08:30,20\n2026-09-14,09:00,22.5\n2026-09-14,09:30,18\n"),
    Example(
      name: "four digits, said", file: "Date,Time,Calls\n2026-09-14,0800,20\n2026-09-14,0830,22.5\n2026-09-14,0900,18\n",
      keys: "dates: hhmm"),
    Example(
      name: "numbers with blanks between thousands",
      file: "Date;Time;Calls\n14.09.2026;08:00;1 020\n14.09.2026;08:30;1\u{202F}022,5\n14.09.2026;09:00;18\n",
      halfHours: [1020, 1022.5, 18]),
    Example(
      name: "a queue called Total Care and lines of totals",
      file:
        "Queue,Interval,Offered\nTotal Care,2026-09-14 08:00,20\nTotal Care,2026-09-14 08:30,22.5\nTotal Care,2026-09-14 09:00,18\nTotal Care Total,,60.5\n"
    ),
    Example(
      name: "calls among the lines of a table across",
      file: "Metric,14/09/2026 08:00,14/09/2026 08:30,14/09/2026 09:00\nCalls,20,22.5,18\nAHT,270,280,275\n",
      keys: "where: {Metric: Calls}"),
  ]

  @Test(arguments: examples) func `a table is read as its writer meant it`(example: Example) throws {
    let keys = example.keys.isEmpty ? "" : ", " + example.keys
    let scenario = try load(dated("arrivals: {csv: in.csv\(keys)}, talk: 4m", length: "2d"), files: ["in.csv": example.file]).scenario
    func expected(_ from: Double, _ to: Double) -> Double {
      segments(scenario).reduce(0) { sum, piece in
        let (start, end) = (hours(piece.start), hours(piece.end))
        return sum + piece.expected * max(0, min(end, to) - max(start, from)) / (end - start)
      }
    }
    for (index, count) in example.halfHours.enumerated() {
      let from = 8 + Double(index) / 2
      #expect(abs(expected(from, from + 0.5) - count) < 1e-6, "\(from): \(expected(from, from + 0.5))")
    }
    #expect(abs(expected(0, 48) - example.halfHours.reduce(0, +)) < 1e-6)
  }

  @Test(arguments: [
    // Each with the hint that helps, and no other.
    ("Time,Calls\n0800,20\n0830,22\n", "", "`dates: hhmm` if these are"),
    ("Ora;Chiamate\n8.00;20\n8.30;22\n", "", "`dates: h.mm` if these are"),
    ("Time,Calls\n46279.3333,20\n46279.3541,22\n", "", "`dates: excel` if these are"),
    ("Tramo X;Llamadas\n08:00;20\n08:30;22\n", "", "expected `start: Tramo X`"),
    ("Date,Slice,Calls\n14/09/2026,08:00,20\n14/09/2026,08:30,22\n", "", "expected `start: Slice`"),
    ("Time,Menge\n08:00,20\n08:30,22\n", "", "expected `count: Menge`"),
    ("Time,Calls\n08:00,5\n08:15,5\n08:30,5\n09:00,5\n09:30,5\n", "", "expected `every: 15m` if a line lasts so long"),
    ("Time,Calls,AHT\n08:00,5,270\n08:30,5,280\n", "handle: AHT", "expected a name such as `AHT (s)`, or `unit: s`"),
    ("Time,Calls\n2025-09-14 08:00,20\n2025-09-14 08:30,20\n", "", "from Sun 14 Sep 2025 08:00"),
    ("<html><table><tr><td>Time</td></tr></table></html>", "", "a web page"), ("[{\"time\": \"08:00\", \"calls\": 3}]", "", "JSON"),
    ("Interval,do\n08:00,4\n08:30,5\n", "", "no column says how many"),
  ])
  func `what a table leaves open is asked with the way out`(file: String, keys: String, part: String) {
    let said = sentences(
      dated("arrivals: {csv: in.csv\(keys.isEmpty ? "" : ", " + keys)}, talk: 4m", length: "2d"), files: ["in.csv": file])
    #expect(said.contains { $0.contains(part) }, "\(said)")
  }

  @Test func `two letters mean the days of the language that has them all`() throws {
    func counts(_ header: String) throws(ScenarioProblems) -> [Double] {
      let file = "Interval;\(header)\n08:00;1;2;3;4;5;6;7\n09:00;0;0;0;0;0;0;0\n"
      let scenario = try load(dated("arrivals: {csv: in.csv}, talk: 4m", length: "7d"), files: ["in.csv": file]).scenario
      return segments(scenario).map(\.expected).filter { $0 > 0 }
    }
    for header in ["Mo;Di;Mi;Do;Fr;Sa;So", "lu;ma;mi;ju;vi;sa;do", "Lu;Ma;Me;Je;Ve;Sa;Di", "ma;di;wo;do;vr;za;zo", "Mo;Tu;We;Th;Fr;Sa;Su"] {
      #expect(try counts(header) == [1, 2, 3, 4, 5, 6, 7], "\(header)")
    }
    let said = sentences(
      dated("arrivals: {csv: in.csv}, talk: 4m", length: "7d"), files: ["in.csv": "Interval;do;di\n08:00;1;2\n09:00;1;2\n"])
    #expect(said.isEmpty || said.contains { $0.contains("may be one day of the week or another") }, "\(said)")
  }

  @Test(arguments: [
    ("interval_start,interval_minutes,volume\n2026-09-14 08:00,15,20\n", 15), ("Interval Ending,Calls\n08:15,20\n08:30,25\n", 15),
    ("Interval,Calls\n08:00-08:15,20\n", 15), ("From,To,Calls\n08:00,09:00,20\n09:00,10:00,3\n", 60),
    ("Date,Time,Calls\n09/10/2026,08:00,20\n09/10/2026,08:30,20\n", 30), ("Skill,8:00,8:30\nloans,1,2\n", 30),
  ])
  func `the calculator knows how long a line lasts`(file: String, minutes: Double) throws {
    #expect(try DemandTable.load("day.csv", using: .memory(["day.csv": file])).step == .minutes(minutes))
  }

  @Test func `the calculator asks for a length where lines begin at no time, and keeps queues apart`() throws {
    let digits = try DemandTable.load("day.csv", using: .memory(["day.csv": "Interval,Calls\n0800,20\n0830,25\n"]))
    #expect(digits.step == nil && digits.lengthProblem == "0800 is a bare number and no time")
    let long = try DemandTable.load("day.csv", using: .memory(["day.csv": "Queue,Interval,Calls\nA,08:00,20\nB,08:00,25\n"]))
    #expect(long.rows.map(\.queue) == ["A", "B"] && long.rows.map(\.interval) == ["08:00", "08:00"] && long.otherColumns == ["Queue"])
    let across = try DemandTable.load("day.csv", using: .memory(["day.csv": "Skill,8:00,8:30\nloans,1,2\ncards,3,4\n"]))
    #expect(across.rows.map(\.queue) == ["loans", "loans", "cards", "cards"] && across.rows.map(\.calls) == [1, 2, 3, 4])
    let milliseconds = try DemandTable.load(
      "day.csv", columns: ["unit=ms"], using: .memory(["day.csv": "Interval,Offered,Avg Handle\n08:00,20,270000\n"]))
    #expect(milliseconds.rows[0].handleTime == .seconds(270))
  }
}
