import SimulationCore
import SupportModel
import Testing

@testable import ScenarioFormat

/// What `muster check` says about scenarios that are well formed.
@Suite struct LinterTests {
  private func remarks(_ text: String) throws -> [String] { try load(text).remarks.map { "\($0.weight.rawValue): \($0.text)" } }

  private func two(_ agents: String, _ rest: String = "") -> String {
    """
    muster: 1
    horizon: {length: 8h}
    contacts: {call: {talk: 1m, arrivals: 1/h}, mail: {talk: 1m, arrivals: 1/h}}
    agents: {\(agents)}
    \(rest)
    """
  }

  @Test func `Contacts that nobody can serve are named`() throws {
    #expect(
      try remarks(two("desk: {count: 1, skills: [call]}")) == ["serious: nobody can ever serve `mail`: no agent group has the skill `mail`"]
    )
    #expect(
      try remarks(two("desk: {count: 1, skills: [call]}, post: {count: 0, skills: [mail]}")) == [
        "worth a look: the agent group `post` has nobody in it", "serious: nobody can ever serve `mail`: `post` has nobody in it",
      ])
  }

  @Test func `An overflow that never opens is named`() throws {
    #expect(
      try remarks(
        two(
          "a: {count: 1, skills: [call, mail]}, b: {count: 1, skills: [call]}", "routing: {overflow: [{contacts: mail, after: 1m, to: b}]}")
      ) == [
        "serious: the overflow of `mail` to `b` never opens: the group lacks the skill `mail`"
      ])
  }

  @Test func `Criteria that name nothing are named`() throws {
    let agents = "a: {count: 2, skills: [call, mail]}, b: {count: 1, skills: [mail]}"
    #expect(
      try remarks(two(agents, "routing: {agent-for-contact: [{group-order: {}}]}")) == [
        "worth a look: the criterion `group-order` names nothing"
      ])
    #expect(
      try remarks(two(agents, "routing: {agent-for-contact: [{group-order: {call: [a, b]}}]}")) == [
        "worth a look: the criterion `group-order` puts `b` and `call` together, but the group lacks the skill"
      ])
  }

  @Test func `Reserves larger than the group are named`() throws {
    #expect(
      try remarks(two("a: {count: 2, skills: [call, mail]}", "routing: {reserve: [{group: a, keep: 3, for: call}]}")) == [
        "serious: the reserve of 3 in `a` is larger than the group (2 at most): it serves nothing else"
      ])
  }

  @Test func `Hours when a skill has nobody are named`() throws {
    let text = dated(
      "talk: 1m, arrivals: {volume: 240/d, profile: {every: 12h, weights: [1, 3]}}", agents: "desk: {skills: [call], roster: {s: 3}}",
      rest: "shifts: {s: {start: 08:00, length: 8h, breaks: [{at: 4h, for: 30m}]}}")
    #expect(
      try remarks(text) == [
        "worth a look: nobody with the skill `call` works 00:00 to 08:00, 12:00 to 12:30 and 16:00 to Tue 15 Sep 00:00, while `call` can arrive"
      ])
    let opened = text.replacing("talk: 1m,", with: "talk: 1m, opens: c,") + "\ncalendars: {c: {open: {daily: 08:00-12:00}}}"
    #expect(try remarks(opened) == [])
  }

  @Test func `Deferred work may wait overnight`() throws {
    let text = dated(
      "talk: 1m, channel: email, arrivals: 5/h", agents: "desk: {skills: [call], roster: {s: 3}}",
      rest: "shifts: {s: {start: 08:00, length: 8h}}\nchannels: {email: {live: false}}")
    #expect(try remarks(text) == [])
  }

  @Test func `The picture of the full scenario says what was understood`() throws {
    let picture = try load(fullScenario, files: fullScenarioFiles).picture
    #expect(picture[0] == "Launch day")
    #expect(picture.contains("Horizon   2026-09-14 00:00 (America/New_York), 1d, then what is open is finished"))
    #expect(picture.contains("Intervals 48 of 30m"))
    #expect(
      picture.contains { $0.hasPrefix("  billing-call   phone    billing           2880") && $0.hasSuffix("13.5 erlang") }, "\(picture)")
    #expect(
      picture.contains {
        $0.contains("v5 launch: from 09:00, 420 billing-call, 900 billing-email extra; ")
          && $0.contains("fall after the end of the horizon")
      })
    #expect(picture.contains { $0.contains("outage: at random, 0.143 times on average") })
    #expect(picture.contains { $0.hasPrefix("  tier1   40     340    billing, french (rank 2) ×1.15") }, "\(picture)")
    #expect(picture.contains("  a contact goes to the agent by longest-idle"))
    #expect(picture.contains("  manila may take billing-call after 1m"))
    #expect(
      picture.contains("  Phones 80/20: 80% of billing-call, french-call answered within 20s, abandons missed, those within 5s not counted")
    )
  }
}
