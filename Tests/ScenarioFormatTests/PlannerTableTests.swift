import SimulationCore
import SupportModel
import Testing

@testable import ScenarioFormat

/// The same kinds of tables in the hands of many programs and countries.
@Suite struct PlannerTableTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var name: String
    var file: String
    /// Keys beside `csv`.
    var keys = ""
    /// Expected contacts by half-hour from 08:00 on Monday 14 September 2026; nothing else comes in the two days.
    var halfHours: [Double]

    var testDescription: String { name }
  }

  private func demand(_ file: String, _ keys: String, start: String = "2026-09-14T00:00", length: String = "2d") throws(ScenarioProblems)
    -> Scenario
  {
    try load(
      dated("arrivals: {csv: in.csv\(keys.isEmpty ? "" : ", " + keys)}, talk: 4m", start: start, length: length), files: ["in.csv": file]
    )
    .scenario
  }

  static let three: [Double] = [20, 22.5, 18]

  @Test(arguments: [
    Example(
      name: "dates and times", file: "start,calls\n2026-09-14 08:00,20\n2026-09-14 08:30,22.5\n2026-09-14 09:00,18\n", halfHours: three),
    Example(
      name: "a German spreadsheet",
      file:
        "Bericht Hotline;;;\n;;;\nDatum;Uhrzeit;Anrufe;AHT (Sek.)\n14.09.2026;08:00;20;270\n14.09.2026;08:30;22,5;280\n14.09.2026;09:00;18;260\nSumme;;60,5;270\n",
      halfHours: three),
    Example(
      name: "a French spreadsheet",
      file: "Date\tHeure\tAppels\n14/09/2026\t08:00\t20\n14/09/2026\t08:30\t22,5\n14/09/2026\t09:00\t18\nTotal\t\t60,5\n", halfHours: three),
    Example(
      name: "an American spreadsheet",
      file:
        "Date,Interval,Calls Offered,AHT\n9/14/2026,8:00 AM,20,4:30\n9/14/2026,8:30 AM,22.5,4:40\n9/14/2026,9:00 AM,18,4:20\nGrand Total,,60.5,\n",
      halfHours: three),
    Example(
      name: "interval start and end in the world's time",
      file:
        "Interval Start,Interval End,Interval Complete,Media Type,Queue Name,Offer,Answer\n2026-09-14T12:00:00.000Z,2026-09-14T12:30:00.000Z,true,voice,Sales,20,19\n2026-09-14T12:30:00.000Z,2026-09-14T13:00:00.000Z,true,voice,Sales,22.5,20\n2026-09-14T13:00:00.000Z,2026-09-14T13:30:00.000Z,true,voice,Sales,18,18\n",
      halfHours: three),
    Example(
      name: "half hours and a date with slashes",
      file:
        "\"DATE\",\"HALF HOUR\",\"CALLS count\"\n\"2026/09/14\",\"08:00\",\"20\"\n\"2026/09/14\",\"08:30\",\"22.5\"\n\"2026/09/14\",\"09:00\",\"18\"\n",
      halfHours: three),
    Example(
      name: "ranges", file: "Interval;Offered\n14.09.2026 08:00 - 08:30;20\n14.09.2026 08:30 - 09:00;22,5\n14.09.2026 09:00 - 09:30;18\n",
      halfHours: three),
    Example(
      name: "ranges that end a minute early",
      file: "Date,Time Interval,Contacts\n14-Sep-26,08:00-08:29,20\n14-Sep-26,08:30-08:59,22.5\n14-Sep-26,09:00-09:29,18\n",
      halfHours: three),
    Example(
      name: "bars, comments and a mark at the beginning",
      file: "\u{FEFF}# exported by hand\nstart|volume\n2026-09-14T08:00|20\n2026-09-14T08:30|22.5\n\n2026-09-14T09:00|18\n",
      halfHours: three),
    Example(
      name: "names nobody knows",
      file:
        "Von,Bis,NCO,Warteschl.\n2026-09-14 08:00,2026-09-14 08:30,20,A\n2026-09-14 08:30,2026-09-14 09:00,22.5,A\n2026-09-14 09:00,2026-09-14 09:30,18,A\n",
      keys: "start: von, end: Bis, count: NCO", halfHours: three),
    Example(
      name: "one of several queues",
      file:
        "Queue,Interval,Offered\nSales,14/09/2026 08:00,20\nService,14/09/2026 08:00,99\nSales,14/09/2026 08:30,22.5\nSales,14/09/2026 09:00,18\n",
      keys: "where: {queue: sales}", halfHours: three),
    Example(
      name: "two queues added up",
      file:
        "Skill Name,Interval,Offered\nA,14/09/2026 08:00,15\nB,14/09/2026 08:00,5\nA,14/09/2026 08:30,22.5\nB,14/09/2026 09:00,18\nC,14/09/2026 08:00,7\n",
      keys: "where: {Skill Name: [A, B]}", halfHours: three),
    Example(
      name: "dates across", file: "Time;14.09.2026;15.09.2026;Total\n08:00;20;0;20\n08:30;22,5;0;22,5\n09:00;18;0;18\nSum;60,5;0;60,5\n",
      halfHours: three),
    Example(name: "times across", file: "Date,8:00 AM,8:30 AM,9:00 AM\n14 Sep 2026,20,22.5,18\n15 Sep 2026,,,\n", halfHours: three),
    Example(
      name: "weekdays across", file: "Interval,Mon,Tue,Wed\n08:00,20,0,9\n08:30,22.5,0,9\n09:00,18,0,9\n", halfHours: three),
    Example(
      name: "a column of weekdays", file: "Day of week;Hour;Calls\nMonday;8;42,5\nMonday;9;36\nTuesday;8;0\n",
      halfHours: [21.25, 21.25, 18, 18]),
    Example(
      name: "a length beside the start", file: "Interval_Start,Interval_Minutes,Volume\n2026-09-14 08:00:00,90,60.5\n",
      halfHours: [60.5 / 3, 60.5 / 3, 60.5 / 3]),
    Example(
      name: "a length said", file: "start,calls\n2026-09-14 08:00,60.5\n", keys: "every: 90m", halfHours: [60.5 / 3, 60.5 / 3, 60.5 / 3]),
    Example(
      name: "serial numbers of a spreadsheet", file: "Time,Calls\n46279.333333,20\n46279.354167,22.5\n46279.375,18\n", keys: "dates: excel",
      halfHours: three),
    Example(
      name: "seconds since 1970", file: "epoch,calls\n1789387200,20\n1789389000,22.5\n1789390800,18\n", halfHours: three),
    Example(
      name: "a day that is told", file: "Date,Time,Calls\n01/09/2026,08:00,0\n02/09/2026,08:00,0\n", keys: "every: 30m, dates: d/m/y",
      halfHours: []),
  ])
  func `a table is read as its writer meant it`(example: Example) throws {
    let arrivals: Scenario
    do {
      arrivals = try demand(example.file, example.keys)
    } catch {
      // No contact inside the horizon is the one thing that the last example is about.
      #expect(example.halfHours.isEmpty && error.lines.count == 1 && error.lines[0].contains("gives no contact"), "\(error.lines)")
      return
    }
    expectHalfHours(example.halfHours, of: arrivals)
  }

  @Test(arguments: [
    ("Date,Calls\n14/09/2026,900\n", "", "whole days"),
    ("Interval,Offered\n08:00,1.234\n08:30,1.567\n", "", "may be 1.234 or 1234"),
    ("Date,Time,Calls\n09/10/2026,08:00,20\n09/10/2026,08:30,20\n", "", "may be 2026-10-09 or 2026-09-10"),
    ("Time,Calls\n46279.333333,20\n46279.354167,22\n", "", "is a bare number and no time"),
    ("Time,Calls\n0800,20\n0830,22\n", "", "is a bare number and no time"),
    ("Time,Calls,Volume\n08:00,20,21\n08:30,20,21\n", "", "may both be the `count`"),
    ("Time,Answered\n08:00,20\n08:30,20\n", "", "no column says how many contacts come"),
    ("Nr,Calls\n1,20\n2,20\n", "", "no column says when its lines begin"),
    ("Time,Calls\n08:00,32,5\n08:30,20,5\n", "", "a decimal comma needs quotes around it"),
    ("Time,Calls\n08:00,20\n08:30,\"32,5\"\n09:00,\"32.5\"\n", "", "another decimal mark"),
    ("Start,End,Calls\n08:00,09:00,20\n08:30,09:30,20\n", "", "begins before the line at 08:00 is over"),
    ("Time,Calls\n08:00,20\n08:30,20\n09:05,20\n", "", "comes 35m after the line before"),
    ("Time,Calls\n2019-09-14 08:00,20\n2019-09-14 08:30,20\n", "", "gives no contact inside the horizon"),
    ("Time,Calls\n08:00,80%\n08:30,20%\n", "", "is a share and no count"),
    ("Time,Calls\n08:00,-3\n08:30,4\n", "", "is negative"),
    ("Time,Calls\n31/02/2026 08:00,3\n28/02/2026 08:30,4\n", "", "exist"),
    ("Time,Calls\n08:00,3\n08:30,4\n", "where: {queue: sales}", "no column `queue`"),
    ("Time,Calls,Queue\n08:00,3,a\n08:30,4,a\n", "where: {queue: b}", "no line has `b`"),
    ("PK\u{3}\u{4}junk", "", "workbook"),
  ])
  func `what a table leaves open is asked, never guessed`(file: String, keys: String, part: String) {
    let problems = #expect(throws: ScenarioProblems.self) { try demand(file, keys) }
    #expect(problems?.lines.contains { $0.contains(part) } == true, "\(problems?.lines ?? [])")
  }

  @Test(arguments: [
    ("time,calls\n08:00,five\n08:30,-3\n25:00,4\n", ["five is not a number", "-3 is negative", "25:00 is not a time"]),
    ("ts,n\n2026-09-14T08:00,5\n2026-09-14T08:30,6\n", ["no column says when its lines begin", "no column says how many contacts come"]),
    ("Time,Calls,Volume\n8 uhr 61,20,21\n08:30,20,21\n", ["is not a time", "may both be the `count`"]),
  ])
  func `times and counts that are both wrong are told together`(file: String, parts: [String]) throws {
    let problems = try #require(#expect(throws: ScenarioProblems.self) { try demand(file, "") })
    for part in parts { #expect(problems.lines.contains { $0.contains(part) }, "\(part): \(problems.lines)") }
  }

  @Test func `handle times by interval scale talk and wrap-up`() throws {
    let scenario = try load(
      dated("arrivals: {csv: in.csv, handle: AHT}, talk: {exponential: {mean: 3m}}, wrap-up: 1m", length: "1d"),
      files: ["in.csv": "Time,Calls,AHT (s)\n08:00,20,240\n08:30,20,480\n09:00,0,\n"]
    ).scenario
    let type = scenario.contactTypes[0]
    #expect(type.talk.pieces.map(\.distribution.mean) == [180, 360])
    #expect(type.wrapUp?.pieces.map(\.distribution.mean) == [60, 120])
    #expect(type.talk.pieces.map { hours($0.from) } == [8, 8.5])
  }

  @Test func `days are spread by a profile`() throws {
    let profile = "Time,Mon,Tue\n08:00,3,1\n09:00,1,1\n"
    let scenario = try load(
      dated("arrivals: {csv: days.csv, profile: {csv: profile.csv}}, talk: 4m", length: "2d"),
      files: ["days.csv": "Datum;Volumen\n14.09.2026;400\n15.09.2026;300\n16.09.2026;1\n", "profile.csv": profile]
    )
    #expect(segments(scenario.scenario).map(\.expected) == [0, 300, 100, 0, 150, 150, 0])
    #expect(scenario.accounts.first { $0.path == "days.csv" }?.outside == 1)
    let volume = try load(dated("arrivals: {volume: 400/d, profile: {csv: profile.csv}}, talk: 4m"), files: ["profile.csv": profile])
      .scenario
    #expect(segments(volume).map(\.expected) == [0, 300, 100, 0])
    let inline = try load(
      dated("arrivals: {csv: days.csv, profile: {every: 12h, weights: [1, 3]}}, talk: 4m"),
      files: ["days.csv": "date,calls\n2026-09-14,400\n"]
    ).scenario
    #expect(segments(inline).map(\.expected) == [100, 300])
  }

  @Test func `a history is averaged by weekday and its spread is kept`() throws {
    var file = "interval start,offered\n"
    for (day, level) in [("2026-08-17", 80), ("2026-08-18", 50), ("2026-08-24", 120), ("2026-08-25", 50)] {
      file += "\(day) 08:00,\(level * 2)\n\(day) 08:30,\(level)\n"
    }
    let loaded = try load(
      dated("arrivals: {history: {csv: past.csv, use: same-weekdays}}, talk: 4m", length: "2d"), files: ["past.csv": file])
    #expect(segments(loaded.scenario).map(\.expected) == [0, 200, 100, 0, 100, 50, 0])
    // Totals of Mondays are 240 and 360: variance around 300 is 7200, less 300 that a Poisson number has; Tuesdays have none.
    let cv = loaded.scenario.contactTypes[0].arrivals[0].busyness?.factor.coefficientOfVariation ?? 0
    let excess: Double = 7200 - 300 - 150
    let scale: Double = 300 * 300 + 150 * 150
    let expected = (excess / scale).squareRoot()
    #expect(abs(cv - expected) < 1e-9)
    #expect(
      sentences(dated("arrivals: {history: {csv: past.csv}}, talk: 4m", start: "2026-09-16T00:00"), files: ["past.csv": file])[0].contains(
        "the history has no Wed"))
  }

  @Test func `a scale is a factor or what is not known of a forecast`() throws {
    let file = ["in.csv": "08:00,20\n08:30,20\n"]
    func scaled(_ scale: String) throws(ScenarioProblems) -> ArrivalProcess {
      try load(dated("arrivals: {csv: in.csv, scale: \(scale)}, talk: 4m"), files: file).scenario.contactTypes[0].arrivals[0]
    }
    func total(_ process: ArrivalProcess) -> Double {
      if case .poisson(let segments) = process.pattern { segments.reduce(0) { $0 + $1.expected } } else { 0 }
    }
    #expect(abs(total(try scaled("1.1")) - 44) < 1e-9)
    #expect(abs(total(try scaled("90%")) - 36) < 1e-9)
    let uncertain = try scaled("{uniform: {from: 1.3, to: 1.8}}")
    #expect(abs(total(uncertain) - 62) < 1e-9)
    #expect(uncertain.busyness?.isOfWholePlay == true && abs(uncertain.busyness!.factor.mean - 1) < 1e-12)
    #expect(abs(uncertain.busyness!.factor.quantile(0) * 1.55 - 1.3) < 1e-9)
    #expect(sentences(dated("arrivals: {csv: in.csv, scale: 0}, talk: 4m"), files: file)[0].contains("the scale is 0"))
    // One divided by it is more than there is.
    #expect(sentences(dated("arrivals: {gaps: 5m, scale: 1e-320}, talk: 4m"))[0].contains("the scale is"))
  }

  @Test func `an hour that spring leaves out holds no contacts`() throws {
    func spring(_ count: Int) throws(ScenarioProblems) -> Scenario {
      try demand(
        "start,calls\n2026-03-08T01:00,10\n2026-03-08T01:30,10\n2026-03-08T02:00,\(count)\n2026-03-08T02:30,0\n2026-03-08T03:00,10\n", "",
        start: "2026-03-08T00:00", length: "1d")
    }
    #expect(segments(try spring(0)).prefix(4).map(\.expected) == [0, 10, 10, 10])
    #expect(segments(try spring(0)).prefix(4).map { hours($0.start) } == [0, 1, 1.5, 2])
    let problems = #expect(throws: ScenarioProblems.self) { try spring(7) }
    #expect(problems?.lines[0].contains("does not exist in America/New_York") == true)
  }
}
