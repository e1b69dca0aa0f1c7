import Experiments
import Reporting
import SimulationCore
import SupportPolicies

/// The catalogues as tables, straight from `XCatalog.all`.
enum CatalogListing {
  static func tables(_ part: CatalogCommand.Part) -> [ReportTable] {
    switch part {
    case .distributions:
      [
        table("Distributions", ["what for", "example"], DistributionCatalog.all.map { [$0.name, $0.help, $0.example] }),
        table("Parameters", ["give", "each", "range", "meaning"], DistributionCatalog.all.flatMap(parameters)),
      ]
    case .criteria:
      [
        table("Agent for contact", ["takes", "example"], AgentCriterionCatalog.all.map { [$0.name, $0.help, $0.example] }),
        table("Contact for agent", ["takes", "example"], ContactCriterionCatalog.all.map { [$0.name, $0.help, $0.example] }),
      ]
    case .metrics:
      [
        table(
          "Metrics", ["unit", "", "meaning"], MetricCatalog.all.map { [$0.name, $0.unit.rawValue, $0.direction.rawValue, $0.definition] })
      ]
    case .shapes: []
    }
  }

  private static func table(_ title: String, _ titles: [String], _ rows: [[String]]) -> ReportTable {
    ReportTable(columns: ([title] + titles).map { .init($0) }, rows: rows.map { $0.map { ReportText($0) } })
  }

  /// A line per parameter; the first of each form says which parameters go together.
  private static func parameters(_ family: DistributionFamily) -> [[String]] {
    family.forms.enumerated().flatMap { index, form in
      form.enumerated().map { position, parameter in
        [
          index == 0 && position == 0 ? family.name : "",
          (position == 0 ? (index == 0 ? "" : "or ") : "   ") + parameter.name + (parameter.isOptional ? " (optional)" : ""),
          parameter.kind.rawValue,
          range(parameter),
          parameter.help,
        ]
      }
    }
  }

  /// `above 0`, `0 to 1`, or nothing where any value will do.
  private static func range(_ parameter: Parameter) -> String {
    let minimum = parameter.minimum.map { Words.plain($0) }
    let maximum = parameter.maximum.map { Words.plain($0) }
    return switch (minimum, maximum) {
    case (nil, nil): ""
    case (let low?, nil): parameter.minimumIsExclusive ? "above \(low)" : "\(low) or more"
    case (nil, let high?): "\(high) or less"
    case (let low?, let high?): parameter.minimumIsExclusive ? "above \(low), to \(high)" : "\(low) to \(high)"
    }
  }
}
