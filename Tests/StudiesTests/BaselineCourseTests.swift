import ScenarioFormat
import SimulationCore
import SupportModel
import Testing

@testable import Studies

/// The candidate's desk before the customers of the baseline, where contacts have several touches.
@Suite struct BaselineCourseTests {
  private func scenario(_ ticket: String) throws -> Scenario {
    let text = """
      muster: 1
      horizon: {start: 2026-09-14T00:00, timezone: Europe/Berlin, length: 1d}
      calendars: {office: {timezone: Europe/Berlin, open: {mon-fri: 09:00-17:00}}}
      channels: {email: {live: false}}
      contacts: {ticket: {channel: email, arrivals: {rate: 30/h}, talk: 5m, \(ticket)}}
      agents: {desk: {count: 4, skills: [ticket]}}
      """
    return try ScenarioLoader(reader: .memory(["s.yaml": text])).load("s.yaml").scenario
  }

  @Test func `customers answer and come back as they did, and the desk closes as it does now`() throws {
    let before = try scenario(
      """
      touches: {more: 40%, customer-replies-in: 3h, never-replies: 10%, auto-close: {after: 8h, clock: office}}, reopen: {share: 9%, after: 2h, within: 7d},
          holds: [{for: vendor, share: 5%, takes: 4h, clock: office}]
      """)
    let now = try scenario(
      "touches: {more: 10%, customer-replies-in: 1h, auto-close: 48h, returns: place}, reopen: {share: 1%, after: 1h, within: 2d}")
    let met = try #require(BaselineCustomers.meeting(now, from: before)).contactTypes[0]
    #expect(met.touches?.more == [0.4] && met.touches?.neverReplies == [0.1] && met.touches?.repliesIn.map(\.mean) == [10_800])
    #expect(met.touches?.autoClose == now.contactTypes[0].touches?.autoClose && met.touches?.returns == .place)
    #expect(met.reopening?.share == 0.09 && met.reopening?.after?.mean == 7_200 && met.reopening?.within == .days(2))
    #expect(met.holds.map(\.shares) == [[0.05]] && met.holds.first?.calendar == 1)
    // Where the candidate no longer says when it closes, it is closed as it was, on the calendar of then.
    let silent = try scenario("replies: false")
    let old = try #require(BaselineCustomers.meeting(silent, from: before)).contactTypes[0]
    #expect(old.touches?.autoClose == Touches.AutoClose(after: .time(.hours(8)), calendar: 1) && !old.replies)
  }
}
