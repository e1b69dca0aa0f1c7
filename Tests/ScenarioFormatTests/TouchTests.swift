import SimulationCore
import SupportModel
import Testing

@testable import ScenarioFormat

/// What becomes of a contact after a touch, as a scenario says it.
@Suite struct TouchTests {
  private func type(_ keys: String, rest: String = "") throws -> ContactType {
    try load(undated("arrivals: 30/h, talk: 90s, \(keys)", rest: rest)).scenario.contactTypes[0]
  }

  private func sentences(_ keys: String, rest: String = "") -> [String] {
    ScenarioFormatTests.sentences(undated("arrivals: 30/h, talk: 90s, \(keys)", rest: rest)).map { line in
      line.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? line
    }
  }

  @Test func `Shares, answers and laws are given once for all touches or one by one`() throws {
    let touches = try #require(
      type(
        """
        touches: {more: [45%, 30%, 20%], customer-replies-in: {exponential: {mean: 11h}}, never-replies: 12%, auto-close: 96h,
            late-replies: lost, talk: [4m, {exponential: {mean: 2m}}], wrap-up: 30s, returns: place}
        """
      ).touches)
    #expect(touches.more == [0.45, 0.3, 0.2] && touches.neverReplies == [0.12])
    #expect(touches.repliesIn.map(\.mean) == [39_600])
    #expect(touches.autoClose == Touches.AutoClose(after: .time(.hours(96))))
    #expect(touches.lateReplies == .lost && touches.returns == .place)
    #expect(touches.talk.map { $0.pieces[0].distribution.mean } == [240, 120])
    #expect(touches.wrapUp.map { $0.pieces[0].distribution.mean } == [30])
    let least = try #require(type("touches: {more: 35%, customer-replies-in: 11h}").touches)
    #expect(least.neverReplies == [0] && least.autoClose == nil && least.lateReplies == .reopen && least.returns == .tail)
    #expect(least.talk.isEmpty && least.wrapUp.isEmpty)
  }

  @Test func `A ticket may close by itself after business days`() throws {
    let close = try type(
      "touches: {more: 35%, customer-replies-in: 11h, auto-close: {after: 16h, clock: office}}",
      rest: "calendars: {office: {open: {mon-sun: 08:00-16:00}}}"
    ).touches?.autoClose
    #expect(close == Touches.AutoClose(after: .time(.hours(16)), calendar: 0))
    #expect(
      sentences("touches: {more: 35%, customer-replies-in: 11h, auto-close: {after: 4bd}}") == [
        "4bd are business days, and `auto-close` has no `clock`; expected a `clock`, or a duration such as 20s or 2d"
      ])
  }

  @Test func `What comes back is the same contact for a while`() throws {
    let reopening = try #require(type("reopen: {share: 8%, after: {exponential: {mean: 1d}}, within: 7d, after-window: lost}").reopening)
    #expect(reopening.share == 0.08 && reopening.after?.mean == 86_400 && reopening.within == .days(7) && reopening.afterWindow == .lost)
    #expect(try type("reopen: {share: 0%}").reopening?.within == nil)
    #expect(
      sentences("reopen: {share: 8%}") == [
        "`call` has `reopen`, and nothing says when it comes back; expected `after`, for example {exponential: {mean: 1d}}"
      ])
  }

  @Test func `Other parties have a contact for a time of their own`() throws {
    let holds = try type(
      "holds: [{for: engineering, share: [6%, 2%], takes: {exponential: {mean: 2d}}, clock: office}, {share: 3%, takes: 1h}], replies: false",
      rest: "calendars: {office: {open: {mon-sun: 08:00-16:00}}}"
    ).holds
    #expect(holds.map(\.party) == [.outside("engineering"), .outside("")])
    #expect(holds.map(\.shares) == [[0.06, 0.02], [0.03]] && holds.map(\.calendar) == [0, nil])
  }

  @Test func `A group of the scenario may have a contact on hold`() throws {
    let groups = "agents: {desk: {count: 2, skills: call}, office: {count: 1, skills: []}}"
    func holds(_ hold: String) throws -> [Hold] {
      try load("muster: 1\nhorizon: {length: 1d}\ncontacts: {call: {arrivals: 30/h, talk: 90s, holds: [\(hold)]}}\n\(groups)").scenario
        .contactTypes[0].holds
    }
    let hold = try holds("{by: office, share: 3%, takes: {exponential: {mean: 20m}}, replies: false}")[0]
    #expect(hold.party == .group(1) && hold.takes[0].mean == 1_200 && !hold.replies)
    #expect(try holds("{by: desk, share: 3%, takes: 20m}")[0].replies)
    #expect(sentences("holds: [{by: billing, share: 3%, takes: 20m}]").count == 1)
    #expect(sentences("holds: [{for: billing, share: 3%, takes: 20m, replies: false}]").count == 1)
  }

  @Test func `What is open at the start may have been touched`() throws {
    func backlog(_ keys: String, touches: String = "touches: {more: 35%, customer-replies-in: 11h}, holds: [{share: 5%, takes: 1h}]")
      -> String
    {
      "muster: 1\nhorizon: {length: 1d, backlog: {call: {count: 9, \(keys)}}}\ncontacts: {call: {arrivals: 30/h, talk: 90s, \(touches)}}\nagents: {desk: {count: 2, skills: call}}"
    }
    func sentences(_ text: String) -> [String] {
      ScenarioFormatTests.sentences(text).map { $0.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? $0 }
    }
    let read = try load(backlog("phases: {waiting: 30%, pending: 60%, on-hold: 10%}, answered: 80%")).scenario.horizon.backlog[0]
    #expect(read.pending == 0.6 && read.onHold == 0.1 && read.answered == 0.8)
    #expect(abs(try load(backlog("phases: {waiting: 30%, pending: 70%}")).scenario.horizon.backlog[0].answered - 0.7) < 1e-12)
    #expect(sentences(backlog("phases: {waiting: 30%, pending: 60%}")) == ["the phases are 90% of the backlog; expected 100% together"])
    #expect(sentences(backlog("phases: {waiting: 30%, pending: 70%}, answered: 50%")).count == 1)
    #expect(sentences(backlog("phases: {pending: 100%}", touches: "wrap-up: 1m")).count == 1)
    #expect(sentences(backlog("phases: {waiting: 90%, on-hold: 10%}", touches: "wrap-up: 1m")).count == 1)
  }

  @Test func `Contacts come back to the agent of their last touch, where people are told apart`() throws {
    func scenario(_ agents: String) -> String {
      undated(
        "arrivals: 30/h, talk: 90s, touches: {more: 35%, customer-replies-in: 11h}", agents: agents,
        rest: "routing: {affinity: {contacts: call, prefer-last-agent-for: 2h}}")
    }
    let rules = try load(scenario("desk: {count: 2, skills: call}")).scenario.routing.affinity
    #expect(rules == [.init(contactTypes: [0], preferLastAgentFor: .hours(2))])
    #expect(ScenarioFormatTests.sentences(scenario("desk: {staffing: {every: 1h, counts: [2, 3]}, skills: call}")).count == 1)
  }

  @Test func `A ticket that is never solved is a mistake`() {
    #expect(
      sentences("touches: {more: 100%, customer-replies-in: 11h}") == [
        "`call` needs another touch after every touch, and is never solved; expected a last share below 100%, for example [100%, 0%] for one more touch"
      ])
    #expect(sentences("touches: {more: 100%, customer-replies-in: 11h, never-replies: 20%, auto-close: 4d}").isEmpty)
    #expect(
      sentences("holds: [{share: 60%, takes: 1h}, {share: 40%, takes: 1h}]") == [
        "`call` goes on hold after a touch, and is never solved; expected less than 100% together"
      ])
    #expect(
      sentences("holds: [{share: [70%, 0%], takes: 1h}, {share: 40%, takes: 1h}]") == [
        "the holds of `call` are 110% of its contacts after touch 1; expected at most 100% together"
      ])
    #expect(
      sentences("reopen: {share: 100%, after: 1h}") == [
        "`call` comes back after every solve, and is never solved for good; expected a `share` below 100%, or a time `within`"
      ])
  }

  @Test func `Who must be heard again answers some time`() {
    #expect(
      sentences("touches: {more: 35%}") == [
        "`call` has `more`, and nothing says when customers answer; expected `customer-replies-in`, for example {lognormal: {mean: 11h, cv: 1.3}}"
      ])
    #expect(sentences("touches: {more: []}").count == 1)
  }

  @Test func `Work on a channel is put aside for others`() throws {
    func channels(_ email: String) throws -> [Channel] {
      try load(
        undated(
          "channel: email, arrivals: 30/h, talk: 90s",
          rest: "channels: {phone: {}, chat: {}, email: {live: false, \(email)}}\npriorities: [urgent, normal]")
      ).scenario.channels
    }
    let rule = try #require(
      channels("interrupted-by: [phone, {priority: urgent}], resume-cost: 30s, resumes-with: any")[2].interruption)
    #expect(rule.channels == [0] && rule.priorities == [1] && rule.cost?.mean == 30)
    #expect(try channels("interruptible: true")[2].interruption?.channels == [0, 1])
    #expect(try channels("interruptible: false")[2].interruption == nil)
    func wrong(_ email: String) -> [String] {
      ScenarioFormatTests.sentences(undated(rest: "channels: {phone: {}, email: {live: false, \(email)}}")).map { line in
        line.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? line
      }
    }
    #expect(
      wrong("interrupted-by: email") == [
        "`email` is interrupted by itself; expected another channel, or {priority: …} for what is urgent"
      ])
    #expect(
      wrong("resume-cost: 30s") == ["`email` has `resume-cost`, and nothing interrupts it; expected `interrupted-by`, for example [phone]"])
    #expect(wrong("interrupted-by: [letter]").count == 1)
    #expect(wrong("interrupted-by: [phone], resumes-with: somebody") == ["`resumes-with` is somebody; expected any or same-agent"])
    #expect(try channels("interrupted-by: [phone], resumes-with: same-agent")[2].interruption?.resumesWithSame == true)
  }
}
