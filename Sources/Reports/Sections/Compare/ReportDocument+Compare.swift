package import ReportKit
import Studies
import SupportModel

extension ReportDocument {
  /// The report of one comparison.
  package init(_ context: ComparisonContext) {
    self.init(title: ReportDocument.title(context), context, sections: SectionCatalog.compare)
    nameNumbers("comparison.json")
  }

  /// The same as a page: every section there is.
  package init(page context: ComparisonContext) {
    self.init(title: ReportDocument.title(context), context, sections: SectionCatalog.comparePage)
    subject = context.title
    about = context.result.options.first?.scenario.about ?? ""
    subtitle = ReportDocument.played(context)
    head = CompareHead.head(context)
    nameNumbers("comparison.json")
  }

  private static func title(_ context: ComparisonContext) -> ReportText {
    ReportText("\(context.title): \(played(context))", .strong)
  }

  private static func played(_ context: ComparisonContext) -> String {
    let result = context.result
    let plays =
      "\(Words.counted(result.options.count, "option")) against the same customers, up to \(Words.counted(result.replications, "replication"))"
    return "\(result.isPartial ? "interrupted; \(plays)" : plays), seed \(context.plan.seed)"
  }
}
