import SimulationCore
import SupportModel
import Testing

@testable import ScenarioFormat

/// Channels of which an agent has several contacts in hand at once.
@Suite struct ChannelTests {
  private func channel(_ text: String) throws -> Channel {
    try load(undated(rest: "channels: {phone: {\(text)}}")).scenario.channels[0]
  }

  @Test func `A channel says how many are in hand at once, how many at most, and how fast each goes on`() throws {
    #expect(try channel("live: true") == Channel(name: "phone"))
    #expect(
      try channel("concurrency: 3, pace: [1, 0.85, 72%], at-most: 2")
        == Channel(
          name: "phone", concurrency: 3, atMost: 2, pace: Pace([1, 0.85, 0.72])))
    #expect(try channel("concurrency: 3, pace: flat") == Channel(name: "phone", concurrency: 3))
    #expect(try channel("concurrency: 3, at-most: 2, pace: [1, 0.85]").pace == Pace([1, 0.85]))
    #expect(try channel("concurrency: 3, writes: 30s, thinks: 60s").pace == Pace([1, 0.9, 90.0 / 114]))
    #expect(try channel("concurrency: 1, pace: [1]") == Channel(name: "phone", pace: Pace([1])))
  }

  @Test func `Work that may wait, and what is held one at a time, needs no pace`() throws {
    #expect(try channel("live: false, concurrency: 4").pace == .flat)
    #expect(try channel("concurrency: 4, at-most: 1").mostInHand == 1)
  }

  @Test(arguments: [
    ("concurrency: 0", "5:33: `concurrency` is 0; expected a number from 1 to 100"),
    ("concurrency: 101, pace: flat", "5:33: `concurrency` is 101; expected a number from 1 to 100"),
    ("concurrency: 2, pace: flat, at-most: 0", "5:57: `at-most` is 0; expected a number from 1 to 2"),
    (
      "concurrency: 2, pace: [1]",
      "5:42: `pace` has 1 number, and 2 can be in hand at once; expected 2 numbers, for 1 to 2 in talk"
    ),
    ("concurrency: 2, pace: fast", "5:42: `pace` is fast; expected flat, or a list such as [1, 0.85]"),
    (
      "concurrency: 2, pace: [100, 85]",
      "5:43: a pace of 100 is too fast; expected a number from 0.001 to 10, where 1 is the speed of one alone"
    ),
    (
      "concurrency: 2, writes: 30s",
      "5:36: `phone` has `writes` without `thinks`; expected both: how long the agent writes and the customer thinks"
    ),
    (
      "concurrency: 2, pace: flat, writes: 30s, thinks: 1m",
      "5:48: `phone` has `pace` and `writes` together; expected `pace`, or `writes` and `thinks`, from which it follows"
    ),
  ])
  func `What cannot be is said with what can`(text: String, sentence: String) {
    let lines = sentences(undated(rest: "channels: {phone: {\(text)}}"))
    #expect(lines.contains(sentence), "\(lines)")
  }

  @Test func `Concurrencies that divide no agent together are refused`() {
    let channels = [97, 89, 83, 79].map { "c\($0): {live: false, concurrency: \($0)}" }.joined(separator: ", ")
    let lines = sentences(undated(rest: "channels: {phone: {}, \(channels)}"))
    #expect(
      lines == [
        "5:11: no agent can be divided into parts that suit concurrencies of 1, 97, 89, 83 and 79; expected concurrencies that have a common "
          + "multiple of at most 1000000, such as 2, 4 and 6"
      ])
  }

  @Test func `Who has more room comes first where several are held at once, unless rules say otherwise`() throws {
    #expect(RoutingReader.standardAgentNames(shared: true) == ["skill-rank", "fewest-skills", "most-free-capacity", "longest-idle"])
    let shared = try load(undated(rest: "channels: {phone: {concurrency: 2, pace: flat}}"))
    #expect(shared.scenario.routing.agentForContact.count == 4 && shared.remarks == [])
    let plain = try load(undated(rest: "channels: {phone: {}}"))
    #expect(plain.scenario.routing.agentForContact.count == 3)
  }

  @Test func `The linter sees hands that are too full, and rules that do not look at room`() throws {
    let loaded = try load(
      undated(rest: "channels: {phone: {concurrency: 3, pace: [1, 0.6, 0.3]}}\nrouting: {agent-for-contact: [longest-idle]}"))
    #expect(
      loaded.remarks.map(\.text) == [
        "an agent gets less done with 3 of `phone` in talk than with 2 (0.9 against 1.2 at the speed of one): `at-most: 2` would serve more",
        "no rule asks how much room an agent has: those with something in hand are taken by id; say `most-free-capacity` to spread contacts or "
          + "`least-free-capacity` to fill hands",
      ])
  }

  @Test func `Customers may leave in the middle`() throws {
    let scenario = try load(undated("arrivals: 30/h, talk: 90s, abandons-in-service: {exponential: {mean: 20m}}")).scenario
    #expect(scenario.contactTypes[0].abandonsInService?.pieces[0].distribution.mean == 1200)
  }
}
