import Foundation
import SimulationCore
import SupportModel
import TestSupport
import Testing

@testable import ScenarioFormat

/// Where contacts go on after a touch, as a scenario says it, and what `check` says of it.
@Suite struct MoveReaderTests {
  private static func text(_ moves: String, back: String = "", skills: String = "[front, network]") -> String {
    """
    muster: 1
    horizon: {length: 10h}
    channels: {email: {live: false}}
    contacts:
      front: {channel: email, arrivals: {rate: 10/h}, talk: 6m\(moves.isEmpty ? "" : ", moves: \(moves)")}
      network: {channel: email, talk: 30m\(back.isEmpty ? "" : ", moves: \(back)")}
    agents:
      tier1: {count: 3, skills: \(skills)}
      tier2: {count: 1, skills: [network]}
    """
  }

  private static func sentences(_ text: String) -> [String] {
    ScenarioFormatTests.sentences(text).map { $0.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? $0 }
  }

  @Test func `A move says how many go on where, and how`() throws {
    let move = try #require(try load(Self.text("[{share: 9%, to: network}]")).scenario.contactTypes[0].moves.first)
    #expect(move.shares == [0.09] && move.to == 1 && move.delay == nil && move.raise == 0 && !move.keepsPlace && move.replies)
    #expect(!move.isEscalation)
    let full = "[{share: {tier1: 6%}, to: network, delay: 10m, raise: 1, as: escalation, keeps: place, replies: false}]"
    let other = try #require(try load(Self.text(full)).scenario.contactTypes[0].moves.first)
    #expect(other.shares == [0.06, 0] && other.delay?.mean == 600 && other.raise == 1 && other.keepsPlace && !other.replies)
    #expect(other.isEscalation && other.share(of: 0) == 0.06 && other.share(of: 1) == 0)
  }

  @Test func `A move may be handed over with both at it`() throws {
    let warm = try load(Self.text("[{share: 9%, to: network, warm: {with: tier2, for: 2m}}]")).scenario.contactTypes[0].moves[0].warm
    #expect(warm?.group == 1 && warm?.lasting.mean == 120)
    #expect(Self.sentences(Self.text("[{share: 9%, to: network, delay: 1m, warm: {with: tier2, for: 2m}}]")).count == 1)
    #expect(Self.sentences(Self.text("[{share: 9%, to: network, warm: {with: tier3, for: 2m}}]")).count == 1)
  }

