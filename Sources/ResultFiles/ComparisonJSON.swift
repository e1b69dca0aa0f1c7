import Experiments
package import ReportKit
package import Reports
import ServiceMetrics
package import Studies
import SupportModel

/// `comparison.json`, schema 1: the rows of `results.json` with the key `option`, and before them what was compared and what came out.
package enum ComparisonJSON {
  /// Metrics by option, differences to the first, and where each option came from.
  package static func text(_ result: Comparison, _ provenance: Provenance, title: String, sources: [ComparedSource]) -> String {
    let currency = result.options.first?.scenario.currency ?? ""
    var head = JSONObject(heading: provenance, scenario: title)
    head.set("seed", result.plan.seed)
    head.set("replications", result.replications)
    head.set("partial", result.isPartial)
    head.set("confidence", result.plan.confidence)
    head.set("stop", word(result.stop))
    if case .budgetSpent(let needed) = result.stop { head.set("needed", needed) }
    if let objective = result.plan.objective { head.set("selection", selection(result, objective, currency)) }
    head.set("options", result.options.indices.map { option(result, $0, sources[$0]) })
    head.set("differences", differences(result, currency))
    head.set("pairing", pairing(result))
    let names = result.options.map(\.name)
    head.set("health", result.options.indices.dropFirst().flatMap { HealthJSON.rows(result.health, $0, names, currency) })
    let rows = result.options.flatMap { option in option.estimates.map { JSONObject(row: $0, in: option.scenario, option: option.name) } }
    return head.text(closingWith: "metrics", rows)
  }

  private static func selection(_ result: Comparison, _ objective: Objective, _ currency: String) -> JSONObject {
    var object = JSONObject()
    object.set("procedure", "Andradóttir & Kim (2010) AK+, margins of Kim & Nelson (2001) KN")
    object.set("chances", "Gaussian multiplier bootstrap over paired replications")
    object.set("metric", objective.question.metric.name)
    object.set(objective.question)
    object.set("goal", objective.isMaximised ? "highest" : "lowest")
    object.set("indifference", result.indifference)
    object.set(
      "requirements",
      result.plan.requirements.map { requirement in
        var object = JSONObject()
        object.set("metric", requirement.question.metric.name)
        object.set(requirement.question)
        object.set(requirement.relation == .atLeast ? "at-least" : "at-most", requirement.limit)
        object.set("tolerance", requirement.margin)
        return object
      })
    if let best = result.best { object.set("best", result.options[best].name) }
    if let leader = result.leader { object.set("leader", result.options[leader].name) }
    return object
  }

  private static func option(_ result: Comparison, _ index: Int, _ source: ComparedSource) -> JSONObject {
    let option = result.options[index]
    var object = JSONObject()
    object.set("option", option.name)
    object.set("file", source.file)
    object.set("digest", source.digest)
    object.set("changes", source.changes)
    object.set("replications", option.replications)
    if result.plan.objective != nil {
      object.set("outcome", outcome(result, option))
      object.set("chance-best", option.chanceBest)
    }
    if !result.plan.requirements.isEmpty {
      object.set("keeps", word(result.together(index)))
      object.set("distance", result.distance(index))
      object.set("promises", result.plan.requirements.indices.map { promise(result, $0, index) })
    }
    if let dominance = option.dominated {
      object.set("dominated-by", result.options[dominance.by].name)
      object.set("dominated-surely", dominance.isSure)
    }
    if let removal = option.removal { object.set("removal", saved(removal)) }
    object.set("remarks", RemarkWords.sentences(option.remarks, option.scenario))
    return object
  }

  /// What removing recurring issues saves, per play: differences to the first option.
  private static func saved(_ removal: RemovalEffect) -> JSONObject {
    func difference(_ estimate: PairedEstimate) -> JSONObject {
      var object = JSONObject()
      object.set("difference", estimate)
      return object
    }
    var object = JSONObject()
    object.set("costs", removal.costs)
    object.set("weeks", removal.weeks)
    object.set("contacts", difference(removal.contacts))
    object.set("work-hours", difference(removal.workHours))
    object.set("per-paid-hour", removal.perPaidHour)
    if let cost = removal.cost { object.set("cost", difference(cost)) }
    return object
  }

  /// One requirement under one option.
  private static func promise(_ result: Comparison, _ requirement: Int, _ option: Int) -> JSONObject {
    let asked = result.plan.requirements[requirement]
    var object = JSONObject()
    object.set("metric", asked.question.metric.name)
    object.set(asked.question)
    object.set(asked.relation == .atLeast ? "at-least" : "at-most", asked.limit)
    object.set("estimate", result.shared(asked.question, option)?.estimate)
    object.set("state", word(result.state(requirement, option)))
    object.set("short-by", result.shortfall(requirement, option))
    return object
  }

  private static func word(_ state: PromiseState) -> String {
    switch state {
    case .kept: "kept"
    case .broken: "broken"
    case .open: "open"
    case .undefined: "undefined"
    }
  }

  static func outcome(_ result: Comparison, _ option: ComparedOption) -> String {
    if let best = result.best, result.options[best].name == option.name { return "best" }
    return switch option.standing {
    case .open: "undecided"
    case .beaten: "beaten"
    case .infeasible: "infeasible"
    case .undefined: "undefined"
    }
  }

  private static func differences(_ result: Comparison, _ currency: String) -> [JSONObject] {
    guard let first = result.options.first else { return [] }
    return result.questions.enumerated().flatMap { position, question in
      result.options.dropFirst().map { option in
        let difference = option.differences[position]
        var row = JSONObject()
        row.set("metric", question.metric.name)
        row.set("unit", question.metric.unitName(currency: currency))
        row.set(question)
        row.set("option", option.name)
        row.set("less", first.name)
        row.set("difference", difference)
        row.set("variance-reduction", difference.varianceReduction)
        row.set("largest-variance-reduction", difference.largestReduction)
        return row
      }
    }
  }

  /// A row for each metric that can be paired.
  private static func pairing(_ result: Comparison) -> [JSONObject] {
    result.questions.enumerated().compactMap { position, question in
      guard let reduction = result.varianceReduction(position) else { return nil }
      var row = JSONObject()
      row.set("metric", question.metric.name)
      row.set(question)
      row.set("variance-reduction", reduction)
      return row
    }
  }

  private static func word(_ stop: ComparisonStop) -> String {
    switch stop {
    case .completed: "completed"
    case .bestKnown: "best-known"
    case .noneFeasible: "none-feasible"
    case .budgetSpent: "budget-spent"
    case .interrupted: "interrupted"
    }
  }
}
