import Experiments

extension ReportDocument {
  /// The report of one comparison.
  package init(_ context: ComparisonContext) {
    let result = context.result
    let plays = "\(Words.counted(result.options.count, "option")) against the same customers, up to \(Words.counted(result.replications, "replication"))"
    let how = result.isPartial ? "interrupted; \(plays)" : plays
    self.init(title: ReportText("\(context.title): \(how), seed \(context.plan.seed)", .strong), context, sections: SectionCatalog.compare)
  }
}

/// What stood out in an option and not in all of them.
package enum CompareRemarksSection {
  package static let family = SectionFamily<ComparisonContext>(name: "remarks", help: "what stood out in single options") { context in
    let options = context.result.options
    var rows: [[ReportText]] = []
    for option in options {
      for remark in option.remarks { rows.append([ReportText("\(option.name): \(remark)", .unsure)]) }
    }
    return rows.isEmpty ? [] : [.table(ReportTable(columns: [.init("Remarks")], rows: rows, essentialRows: 1))]
  }
}

/// Where the files of a comparison are.
package enum CompareFilesSection {
  package static let family = SectionFamily<ComparisonContext>(name: "files", help: "the files written") { context in
    guard let folder = context.folder, !context.files.isEmpty else { return [] }
    return [.sentence(ReportText("Written to \(folder): \(context.files.joined(separator: ", "))", .muted))]
  }
}
