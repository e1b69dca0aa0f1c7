package import ReportKit
import Studies
import SupportModel

/// What is read together before and after a change, with the direction in which each moved, and what was bought with what.
package enum GateHealthSection {
  package static let family = SectionFamily<GateContext>(
    name: "health", title: "Read together",
    help: "response, resolution, satisfaction, open work, effort and cost before and now, and where they disagree"
  ) { context in
    let health = context.result.health
    // What is the same text differs nowhere.
    guard !health.isEmpty, !context.gated.isIdentical else { return [] }
    let currency = context.scenario.currency
    let table = HealthWords.table(
      health, option: 1, names: ["before", "now"], currency: currency,
      confidence: Words.percent(1 - context.result.plan.errorRate))
    // A gate that guards the set says it with its own margins.
    let isGuarded = context.scenario.gates.contains(where: \.isOfHealth)
    let said = isGuarded ? nil : HealthWords.disagreement(health, option: 1, currency: currency)
    return [.table(table)] + (said.map { [.sentence(ReportText("Bought at a price: \($0).", .unsure))] } ?? [])
  }
}
