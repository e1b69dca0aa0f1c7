import ArgumentParser
import ReportKit
import ScenarioFormat
import Workbench

struct CatalogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalog",
    abstract: "List what a scenario may name: distributions, routing criteria, shapes of demand; the metrics; and the formulas.",
    discussion: """
      Examples:
        muster catalog
        muster catalog distributions
        muster catalog lognormal
      """)

  @Argument(
    help: ArgumentHelp(
      "\(CatalogListing.Part.allCases.map(\.rawValue).joined(separator: ", ")), or a name for its parameters; all parts by default.",
      valueName: "what"))
  var what: String?

  func validate() throws {
    guard let what, CatalogListing.Part(rawValue: what) == nil, CatalogListing.details(what).isEmpty else { return }
    let nearest = CatalogListing.nearest(to: what).map { "; did you mean \($0)?" } ?? "."
    throw ValidationError("the catalogue has no \(what)\(nearest)")
  }

  func run() throws {
    let sections: [ReportSection]
    if let what, CatalogListing.Part(rawValue: what) == nil {
      sections = CatalogListing.details(what)
    } else {
      let parts = what.flatMap(CatalogListing.Part.init).map { [$0] } ?? CatalogListing.Part.allCases
      sections = parts.flatMap(CatalogListing.tables).map { ReportSection(name: "catalog", blocks: [.table($0)]) }
    }
    let document = ReportDocument(title: ReportText("What a scenario may name", .strong), sections: sections)
    try RequestFailure.reporting { () throws(RequestFailure) in
      try Terminal.show(TerminalRenderer(RenderOptions(usesColour: Terminal.usesColour, width: 1000)).render(document))
    }
  }
}
