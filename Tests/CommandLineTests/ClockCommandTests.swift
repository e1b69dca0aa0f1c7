import ArgumentParser
import Foundation
import ReportKit
import ScenarioFormat
import Testing
import Workbench

@testable import muster

/// `muster clock` as people use it to check Muster against their help desk: arguments and a file of events in, rows out.
@Suite struct ClockCommandTests {
  private static let scenario = """
    muster: 1
    horizon: {start: 2026-09-14T00:00, timezone: Europe/Berlin, length: 2w}
    priorities: [urgent, high, normal]
    calendars: {office: {timezone: Europe/Berlin, open: {mon-fri: 09:00-17:00}}}
    channels: {email: {live: false}}
    contacts: {ticket: {channel: email, priority: normal, arrivals: {rate: 5/h}, talk: 10m}}
    agents: {desk: {count: 3, skills: [ticket]}}
    targets:
      - {name: Answer, answer: 2h, goal: 90%, clock: office}
      - {name: First reply, first-response: {by-priority: {urgent: 1h, default: 4h}}, goal: 90%, clock: office}
      - {name: Next reply, next-response: 4h, goal: 90%, clock: office}
      - {name: Resolution, resolution: 8h, goal: 90%, clock: office, pauses: [pending, on-hold, awaiting-approval]}
      - {name: Urgent only, resolution: {by-priority: {urgent: 8h}}, goal: 90%, clock: office}
    """

