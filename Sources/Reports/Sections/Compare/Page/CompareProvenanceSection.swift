package import ReportKit
import Studies

/// What each option is, where all this comes from, and the one command that gives it again.
package enum CompareProvenanceSection {
  package static let family = SectionFamily<ComparisonContext>(
    name: "provenance", title: "Where this comes from",
    help: "what each option changes, seed, version, digests, and the command that reproduces it"
  ) { context in
    guard let origin = context.origin else { return [] }
    let result = context.result
    let options = zip(result.options, context.sources).map { option, source -> [ReportText] in
      [
        ReportText(option.name), ReportText(source.file),
        ReportText(source.changes.isEmpty ? "nothing" : source.changes.joined(separator: "; ")),
        ReportText(String(source.digest.prefix(19))),
      ]
    }
    var table = ReportTable(
      columns: [.init("What each option changes"), .init("file"), .init("changes"), .init("digest, its beginning")], rows: options)
    table.isFolded = options.count > SideBySideSection.mostOptions
    let pairs: [ReportBlock.KeyValue] = [
      .init("comparison", ReportText(context.title)),
      .init("file", ReportText(origin.provenance.scenarioFile)),
      .init("digest", ReportText(origin.provenance.digest)),
      .init("seed", ReportText("\(context.plan.seed)")),
      .init(
        "replications",
        ReportText("up to \(Words.fixed(Double(result.replications), decimals: 0))\(result.isPartial ? ", interrupted" : "")")),
      .init("confidence", ReportText(context.confidence)),
    ]
    return (options.isEmpty ? [] : [.table(table)]) + ProvenanceSection.blocks(pairs, files: context.files, origin)
  }
}
