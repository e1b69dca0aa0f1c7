import Experiments
import Reporting
import SimulationCore
import SupportPolicies

/// The catalogues as tables, straight from `XCatalog.all`.
enum CatalogListing {
  static func blocks(_ part: CatalogCommand.Part) -> [ReportBlock] {
    switch part {
    case .distributions:
      [table("Distributions", ["parameters", "example"], DistributionCatalog.all.map { [$0.name, parameters($0.forms), $0.example] })]
        + [table("Used for", [""], DistributionCatalog.all.map { [$0.name, $0.help] })]
    case .criteria:
      [
        table(
          "Agent for contact", ["which agent takes this contact", "example"],
          AgentCriterionCatalog.all.map { [$0.name, $0.help, $0.example] })
      ]
        + [
          table(
            "Contact for agent", ["which contact this agent takes", "example"],
            ContactCriterionCatalog.all.map { [$0.name, $0.help, $0.example] })
        ]
    case .metrics: []
    case .shapes: []
    }
  }

  private static func table(_ title: String, _ titles: [String], _ rows: [[String]]) -> ReportBlock {
    .table(ReportTable(columns: ([title] + titles).map { .init($0) }, rows: rows.map { $0.map { ReportText($0) } }))
  }

  /// `mean cv, or median p90`
  private static func parameters(_ forms: [[Parameter]]) -> String {
    forms.map { form in form.map { $0.isOptional ? "[\($0.name)]" : $0.name }.joined(separator: " ") }.joined(separator: ", or ")
  }
}