  private func file(_ text: String, _ name: String) throws -> String {
    let path = NSTemporaryDirectory() + "muster-clock-\(UUID().uuidString)-\(name)"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  /// What it prints, or the status with which it ends and what it says then.
  private func run(_ target: String, created: String = "2026-09-18T16:00", events: String? = nil, _ more: [String] = []) throws -> String {
    let scenario = try file(Self.scenario, "desk.yaml")
    let list = try events.map { try file($0, "events.csv") }
    defer { for path in [scenario] + (list.map { [$0] } ?? []) { try? FileManager.default.removeItem(atPath: path) } }
    var arguments = [scenario, "--target", target, "--created", created] + more
    if let list { arguments += ["--events", list] }
    do {
      let text = try ClockCommand.parse(arguments).text(RenderOptions(width: 160))
      return text
    } catch let failure as RequestFailure {
      let lines = failure.lines.map { line in
        list.map { line.replacing($0, with: "events.csv") }?.replacing(scenario, with: "desk.yaml") ?? line
      }
      return "\(failure.status.rawValue) \(lines.joined(separator: " | "))"
    }
  }

  /// The rows of `--json`.
  private func rows(_ target: String, created: String = "2026-09-18T16:00", events: String? = nil, _ more: [String] = []) throws
    -> [[String: Any]]
  {
    let text = try run(target, created: created, events: events, more + ["--json"])
    let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(json["command"] as? String == "clock" && json["target"] as? String == target)
    return try #require(json["rows"] as? [[String: Any]])
  }

  @Test func `A ticket that comes on Friday at four with four hours is due on Monday at noon`() throws {
    let text = try run("First reply")
    #expect(text.hasPrefix("First reply: first responded to within 1h for urgent, 4h for all others\n"))
    #expect(text.contains("Fri 18 Sep 2026 16:00  created  running"))
    #expect(text.contains("Mon 21 Sep 2026 12:00"))
    let row = try rows("First reply")[0]
    #expect(Set(row.keys) == ["at", "event", "phase", "state", "elapsed", "left", "due", "verdict"])
    #expect(row["at"] as? String == "2026-09-18T16:00:00+02:00" && row["due"] as? String == "2026-09-21T12:00:00+02:00")
    #expect(row["elapsed"] as? Double == 0 && row["left"] as? Double == 14_400 && row["verdict"] is NSNull)
  }

  @Test func `Every word of an event does what it says`() throws {
    let events = """
      2026-09-21T09:30, answered
      2026-09-21T10:00, replied
      2026-09-21T10:00, pending
      2026-09-21T11:00, customer
      2026-09-21T12:00, on-hold
      2026-09-21T13:00, awaiting-approval
      2026-09-21T14:00, open
      2026-09-21T14:30, priority=urgent
      2026-09-21T15:00, solved
      2026-09-22T09:00, reopened
      2026-09-22T10:00, closed
      """
    let rows = try rows("Resolution", events: events)
    #expect(
      rows.map { $0["event"] as? String } == [
        "created", "answered", "replied", "pending", "customer", "on-hold", "awaiting-approval", "open", "priority=urgent", "solved",
        "open",
        "closed",
      ])
    #expect(
      rows.map { $0["phase"] as? String } == [
        "open", "open", "open", "pending", "open", "on-hold", "awaiting-approval", "open", "open", "solved", "open", "closed",
      ])
    #expect(
      rows.map { $0["state"] as? String } == [
        "running", "running", "running", "paused", "running", "paused", "paused", "running", "running", "off", "running", "off",
      ])
    // Hours: one on Friday, one until the reply, one after the customer's answer, then half and half in the afternoon and one on Tuesday.
    #expect(rows.map { ($0["elapsed"] as? Double ?? -1) / 3600 } == [0, 1.5, 2, 2, 2, 3, 3, 3, 3.5, 4, 4, 5])
    #expect(rows.map { $0["verdict"] as? String } == Array(repeating: nil, count: 9) + ["met", nil, "met"])
    // What stands still is due at no time, and says when it would be if it went on now.
    #expect(rows[3]["due"] is NSNull && rows[3]["due-if-resumed"] as? String == "2026-09-21T16:00:00+02:00")
    #expect(rows[8]["due"] as? String == "2026-09-22T11:00:00+02:00")
    for row in rows.dropLast() where row["left"] is Double {
      #expect((row["left"] as? Double ?? 0) + (row["elapsed"] as? Double ?? 0) == 8 * 3600)
    }
  }

  @Test func `Each measure stops at what stops it`() throws {
    let events =
      "2026-09-21T09:30,answered\n2026-09-21T13:30,replied\n2026-09-21T14:00,customer\n2026-09-21T16:00,replied\n2026-09-21T16:00,solved"
    func stops(_ target: String) throws -> [String] {
      try rows(target, events: events).compactMap { row in
        (row["verdict"] as? String).map { "\($0) \((row["measured"] as? Double ?? -1) / 3600) at \(row["event"] as? String ?? "")" }
      }
    }
    #expect(try stops("Answer") == ["met 1.5 at answered"])
    #expect(try stops("First reply") == ["missed 5.5 at replied"])
    #expect(try stops("Next reply") == ["met 2.0 at replied"])
    #expect(try stops("Resolution") == ["met 8.0 at solved"])
    // Nothing was promised to it: measured, and no verdict.
    #expect(try stops("Urgent only") == [])
    #expect(try rows("Urgent only", events: events).last?["measured"] as? Double == 8 * 3600)
  }

  @Test func `A priority changes what is promised`() throws {
    let changed = try rows("First reply", events: "2026-09-21T09:30,priority=urgent")
    #expect(changed.map { $0["due"] as? String } == ["2026-09-21T12:00:00+02:00", "2026-09-21T09:30:00+02:00"])
    #expect(changed[1]["left"] as? Double == -1800)
    #expect(try rows("First reply", ["--priority", "urgent"])[0]["due"] as? String == "2026-09-18T17:00:00+02:00")
  }

  @Test(arguments: [
    "2026-09-21T10:00, replied\n2026-09-21T11:00, solved\n",
    "at;event\n2026-09-21T10:00;replied\n2026-09-21T11:00;solved",
    "2026-09-21T10:00\treplied\r\n\r\n2026-09-21T11:00\tsolved\r\n",
    "# from the export\n2026-09-21 10:00 replied\n2026-09-21 11:00 solved",
    "\u{FEFF}instant,what\n2026-09-21T08:00Z,replied\n2026-09-21T09:00Z,solved",
    "2026-09-21T10:00:00,replied\n2026-09-21T11:00:00.000,solved",
  ])
  func `The file of events comes as people have it`(_ events: String) throws {
    let rows = try rows("Resolution", events: events)
    #expect(rows.map { $0["at"] as? String } == ["18T16", "21T10", "21T11"].map { "2026-09-\($0):00:00+02:00" })
    #expect(rows.map { $0["event"] as? String } == ["created", "replied", "solved"])
  }

  @Test(arguments: [
    ("2026-09-21T10:00,replyed", "events.csv:1:18: replyed is nothing that a clock knows; expected"),
    ("2026-09-21T10:00", "events.csv:1:17: the line says when, and not what happened; expected"),
    ("2026-09-21,replied", "events.csv:1:1: 2026-09-21 has no time of day; expected"),
    ("soon,replied", "events.csv:1:1: soon is"),
    ("2026-09-21T10:00,priority=urgnt", "events.csv:1:18: there is no priority `urgnt`; expected"),
    (
      "2026-09-21T10:00,replied\n2026-09-21T09:00,solved",
      "events.csv:2:1: the instant is before that of the line above; expected events in order of time"
    ),
    (
      "2026-09-18T15:00,replied",
      "events.csv: the first event is at Fri 18 Sep 2026 15:00, before the contact came (Fri 18 Sep 2026 16:00)."
    ),
  ])
  func `A mistake in the file of events has its place and ends with 65`(_ events: String, _ sentence: String) throws {
    let said = try run("Resolution", events: events)
    #expect(said.hasPrefix("65 ") && said.contains(sentence), "\(said)")
  }

  @Test func `More events than a contact has are refused`() throws {
    let events = String(repeating: "2026-09-21T10:00,pending\n2026-09-21T10:00,open\n", count: 6_000)
    let said = try run("Resolution", events: events)
    #expect(said == "65 events.csv:10001:1: there are more than 10000 events; expected those of one contact", "\(said)")
  }

  @Test func `A folder, a device and a FIFO are no events, and it says why`() throws {
    let fifo = NSTemporaryDirectory() + "/muster-fifo-\(UUID().uuidString)"
    #expect(mkfifo(fifo, 0o600) == 0)
    defer { unlink(fifo) }
    for (path, why) in [("/tmp", "it is a folder"), ("/dev/null", "it is a device"), (fifo, "it is a FIFO, which may never end")] {
      #expect(try run("Resolution", events: nil, ["--events", path]) == "74 \(path): cannot be read: \(why).")
    }
  }

  @Test func `All mistakes are told at once, and nothing is shown`() throws {
    let said = try run("Resolution", events: "2026-09-21T10:00,replyed\nsoon,solved\n2026-09-22T10:00,closd")
    #expect(said.components(separatedBy: " | ").count == 3 && said.contains("did you mean closed?"), "\(said)")
    let arguments = try run("Resolutoin", created: "yesterday", ["--priority", "urgnt"])
    #expect(arguments.hasPrefix("65 --target Resolutoin: the scenario has no such target; it has `Answer`, `First reply`"), "\(arguments)")
    #expect(
      arguments.contains("--created yesterday: ") && arguments.contains("--priority urgnt: there is no priority `urgnt`"), "\(arguments)")
    #expect(try run("Resolution", events: nil, ["--events", "/nowhere/ticket.csv"]) == "74 /nowhere/ticket.csv: cannot be read.")
  }
}
