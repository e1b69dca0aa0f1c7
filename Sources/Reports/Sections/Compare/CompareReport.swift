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

/// What stood out in the option that would be chosen; of the others `comparison.json` has it.
package enum CompareRemarksSection {
  /// Left out where nothing stood out.
  package static let family = SectionFamily<ComparisonContext>(name: "remarks", help: "what stood out in the option that would be chosen") {
    context in
    guard let leader = context.result.leader else { return [] }
    let remarks = RemarkWords.sentences(context.result.options[leader].remarks, context.result.options[leader].scenario)
    guard !remarks.isEmpty else { return [] }
    var table = ReportTable(
      columns: [.init("Remarks on \(context.name(leader))")], rows: remarks.prefix(3).map { [ReportText($0, .unsure)] })
    table.leftOut = max(0, remarks.count - 3)
    return [.table(table)]
  }
}

/// The same on a page, which says what they are about in a sentence.
package enum CompareStoodOutSection {
  package static let family = SectionFamily<ComparisonContext>(
    name: "remarks", title: "What stood out", help: "what stood out in the option that would be chosen"
  ) { context in
    let blocks = CompareRemarksSection.family.make(context)
    guard !blocks.isEmpty, let leader = context.result.leader else { return [] }
    return [.sentence(ReportText("In the plays of \(context.name(leader)), the option that would be chosen:", .muted))] + blocks
  }
}

/// Where the files of a comparison are.
package enum CompareFilesSection {
  /// Left out where no files are written.
  package static let family = SectionFamily<ComparisonContext>(name: "files", help: "the files written") { context in
    guard let folder = context.folder, !context.files.isEmpty else { return [] }
    return [.sentence(ReportText("Written to \(folder): \(context.files.joined(separator: ", "))", .muted))]
  }
}
