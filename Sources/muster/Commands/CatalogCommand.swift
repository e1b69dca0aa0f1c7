import ArgumentParser
import Reporting
import SimulationCore
import SupportPolicies

struct CatalogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalog",
    abstract: "List what a scenario may name: distributions, routing criteria, metrics, shapes of demand.",
    discussion: """
      Examples:
        muster catalog
        muster catalog distributions
      """)

  enum Part: String, CaseIterable, ExpressibleByArgument {
    case distributions, criteria, metrics, shapes
  }

  @Argument(help: ArgumentHelp("\(Part.allCases.map(\.rawValue).joined(separator: ", ")); all by default.", valueName: "part"))
  var part: Part?

  func run() throws {
    let parts = part.map { [$0] } ?? Part.allCases
    let document = ReportDocument(
      title: ReportText("What a scenario may name", .strong),
      sections: parts.flatMap(CatalogListing.tables).map { ReportSection(name: "catalog", blocks: [.table($0)]) })
    Terminal.show(TerminalRenderer(RenderOptions(usesColour: Terminal.usesColour, width: 120)).render(document))
  }
}
