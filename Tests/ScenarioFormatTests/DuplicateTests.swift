import SimulationCore
import SupportModel
import Testing

@testable import ScenarioFormat

/// Customers who come in with the same thing twice, as a scenario says it.
@Suite struct DuplicateTests {
  private func text(_ duplicate: String, agents: String = "desk: {count: 3, skills: [call, chat]}", call: String = "") -> String {
    """
    muster: 1
    name: twice
    horizon: {length: 8h}
    contacts:
      call: {arrivals: {rate: 30/h}, talk: 90s, duplicate: \(duplicate)\(call)}
      chat: {talk: 2m}
    agents: {\(agents)}
    """
  }

  @Test func `Some come in again as another type after a while`() throws {
    let loaded = try load(text("{share: 12%, as: chat, after: {exponential: {mean: 20m}}, takes: {exponential: {mean: 60s}}}"))
    let rule = try #require(loaded.scenario.contactTypes[0].duplicate)
    #expect(rule.share == 0.12 && rule.contactType == 1 && rule.after.mean == 1_200 && rule.takes.mean == 60)
    #expect(loaded.scenario.hasDuplicates && loaded.scenario.hasNeeds && loaded.scenario.contactTypes[1].duplicate == nil)
    #expect(loaded.scenario.components.count == 1)
  }

  @Test func `Every mistake is said at once, with the nearest name`() {
    let lines = sentences(text("{share: 12, as: chatt, after: 20, taks: 1m}"))
    #expect(lines.count == 5, "\(lines)")
    #expect(lines.contains { $0.contains("there is no contact type `chatt`") && $0.contains("did you mean `chat`?") }, "\(lines)")
    #expect(lines.contains { $0.contains("`taks`") && $0.contains("did you mean `takes`?") }, "\(lines)")
  }

  @Test func `A second contact that nobody can serve, or that comes after the horizon, is remarked`() throws {
    let rule = "{share: 12%, as: chat, after: 9h, takes: 1m}"
    let remarks = try load(text(rule, agents: "desk: {count: 3, skills: [call]}")).remarks.map(\.text)
    #expect(remarks.contains { $0.hasPrefix("nobody can ever serve `chat`") }, "\(remarks)")
    #expect(
      remarks.contains {
        $0 == "customers of `call` come in a second time after 9h on average, longer than the horizon: most of them come after it"
      }, "\(remarks)")
  }

  @Test func `check says what comes a second time`() throws {
    let rule = "{share: 12%, as: chat, after: {exponential: {mean: 20m}}, takes: {exponential: {mean: 60s}}}"
    let picture = try load(text(rule)).picture
    #expect(
      picture.contains {
        $0.contains(
          "call: 12% come in with it a second time, as chat, after about 20m if it is open then; of the two, what is opened second is merged: about 1m of work"
        )
      }, "\(picture)")
    #expect(picture.contains { $0.contains("not who comes again") })
  }
}
