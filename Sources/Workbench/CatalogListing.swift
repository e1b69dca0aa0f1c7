import QueueingTheory
package import ReportKit
import ScenarioFormat
import ServiceMetrics
import Studies

/// The catalogues as tables, straight from `XCatalog.all`.
package enum CatalogListing {
  /// What may be asked for by one word.
  package enum Part: String, CaseIterable, Sendable {
    case distributions, shapes, criteria, metrics, formulas, causes
  }

  /// A table for each chapter of a part.
  package static func tables(_ part: Part) -> [ReportTable] {
    switch part {
    case .distributions: chapters(["Distributions", "Beside any distribution"])
    case .shapes: chapters(["Demand shapes"])
    case .criteria: chapters(["Agent criteria", "Contact criteria"])
    case .metrics:
      [
        table(
          "Metrics", ["unit", "", "meaning"], MetricCatalog.all.map { [$0.name, $0.unit.rawValue, $0.direction.rawValue, $0.definition] })
      ]
    case .formulas:
      [table("Formulas", ["", "what for"], FormulaCatalog.all.map { [$0.name, $0.title, $0.help] })]
    case .causes: [table("Causes of missed promises", ["", "taken away"], BreachCauseCatalog.all.map { [$0.name, $0.title, $0.without] })]
    }
  }

  /// Entries whose name contains a word, with their parameters; none where there is no such entry.
  package static func details(_ word: String) -> [ReportSection] {
    let entries = CatalogText.lines(matching: word).map { ReportBlock.sentence(ReportText($0)) }
    let metrics = MetricCatalog.all.filter { $0.name.contains(word.lowercased()) }.map {
      ReportBlock.sentence(ReportText("\($0.name) (\($0.unit.rawValue), \($0.direction.rawValue)): \($0.definition)"))
    }
    let formulas = FormulaCatalog.all.filter { $0.name.contains(word.lowercased()) }.flatMap {
      [
        "\($0.name): \($0.title), \($0.help)", "  assumes \($0.assumptions.joined(separator: "; "))",
        $0.accuracy.map { "  accuracy: \($0)" }, "  source: \($0.source)",
      ].compactMap { $0 }.map { ReportBlock.sentence(ReportText($0)) }
    }
    let causes = BreachCauseCatalog.all.filter { $0.name.contains(word.lowercased()) }.map {
      ReportBlock.sentence(ReportText("\($0.name) (cause of missed promises): taken away, \($0.without)"))
    }
    return [entries, metrics, formulas, causes].filter { !$0.isEmpty }.map { ReportSection(name: "catalog", blocks: [.heading("")] + $0) }
  }

  /// The entry that was probably meant; nil: none is near.
  package static func nearest(to word: String) -> String? { CatalogText.nearestName(to: word) }

  /// All of it, one part, or the entries whose name contains a word. nil: there are none.
  package static func document(_ what: String?) -> ReportDocument? {
    let sections: [ReportSection]
    if let what, Part(rawValue: what) == nil {
      sections = details(what)
      if sections.isEmpty { return nil }
    } else {
      let parts = what.flatMap(Part.init).map { [$0] } ?? Part.allCases
      sections = parts.flatMap(tables).map { ReportSection(name: "catalog", blocks: [.table($0)]) }
    }
    return ReportDocument(title: ReportText("What a scenario may name", .strong), sections: sections)
  }

  private static func chapters(_ titles: [String]) -> [ReportTable] {
    CatalogText.chapters.filter { titles.contains($0.title) }.map { chapter in
      table(chapter.title, ["what for", "example"], chapter.entries.map { [$0.name, $0.help, $0.example] })
    }
  }

  private static func table(_ title: String, _ titles: [String], _ rows: [[String]]) -> ReportTable {
    ReportTable(columns: ([title] + titles).map { .init($0) }, rows: rows.map { $0.map { ReportText($0) } })
  }
}
