import Experiments
import Foundation
import ReportKit
import Reports
import ResultFiles
import ServiceMetrics
import SimulationCore
import SupportModel
import Testing

@Suite struct ResultFileTests {
  private let provenance = Provenance(command: "run", scenarioFile: "scenarios/launch-day.yaml", resolvedText: "abc")

  @Test func `results json parses and has the documented keys`() throws {
    let text = ResultsJSON.text(HandMade.launchDay(), provenance)
    let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(
      Set(root.keys) == [
        "schema", "muster", "command", "scenario", "seed", "replications", "partial", "confidence", "stop", "remarks", "metrics",
      ])
    #expect(root["schema"] as? Int == 1)
    #expect(root["seed"] as? Int == 20_260_914)
    #expect(root["partial"] as? Bool == false)
    #expect(root["stop"] as? String == "completed")
    let scenario = try #require(root["scenario"] as? [String: String])
    #expect(scenario["digest"] == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    let rows = try #require(root["metrics"] as? [[String: Any]])
    #expect(rows.count == HandMade.launchDay().estimates.count)
    let asa = try #require(rows.first { $0["metric"] as? String == "asa" })
    #expect(Set(asa.keys) == ["metric", "unit", "contact", "estimate", "low", "high", "std-error", "n"])
    #expect(asa["contact"] as? String == "billing-call")
    #expect(asa["unit"] as? String == "s")
    #expect(asa["estimate"] as? Double == 31.92)
    let level = try #require(rows.first { $0["metric"] as? String == "service-level" })
    #expect(level["target"] as? String == "Phones 80/20")
    #expect(level["abandons"] as? String == "missed")
    #expect(level["next-low"] as? Double == 0.74)
    let undefined = try #require(rows.first { $0["metric"] as? String == "abandonment" && $0["estimate"] is NSNull })
    #expect(undefined["low"] is NSNull)
    #expect(rows.contains { $0["interval"] as? String == "2026-09-14T09:00:00-04:00" })
  }

  @Test func `rows of an interval to which nobody came are left out where they are nothing or zero`() {
    let (quiet, busy) = (Scope(contactType: 0, interval: 0), Scope(contactType: 0, interval: 1))
    let estimates = [
      Estimate(metric: .offered, scope: quiet, estimate: 0, n: 2), Estimate(metric: .asa, scope: quiet, estimate: nil, n: 0),
      Estimate(metric: .queueMean, scope: quiet, estimate: 0.5, n: 2), Estimate(metric: .offered, scope: busy, estimate: 3, n: 2),
      Estimate(metric: .asa, scope: busy, estimate: nil, n: 0),
      Estimate(metric: .offered, scope: Scope(contactType: 0), estimate: 0, n: 2),
    ]
    let shown = RowChoice(EstimateList(estimates), of: .elapsed(length: .hours(1), interval: .minutes(30))).estimates
    #expect(shown.map(\.metric.name) == ["queue-mean", "offered", "asa", "offered"])
    #expect(shown.map(\.scope.interval) == [0, 1, 1, nil])
  }

