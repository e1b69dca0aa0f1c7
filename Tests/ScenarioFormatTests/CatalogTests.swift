import SimulationCore
import SupportModel
import SupportPolicies
import Testing

@testable import ScenarioFormat

/// Everything in a catalogue works in a scenario as its example says.
@Suite struct CatalogTests {
  @Test(arguments: DistributionCatalog.all.map(\.example)) func `Every distribution example loads`(_ example: String) {
    #expect(sentences(undated("arrivals: 1/h, talk: \(example)")) == [])
  }

  @Test(arguments: DistributionModifierCatalog.all.map(\.example)) func `Every modifier example loads`(_ example: String) {
    #expect(sentences(undated("arrivals: 1/h, talk: \(example)")) == [])
  }

  @Test(arguments: DemandShapeCatalog.all.map(\.example)) func `Every shape example loads`(_ example: String) {
    #expect(sentences(undated(rest: "demand-events: [{at: 1h, extra: {call: 10}, shape: \(example)}]")) == [])
  }

  private func scenario(_ routing: String) -> String {
    """
    muster: 1
    horizon: {length: 8h}
    contacts: {billing-call: {talk: 1m, arrivals: 1/h}, billing-email: {talk: 1m, arrivals: 1/h}}
    agents: {tier1: {count: 1, skills: [billing-call]}, tier2: {count: 1, skills: [billing-call, billing-email]}}
    routing: {\(routing)}
    """
  }

  @Test(arguments: AgentCriterionCatalog.all.map(\.example)) func `Every agent criterion example loads`(_ example: String) {
    #expect(sentences(scenario("agent-for-contact: [\(example)]")) == [])
  }

  @Test(arguments: ContactCriterionCatalog.all.map(\.example)) func `Every contact criterion example loads`(_ example: String) {
    #expect(sentences(scenario("contact-for-agent: [\(example)]")) == [])
  }

  @Test func `The catalogue text names everything`() {
    let text = CatalogText.lines().joined(separator: "\n")
    for name in DistributionCatalog.all.map(\.name) + AgentCriterionCatalog.all.map(\.name) + ContactCriterionCatalog.all.map(\.name) {
      #expect(text.contains("  \(name) "), "\(name)")
    }
    #expect(text.contains("mean: duration more than 0s, average"))
    #expect(CatalogText.lines(matching: "spike").first == "Demand shapes   (demand-events: [{shape: …}])")
    #expect(CatalogText.lines(matching: "nothing-like-it") == [])
    #expect(CatalogText.nearestName(to: "lognormel") == "lognormal")
  }
}
