import SimulationCore
import SupportModel
import Testing

@testable import ScenarioFormat

/// Sheets of requirements and logs of contacts as other programs and planners write them.
@Suite struct SheetHandsTests {
  @Test(arguments: [
    ("Time,Required FTE\n08:00,6.0\n08:30,7.4\n", "round: up", [6, 8]),
    ("Zeit;Soll\n08:00;6,5\n08:30;7\nSumme;13,5\n", "column: Soll, round: nearest", [7, 7]),
    ("Team,08:00,08:30\ndesk,6,7\nbilling,1,1\n", "", [6, 7]),
    ("Team;Intervall;Bedarf\ndesk;08:00;6\nbilling;08:00;1\ndesk;08:30;7\nbilling;08:30;1\n", "", [6, 7]),
    ("Date,Time,Forecasted Volume,Required FTE,Scheduled FTE\n9/14/2026,08:00,20,6,7\n9/14/2026,08:30,20,7,7\n", "", [6, 7]),
    ("Interval Ending,desk\n08:30,6\n09:00,7\n", "", [6, 7]), ("Heure;Mon;Tue\n08:00;6;6\n08:30;7;7\n", "", [6, 7]),
  ])
  func `a sheet of requirements is read in other hands too`(file: String, keys: String, people: [Int]) throws {
    let use = "staffing: {csv: in.csv\(keys.isEmpty ? "" : ", " + keys)}"
    let loaded = try load(dated(agents: "desk: {skills: [call], \(use)}"), files: ["in.csv": file])
    guard case .staffing(let steps) = loaded.scenario.groups[0].presence else { throw CancellationError() }
    let expected = people.reduce(into: [Int]()) { if $0.last != $1 { $0.append($1) } } + [0]
    #expect(steps.dropFirst().prefix(expected.count).map(\.count) == expected)
    #expect(hours(steps[1].from) == 8)
  }

  @Test(arguments: [
    ("issue key,Created,Updated\nA-1,14/Sep/26 8:01 AM,x\nA-2,14/Sep/26 9:01 AM,x\n", "", [8, 9]),
    (
      "\"Case Number\",\"Date/Time Opened\"\n\"1\",\"9/14/2026, 8:01 AM\"\n\"2\",\"9/14/2026, 9:01 AM\"\n\"3\",\"9/13/2026, 9:01 AM\"\n",
      "", [8, 9]
    ),
    ("\"Conversation ID\",\"Started at\"\n\"215\",\"Sep 14, 2026, 8:05 AM\"\n\"216\",\"Sep 14, 2026, 9:15 AM\"\n", "", [8, 9]),
    ("Ticket-Nr;Eingegangen am\n77519;14.09.2026 08:04:07\n77520;14.09.2026 09:06\n", "", [8, 9]),
    (
      "created_at,channel\n2026-09-14T12:01:00Z,email\n2026-09-14T13:01:00Z,email\n2026-09-14T14:01:00Z,chat\n", "where: {channel: email}",
      [8, 9]
    ),
    ("Date,Time,Id\n14/09/2026,08:01,1\n14/09/2026,09:01,2\n", "", [8, 9]),
  ])
  func `a log of contacts is read in other hands too`(file: String, keys: String, times: [Int]) throws {
    let scenario = try load(
      dated("arrivals: {trace: in.csv\(keys.isEmpty ? "" : ", " + keys)}, talk: 4m"), files: ["in.csv": file]
    ).scenario
    #expect(instants(scenario).map { Int(hours($0)) } == times)
  }

  @Test func `a log of several channels is a question, one of several teams is said`() throws {
    let channels = sentences(
      dated("arrivals: {trace: in.csv}, talk: 4m"), files: ["in.csv": "created,channel\n2026-09-14 08:00,email\n2026-09-14 09:00,chat\n"])
    #expect(channels.contains { $0.contains("`channel` tells 2 kinds of lines apart") }, "\(channels)")
    let teams = try load(
      dated("arrivals: {trace: in.csv}, talk: 4m"), files: ["in.csv": "created,team\n2026-09-14 08:00,A\n2026-09-14 09:00,B\n"])
    #expect(teams.accounts[0].repaired.contains { $0.contains("lines of all of them are taken") }, "\(teams.accounts[0].repaired)")
  }
}
