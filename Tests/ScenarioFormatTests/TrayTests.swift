import SupportModel
import Testing

@testable import ScenarioFormat

/// Contacts that belong to one agent, as a scenario says them.
@Suite struct TrayTests {
  private func file(_ channel: String, rest: String = "", agents: String = "count: 3") -> String {
    """
    muster: 1
    horizon: {start: 2026-09-14T00:00, timezone: UTC, length: 1d}
    channels: {email: {\(channel)}}
    shifts: {day: {days: mon-fri, start: 08:00, length: 8h}}
    contacts: {ticket: {channel: email, arrivals: 30/h, talk: 90s}}
    agents: {desk: {\(agents), skills: [ticket]}}
    \(rest)
    """
  }

  @Test func `A tray has room, and says when contacts become somebody's and whether they stay`() throws {
    func tray(_ keys: String) throws -> Tray? { try load(file("live: false, \(keys)")).scenario.channels[0].tray }
    #expect(try tray("tray: 8") == Tray(room: 8, assigns: .onArrival, keeps: false))
    #expect(try tray("tray: 8, assigns: when-free, keeps: true") == Tray(room: 8, assigns: .whenFree, keeps: true))
    #expect(try load(file("live: false, tray: 8")).scenario.hasTickets)
  }

  @Test(arguments: [
    ("live: true, tray: 8", "3:38: `email` is live, and nobody on the line waits for one agent; expected `live: false`, or no `tray`"),
    (
      "live: false, concurrency: 2, tray: 8",
      "3:55: who has a tray of `email` works one at a time, and `concurrency` is 2; expected `concurrency: 1`, or no `tray`"
    ),
    ("live: false, tray: 0", "3:39: `tray` is 0; expected a number from 1 to 10000"),
    ("live: false, assigns: when-free", "3:33: `email` has `assigns`, and its contacts belong to nobody; expected `tray`, for example 8"),
    ("live: false, keeps: true", "3:33: `email` has `keeps`, and its contacts belong to nobody; expected `tray`, for example 8"),
  ])
  func `What cannot be is said with what can`(channel: String, sentence: String) {
    let lines = sentences(file(channel))
    #expect(lines.count == 1 && lines[0].hasSuffix(sentence), "\(lines)")
  }

  @Test func `Check says whose they are and until when`() throws {
    let picture = try load(file("live: false, tray: 8, assigns: when-free, keeps: true", agents: "roster: {day: 3}")).picture
    let line = "email: up to 8 belong to one agent, when somebody is free; at the end of the shift what waits stays for the next one"
    #expect(picture.contains { $0.hasSuffix(line) }, "\(picture)")
  }

  @Test func `What comes to nothing is told of`() throws {
    #expect(
      try load(file("live: false, tray: 8, keeps: true")).remarks.map(\.text) == [
        "`keeps` of `email` never takes effect: nobody who could have them in a tray has shifts"
      ])
    #expect(
      try load(file("live: false, tray: 8", rest: "routing: {affinity: {contacts: ticket, prefer-last-agent-for: 2h}}")).remarks.map(\.text)
        == ["`affinity` says nothing about `email`: its contacts come back to the agent whose they are"])
  }
}
