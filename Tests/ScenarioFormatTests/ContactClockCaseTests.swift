import Foundation
import SimulationCore
import SupportModel
import TestSupport
import Testing

@testable import ScenarioFormat

/// Every case of G12: tickets with their whole history, timed by three clocks each, through a scenario as a person would write it.
@Suite struct ContactClockCaseTests {
  static let cases = SharedCases.load("G12_clocks_with_pauses.json")
  private static let measures = ["first_response", "next_response", "resolution"]

  @Test(.enabled(if: SharedCases.areHere, "../shared/validation is not here"), arguments: cases)
  func `Each clock shows what it must after each event`(_ c: SharedCases.Case) throws {
    let written = try #require(c.params["events"] as? [[String: Any]])
    let loaded = try load(scenario(c, written))
    let created = try loaded.clocks.instant(try #require(written[0]["at"] as? String))
    let (events, last) = try self.events(written, loaded)
    var measured: [[String: String]] = []
    for (index, measure) in Self.measures.enumerated() {
      let target = loaded.scenario.targets[index]
      let rule = loaded.clocks.rule(of: target, in: loaded.scenario, around: [created] + events.map(\.at))
      let priority = try #require(loaded.scenario.priority(named: c.params["priority"] as? String ?? ""))
      let timeline = ClockTimeline(rule, priority: priority, created: created, events: events)
      let states = try #require(c.expected["after_each_event"] as? [[String: Any]])
      for (number, state) in states.enumerated() {
        let row = timeline.rows[last[number]]
        let wanted = try #require(state[measure] as? [String: Any])
        let place = "\(c.id), event \(number + 1), \(measure)"
        #expect("\(row.state)" == wanted["state"] as? String, "\(place)")
        #expect(row.elapsed.seconds == (wanted["elapsed_business_seconds"] as? NSNumber)?.doubleValue, "\(place)")
        #expect(row.due.map { utc($0, loaded) } == wanted["due_utc"] as? String, "\(place)")
        #expect((row.phase == .waiting ? "open" : row.phase.name) == state["status"] as? String, "\(place)")
      }
      for row in timeline.rows {
        guard let stop = row.measurement else { continue }
        measured.append([
          "clock": measure, "at": utc(stop.stopped, loaded), "elapsed": "\(Int(stop.elapsed.seconds))",
          "allowed": "\(Int(stop.allowed?.seconds ?? -1))", "met": "\(stop.isInTime ?? false)",
        ])
      }
    }
    let wanted = try #require(c.expected["measurements"] as? [[String: Any]]).map { row in
      [
        "clock": row["clock"] as? String ?? "", "at": row["stopped_utc"] as? String ?? "",
        "elapsed": "\((row["elapsed_business_seconds"] as? NSNumber)?.intValue ?? -1)",
        "allowed": "\((row["target_seconds"] as? NSNumber)?.intValue ?? -1)", "met": "\((row["met"] as? NSNumber)?.boolValue ?? false)",
      ]
    }
    func inOrder(_ rows: [[String: String]]) -> [[String: String]] { rows.sorted { ($0["clock"]!, $0["at"]!) < ($1["clock"]!, $1["at"]!) } }
    #expect(inOrder(measured) == inOrder(wanted), "\(c.id)")
  }

  /// As lines of a file of events, and the row in which each of the case's events is complete.
  private func events(
    _ written: [[String: Any]], _ loaded: LoadedScenario
  ) throws -> (events: [(at: SimInstant, event: ContactClock.Event)], last: [Int]) {
    var lines: [String] = []
    var last = [0]
    for event in written.dropFirst() {
      let at = event["at"] as? String ?? ""
      switch event["do"] as? String {
      case "agent_reply": lines.append("\(at), replied")
      case "customer_message": lines.append("\(at), customer")
      case "priority": lines.append("\(at), priority=\(event["to"] as? String ?? "")")
      default: break
      }
      if let status = event["status"] as? String { lines.append("\(at), \(status)") }
      last.append(lines.count)
    }
    let text = lines.joined(separator: "\n")
    return (
      try ClockEvents.read(Array(text.utf8), file: "events.csv", loaded.clocks, priorities: loaded.scenario.priorities), last
    )
  }

  private func scenario(_ c: SharedCases.Case, _ events: [[String: Any]]) -> String {
    let week = c.record("weekly_hours").compactMapValues { $0 as? [[String]] }
    let open = DaySet.names.compactMap { day in
      week[day].map { "\(day): [\($0.map { "\($0[0])-\($0[1])" }.joined(separator: ", "))]" }
    }
    let holidays = (c.params["holidays"] as? [String] ?? []).joined(separator: ", ")
    let rule = (c.params["holiday_rule"] as? String ?? "civil_day").replacing("_", with: "-")
    let seconds = c.record("targets_seconds").compactMapValues { $0 as? [String: Any] }
    let restarts = events.contains { $0["elapsed"] as? String == "restart" }
    let targets = Self.measures.map { measure in
      let times = ["urgent", "normal"].map { "\($0): \((seconds[$0]?[measure] as? NSNumber)?.intValue ?? 0)s" }.joined(separator: ", ")
      let pauses = (c.record("pauses")[measure] as? [String] ?? []).joined(separator: ", ")
      return """
          - {name: \(measure), \(measure.replacing("_", with: "-")): {by-priority: {\(times)}}, goal: 90%, clock: hours, pauses: [\(pauses)],
             on-change: {elapsed: \(restarts ? "restart" : "keep")}}
        """
    }
    let start = (events[0]["at"] as? String ?? "").prefix(10)
    return dated(
      "arrivals: {rate: 1/h}, talk: 5m, priority: normal", start: "\(start)T00:00", length: "1d", timezone: c.params["tz"] as? String ?? "",
      rest: """
        priorities: [urgent, normal]
        calendars: {hours: {open: {\(open.joined(separator: ", "))}, holidays: [\(holidays)], holidays-rule: \(rule)}}
        targets:
        \(targets.joined(separator: "\n"))
        """)
  }

  /// `2026-01-14T15:00:00Z`
  private func utc(_ instant: SimInstant, _ loaded: LoadedScenario) -> String {
    ISO8601DateFormatter().string(from: Date(timeIntervalSince1970: Double(loaded.clocks.clock.utc(instant))))
  }
}