  @Test func `the same results give the same bytes, keys in the documented order`() {
    let text = ResultsJSON.text(HandMade.launchDay(), provenance)
    #expect(text == ResultsJSON.text(HandMade.launchDay(), provenance))
    #expect(
      text.contains(
        #"{"metric": "asa", "unit": "s", "contact": "billing-call", "estimate": 31.92, "low": 30.1, "high": 33.7, "std-error": 0.92, "n": 200}"#
      ))
  }

  @Test func `numbers keep every digit and odd ones become null`() {
    #expect(JSONObject.number(0.1 + 0.2) == "0.30000000000000004")
    #expect(JSONObject.number(200) == "200")
    #expect(JSONObject.number(1e300) == "1e+300")
    #expect(JSONObject.number(.nan) == "null")
    #expect(JSONObject.number(-.infinity) == "null")
    #expect(JSONObject.number(nil) == "null")
  }

  @Test func `strings are escaped as JSON asks`() {
    #expect(JSONObject.quoted("a\"b\\c\n\u{1}ü") == #""a\"b\\c\n\u0001ü""#)
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""), ("two\r\nlines", "\"two\r\nlines\""), ("", ""),
  ])
  func `csv fields are quoted where they must be`(field: String, escaped: String) {
    #expect(CSVText.escaped(field) == escaped)
  }

  @Test func `intervals csv has a line per interval and scope`() {
    let lines = IntervalsCSV.text(HandMade.launchDay()).split(separator: "\n")
    #expect(
      lines[0]
        == "interval,contact,channel,segment,group,target,abandons,service-level,service-level-low,service-level-high,offered,offered-low,offered-high,staffed-mean,staffed-mean-low,staffed-mean-high"
    )
    #expect(lines[1] == "2026-09-14T09:00:00-04:00,,,,,Phones 80/20,missed,0.61,0.59,0.63,,,,,,")
    #expect(lines[2] == "2026-09-14T09:00:00-04:00,billing-call,,,,,,,,,100,,,,,")
    #expect(lines.count == 1 + 9)
  }

  @Test func `agents csv gives averages per replication`() {
    #expect(
      AgentsCSV.text(HandMade.launchDay()) == """
        agent,group,handled,occupancy,paid-hours,available-hours,handling-hours,wrap-up-hours,break-hours,offline-hours,overtime-hours
        tier1-01,tier1,31,0.75,4,1,2,1,0,0,0

        """)
  }

  @Test func `contacts csv gives seconds and the local clock`() {
    let scenario = HandMade.launchDay().scenario
    var row = ContactRow(contact: 17, contactType: 1, attempt: 0, arrivedAt: 9 * 3_600_000_000 + 12_345_678)
    row.queuedAt = row.arrivedAt
    row.answeredAt = row.arrivedAt + 1_500_000
    row.outcome = .handled
    row.agent = 0
    var csv = ContactsCSV(scenario: scenario, agentNames: ["tier1-01"], agentGroups: [0])
    csv.append([row], replication: 3)
    let lines = csv.text.split(separator: "\n")
    #expect(
      lines[0]
        == "replication,contact,type,attempt,outcome,agent,group,counted,arrived-s,arrived-at,queued-s,queued-at,answered-s,answered-at,talk-ended-s,talk-ended-at,ended-s,ended-at"
    )
    #expect(
      lines[1]
        == "3,17,\"billing, \"\"email\"\"\",0,handled,tier1-01,tier1,yes,32412.345678,2026-09-14T09:00:12.345-04:00,32412.345678,2026-09-14T09:00:12.345-04:00,32413.845678,2026-09-14T09:00:13.845-04:00,,,,"
    )
  }

  @Test func `the local clock follows daylight saving`() {
    // 25 hours after 2026-10-31T12:00 in New York the clocks have gone back an hour: it is noon again.
    let first = Horizon.Interval(
      start: .zero, end: .zero + .hours(48), label: "2026-10-31T12:00:00-04:00", shortLabel: "", day: 0)
    let clock = ScenarioClock(
      Horizon(length: .hours(48), intervals: [first], startDate: "2026-10-31", timeZone: "America/New_York"))
    #expect(clock.iso(25 * 3_600_000_000) == "2026-11-01T12:00:00.000-05:00")
    #expect(clock.journal(25 * 3_600_000_000) == "2026-11-01 12:00:00.000")
    #expect(clock.iso(-3_600_000_000) == "2026-10-31T11:00:00.000-04:00")
  }

  @Test func `without dates the clock counts hours`() {
    let clock = ScenarioClock(.elapsed(length: .hours(48), interval: .hours(1)))
    #expect(clock.journal(25 * 3_600_000_000 + 1_500) == "25:00:00.001")
    #expect(clock.iso(0) == "")
  }

  /// FIPS 180-4 examples (NIST "SHA256.pdf") and the empty message; the long ones cross the padding boundary.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
  ])
  func `sha-256 gives the published digests`(message: String, digest: String) {
    #expect(SHA256.hex(of: message) == digest)
  }

  @Test func `sha-256 of a million letters gives the published digest`() {
    let isRight =
      SHA256.hex(of: String(repeating: "a", count: 1_000_000)) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    #expect(isRight)
  }
}
