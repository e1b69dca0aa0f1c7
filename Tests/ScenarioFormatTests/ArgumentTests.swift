import SimulationCore
import Testing

@testable import ScenarioFormat

/// Scalars of the command line and the file of intervals: the same spellings and sentences as in scenarios.
@Suite struct ArgumentTests {
  @Test(arguments: [
    ("80/20", 0.8, 20.0), ("80/20s", 0.8, 20), ("90%/1m", 0.9, 60), ("0.8/20", 0.8, 20), ("99.5 % / 1m30s", 0.995, 90), ("100/0", 1, 0),
  ])
  func `a target is a share and a time`(text: String, share: Double, seconds: Double) throws {
    let level = try ArgumentText.serviceLevel(text)
    #expect(abs(level.share - share) < 1e-15 && level.within == .seconds(seconds))
  }

  @Test(arguments: [
    ("80", "80 is not a target; expected a target such as 80/20 (80 % within 20 s) or 90%/1m"),
    ("120/20", "120% is more than 100%; expected a share from 0% to 100%"),
    ("80/soon", "soon is not a duration; expected a duration such as 20s, 5m, 1h30m or 2d"),
    ("80/20/5", "80/20/5 is not a target; expected a target such as 80/20 (80 % within 20 s) or 90%/1m"),
  ])
  func `a wrong target says what would be right`(text: String, sentence: String) {
    let wrong = #expect(throws: ArgumentText.Wrong.self) { try ArgumentText.serviceLevel(text) }
    #expect(wrong?.description == sentence)
  }

  private func table(_ text: String, needing needs: [DemandTable.Need] = [], columns: [String] = []) throws(ScenarioProblems) -> DemandTable
  {
    try DemandTable.load("day.csv", needing: needs, columns: columns, using: .memory(["day.csv": text]))
  }

  @Test func `a day of intervals is read by the names of its columns`() throws {
    let day = try table("aht_s,Calls,interval,agents,patience,notes\n180,84,09:00,12,2m,busy\n,0.5,,,,\n")
    #expect(day.rows.count == 2)
    #expect(day.otherColumns == ["notes"])
    #expect(
      day.rows[0]
        == .init(line: 2, interval: "09:00", calls: 84, handleTime: .seconds(180), patience: .seconds(120), agents: 12, others: ["busy"]))
    #expect(day.rows[1] == .init(line: 3, interval: "2", calls: 0.5, others: [""]))
  }

  @Test func `a line may carry its target, its cap on occupancy and its shrinkage`() throws {
    let day = try table("time;offered;aht (s);target;max occupancy;shrinkage %\n09:00;20,5;270;80/20;85%;30\n")
    #expect(day.rows[0].calls == 20.5)
    #expect(day.rows[0].target?.share == 0.8 && day.rows[0].maxOccupancy == 0.85 && day.rows[0].shrinkage == 0.3)
  }

  @Test func `columns of other names are told`() throws {
    let text = "Skill,Von,NCO,TMO seg\na,09:00,7,60\nb,09:00,8,60\na,09:30,9,60\n"
    let day = try table(text, columns: ["count=NCO", "start=Von", "where=skill:a"])
    #expect(day.rows.map(\.calls) == [7, 9])
    #expect(day.step == .minutes(30))
    let wrong = #expect(throws: ScenarioProblems.self) { try table(text, columns: ["cout=NCO"]) }
    #expect(wrong?.lines == ["--column: unknown key `cout` in the table; did you mean `count`?"])
  }

  @Test func `an interval without calls needs no handle time`() throws {
    let day = try table("interval,calls,aht-s\n08:00,0,0\n08:30,20,270\n09:00,,\n", needing: [.init("aht", instead: "--aht for all lines")])
    #expect(day.rows.map(\.calls) == [0, 20, 0])
    #expect(day.rows.map(\.handleTime) == [nil, .seconds(270), nil])
  }

  @Test(arguments: [
    ("", ["day.csv: the file is empty; expected rows of values"]),
    ("interval,calls,aht\n", ["day.csv:1:1: the file has no lines of values; expected lines below the names"]),
    (
      "interval,aht\n09:00,3m\n",
      [
        "day.csv:1:1: there is no column of calls; expected a first line such as interval,calls,aht, or `count=` with one of `interval` or `aht`"
      ]
    ),
    ("calls,calls\n1,2\n", ["day.csv:1:7: the column `calls` is there twice; expected each name once"]),
    (
      "calls,volume\n1,2\n",
      ["day.csv:1:7: `calls` and `volume` may both be the `count`; expected `count: calls` or `count: volume`"]
    ),
    ("calls\n7\n", ["day.csv:1:1: there is no column `aht`; expected one, or --aht for all lines"]),
    ("calls,aht\n7,\n", ["day.csv:2:3: the line has contacts and no aht; expected one, or --aht for all lines"]),
    (
      "calls,aht\n\"7\n",
      ["day.csv:2:1: a quote that opens on this line is not closed; expected \"…\" around the whole value"]
    ),
    ("calls,aht\n7,270\n", ["day.csv:2:3: 270 has no unit; expected a name such as `aht (s)`, or `--column unit=s`"]),
  ])
  func `what is wrong with a file of intervals is said with its place`(text: String, lines: [String]) {
    let problems = #expect(throws: ScenarioProblems.self) { try table(text, needing: [.init("aht", instead: "--aht for all lines")]) }
    #expect(problems?.lines == lines)
  }
}
