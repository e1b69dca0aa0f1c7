import ArgumentParser
import Workbench

struct CatalogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalog",
    abstract: "List what a scenario may name (distributions, criteria, shapes of demand), metrics, formulas, causes of missed promises.",
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
    guard let what, CatalogListing.document(what) == nil else { return }
    let nearest = CatalogListing.nearest(to: what).map { "; did you mean \($0)?" } ?? "."
    throw ValidationError("the catalogue has no \(what)\(nearest)")
  }

  func run() throws {
    try RequestFailure.reporting { () throws(RequestFailure) in
      if let document = CatalogListing.document(what) { try Terminal.show(document) }
    }
  }
}
