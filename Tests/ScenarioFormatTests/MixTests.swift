import SimulationCore
import SupportModel
import Testing

@testable import ScenarioFormat

/// Customers of a contact type who differ, as a scenario says it.
@Suite struct MixTests {
  private let text = """
    muster: 1
    horizon: {length: 1d}
    priorities: [urgent, normal]
    contacts:
      call:
        arrivals: 30/h
        talk: 90s
        skill: support
        queue-limit: 9
        mix: {priority: {urgent: 5%, normal: 95%}, segment: {vip: 10%, business: 90%}, skill: {english: 80%, french: 20%}}
      other: {arrivals: 3/h, talk: 90s, skill: support}
    agents: {desk: {count: 2, skills: [support, english, french]}}
    routing: {agent-for-contact: [longest-idle], contact-for-agent: [{weighted-wait: {call: 3}}], overflow: [{contacts: call, after: 30s, to: desk}]}
    targets:
      - {name: All calls, answer: 20s, goal: 80%, for: call}
      - {name: Urgent, answer: 10s, goal: 90%, for: {priority: urgent}}
      - {name: Vip, answer: 10s, goal: 90%, for: {segment: vip}}
    """

  @Test func `Each combination is a contact type behind the declared ones, and everything sees its properties`() throws {
    let scenario = try load(text).scenario
    #expect(scenario.declaredTypes == [0, 1] && scenario.contactTypes.count == 10)
    let mix = try #require(scenario.contactTypes[0].mix)
    #expect(mix.variants == 2..<10 && mix.shares.count == 8 && abs(mix.shares.reduce(0, +) - 1) < 1e-12)
    let names = scenario.contactTypes.map(\.name)
    #expect(names[2] == "call/urgent/vip/english" && names[3] == "call/urgent/vip/french" && names[9] == "call/normal/business/french")
    let french = scenario.contactTypes[3]
    #expect(french.priority == 1 && french.segment == 0 && french.skills.map { scenario.skills[$0] } == ["support", "french"])
    #expect(french.arrivals.isEmpty && french.variantOf == 0 && abs(mix.shares[1] - 0.05 * 0.1 * 0.2) < 1e-15)
  }

  @Test func `The name of the contact type stands for all of them`() throws {
    let scenario = try load(text).scenario
    #expect(scenario.targets[0].contactTypes == [0] + Array(2..<10))
    #expect(scenario.targets[1].contactTypes == Array(2..<6))
    #expect(scenario.targets[2].contactTypes == [2, 3, 6, 7])
    #expect(scenario.routing.overflow[0].contactTypes == [0] + Array(2..<10))
    #expect(scenario.contactTypes.allSatisfy { $0.queueLimit == nil })
    #expect(scenario.sharedLimits.map(\.contactTypes) == [[0] + Array(2..<10)] && scenario.sharedLimits[0].waiting == 9)
    #expect(scenario.named(scenario.targets[0].contactTypes) == [0] && scenario.named(scenario.targets[2].contactTypes).count == 4)
  }

  @Test func `Shares that are not everybody, and what is said twice, are mistakes`() {
    func wrong(_ mix: String, _ keys: String = "") -> [String] {
      ScenarioFormatTests.sentences(undated("arrivals: 30/h, talk: 90s, \(keys)mix: \(mix)", rest: "priorities: [urgent, normal]"))
    }
    #expect(wrong("{priority: {urgent: 5%, normal: 95%}}").isEmpty)
    #expect(wrong("{priority: {urgent: 5%, normal: 94%}}").count == 1)
    #expect(wrong("{priority: {urgent: 50%, high: 50%}}").count == 1)
    #expect(wrong("{priority: {urgent: 50%, normal: 50%}}", "priority: normal, ").count == 1)
    #expect(wrong("{}").count == 1)
  }
}