  @Test func `Moves are at most all contacts together, and lead somewhere that exists`() {
    #expect(
      Self.sentences(Self.text("[{share: 60%, to: network}, {share: 50%, to: network}]")) == [
        "the moves of `front` are 110% of its contacts; expected at most 100% together"
      ])
    #expect(Self.sentences(Self.text("[{share: 60%, to: netwrok}]")).count == 1)
    #expect(Self.sentences(Self.text("[{share: {tier9: 60%}, to: network}]")).count == 1)
    #expect(Self.sentences(Self.text("[{share: 100%, to: network}]")).isEmpty)
  }

  @Test func `A round of moves needs a way out`() {
    #expect(
      Self.sentences(Self.text("[{share: 100%, to: network}]", back: "[{share: 100%, to: front}]")) == [
        "`front` and `network` move every contact on to each other, and never solve one; expected moves below 100% in one of them, or one to another contact type"
      ])
    #expect(
      Self.sentences(Self.text("[{share: 100%, to: front}]")) == [
        "every contact of `front` is moved to `front` again, and never solved; expected moves below 100% in one of them, or one to another contact type"
      ])
    #expect(Self.sentences(Self.text("[{share: 100%, to: network}]", back: "[{share: 99%, to: front}]")).isEmpty)
  }

  @Test func `The expected legs and load of every type count those that go on in it`() throws {
    let scenario = try load(Self.text("[{share: 20%, to: network}]", back: "[{share: 25%, to: front}]")).scenario
    let courses = scenario.expectedCourses { $0.pieces[0].distribution.mean }
    let legs = scenario.expectedLegs(of: [100, 0], courses)
    // Legs in front are 1 ÷ (1 − 0.2 · 0.25) of the contacts, a fifth of them in network.
    #expect(abs(legs[0] - 100 / 0.95) < 1e-6 && abs(legs[1] - 20 / 0.95) < 1e-6)
    #expect(abs(scenario.shareThatComesBack(to: 0, courses) - 0.05) < 1e-9)
  }

  @Test func `Contacts that need the customer again go on less often`() throws {
    var scenario = try load(Self.text("[{share: 50%, to: network}]")).scenario
    scenario.contactTypes[0].touches = Touches(more: [0.4, 0], repliesIn: [ConstantDistribution(600).boxed])
    let course = scenario.expectedCourses { $0.pieces[0].distribution.mean }[0]
    // 0.6 · 0.5 after the first touch; 0.4 have a second, of which half go on.
    #expect(abs(course.touches - 1.4) < 1e-9 && abs(course.moves[0] - 0.5) < 1e-9)
  }

  @Test func `A share of a group that never makes such a touch is worth a look`() throws {
    let remarks = try load(Self.text("[{share: {tier2: 20%}, to: network}]")).remarks.map(\.text)
    #expect(remarks.contains("`tier2` moves 20% of `front` to `network`, and lacks the skill to make a touch on one"))
    let nobody = try load(Self.text("[{share: 20%, to: network}]", skills: "[front]").replacing("[network]", with: "[front]")).remarks
    #expect(nobody.contains { $0.weight == .serious && $0.text.hasPrefix("nobody can ever serve `network`") })
  }

  // MARK: - Approvals, reading, escalation

  private static func contact(_ keys: String, agents: String = "boss: {count: 1, skills: []}", rest: String = "") -> String {
    undated(
      "arrivals: 30/h, talk: 90s, \(keys)", agents: "desk: {count: 2, skills: call}, \(agents)", rest: rest)
  }

  @Test func `An approval says by whom, how long it takes and what the agent does meanwhile`() throws {
    let text = Self.contact("approval: {share: [20%, 5%], by: boss, takes: {exponential: {mean: 3m}}, agent: waits, finish: 1m}")
    let approval = try #require(try load(text).scenario.contactTypes[0].approval)
    #expect(approval.shares == [0.2, 0.05] && approval.group == 1 && approval.takes.mean == 180 && approval.agent == .waits)
    #expect(approval.finish?.mean == 60)
    let other = try load(Self.contact("approval: {share: 20%, by: boss, takes: 3m, agent: goes-on}")).scenario.contactTypes[0].approval
    #expect(other?.agent == .goesOn && other?.finish == nil)
    #expect(Self.sentences(Self.contact("approval: {share: 20%, by: bos, takes: 3m, agent: waits}")).count == 1)
    #expect(Self.sentences(Self.contact("approval: {share: 20%, by: boss, takes: 3m, agent: sleeps}")).count == 1)
    #expect(Self.sentences(Self.contact("approval: {share: 20%, by: boss, takes: 3m}")).count == 1)
  }

  @Test func `A group of approvers with nobody in it, or that waits for itself, is remarked on`() throws {
    let nobody = Self.contact("approval: {share: 20%, by: boss, takes: 3m, agent: goes-on}", agents: "boss: {count: 0, skills: []}")
    #expect(
      try load(nobody).remarks.contains {
        $0.weight == .serious && $0.text == "`call` that awaits approval by `boss` is never solved: the group has nobody in it"
      })
    let itself = try load(Self.contact("approval: {share: 20%, by: desk, takes: 3m, agent: waits}")).remarks
    #expect(itself.contains { $0.text.hasPrefix("`desk` handles `call` and approves it") })
  }

  @Test func `Who takes over may have to read`() throws {
    let reads = try load(Self.contact("reads: {same-group: 1m, other-group: {exponential: {mean: 3m}}}")).scenario.contactTypes[0].reads
    #expect(reads?.sameGroup?.mean == 60 && reads?.otherGroup?.mean == 180)
    #expect(Self.sentences(Self.contact("reads: {}")) == ["`reads` says nothing; expected `same-group`, `other-group` or both"])
  }

  @Test func `A promise that is nearly used up raises a contact or sends it on`() throws {
    let targets = "targets: [{name: Answer, answer: 60s, goal: 80%}]\n"
    func routing(_ rule: String) -> String { Self.contact("patience: 5m", rest: targets + "routing: {escalate-on-target: \(rule)}") }
    #expect(
      try load(routing("{target: Answer, at: 75%, raise: 1}")).scenario.routing.escalations == [.init(target: 0, at: 0.75, raise: 1)])
    #expect(
      try load(routing("[{target: Answer, at: 75%, to: call}, {target: Answer, at: 1, raise: 2}]")).scenario.routing.escalations.count == 2)
    #expect(
      Self.sentences(routing("{target: Answer, at: 75%, to: desk}")) == [
        "`desk` is an agent group; expected a contact type that its people serve: `call`"
      ])
    #expect(Self.sentences(routing("{target: Answers, at: 75%, raise: 1}")).count == 1)
    #expect(Self.sentences(routing("{target: Answer, at: 75%}")) == ["the escalation does nothing; expected `raise`, `to` or both"])
  }

  @Test func `What docs/moves.md spells loads`() throws {
    let page = try String(contentsOf: ProjectFolder.root.appendingPathComponent("docs/moves.md"), encoding: .utf8)
    let blocks = page.components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element.dropFirst(5)) }
    #expect(blocks.count == 1)
    for block in blocks {
      #expect(Self.sentences("muster: 1\nhorizon: {length: 1d}\nchannels: {email: {live: false}}\n" + block) == [])
    }
  }
}
