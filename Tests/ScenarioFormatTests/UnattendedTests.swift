import SupportModel
import Testing

@testable import ScenarioFormat

/// Contacts that nobody who is there could take, as a scenario says them.
@Suite struct UnattendedTests {
  private func call(_ keys: String) -> String { "arrivals: 30/h, talk: 90s, nobody-there: \(keys)" }

  @Test func `Who comes and who waits while nobody is there are told apart`() throws {
    func rule(_ keys: String) throws -> ContactType.NobodyThere? { try load(undated(call(keys))).scenario.contactTypes[0].nobodyThere }
    let both = try #require(try rule("{arriving: refuse, waiting: disconnect}"))
    #expect(both.arriving == .refuse && both.waiting == .disconnect)
    let one = try #require(try rule("{waiting: disconnect}"))
    #expect(one.arriving == .wait && one.waiting == .disconnect)
  }

  @Test func `A rule that says nothing is none, and words are those of the list`() {
    let nothing = sentences(undated(call("{}")))
    #expect(nothing.count == 1)
    #expect(nothing[0].hasSuffix("`nobody-there` says nothing; expected `arriving: refuse` or `waiting: disconnect`"), "\(nothing)")
    let word = sentences(undated(call("{arriving: block}")))
    #expect(word.count == 1 && word[0].contains("expected wait or refuse"), "\(word)")
  }

  private func loaded(_ agents: String, channel: String = "phone") throws -> LoadedScenario {
    try load(
      """
      muster: 1
      horizon: {start: 2026-09-14T08:00, timezone: UTC, length: 8h}
      channels: {phone: {}, email: {live: false}}
      shifts: {day: {days: mon-fri, start: 08:00, length: 8h}}
      contacts: {call: {channel: \(channel), \(call("{arriving: refuse, waiting: disconnect}"))}}
      agents: {desk: {\(agents), skills: [call]}}
      """)
  }

  @Test func `Check says what becomes of them`() throws {
    let picture = try loaded("roster: {day: 3}").picture
    #expect(
      picture.contains {
        $0.hasSuffix(
          "call: who comes while nobody is there who could take it is blocked; who waits when the last one goes is disconnected")
      }, "\(picture)")
  }

  @Test func `Where somebody is always there, or nobody waits on a line, the rule is told of`() throws {
    #expect(try loaded("roster: {day: 3}").remarks.isEmpty)
    #expect(try loaded("count: 3").remarks.map(\.text) == ["`nobody-there` of `call` never takes effect: `desk` is always there"])
    #expect(
      try loaded("roster: {day: 3}", channel: "email").remarks.map(\.text) == [
        "`call` waits on no line, and `nobody-there` turns it away where it could wait for the next shift"
      ])
  }
}
