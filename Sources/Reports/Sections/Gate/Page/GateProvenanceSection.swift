package import ReportKit
import Studies

/// Where both sides come from, and the one command that gives the verdicts again.
package enum GateProvenanceSection {
  package static let family = SectionFamily<GateContext>(
    name: "provenance", title: "Where this comes from",
    help: "both sides with their digests, seed, version, and the command that reproduces it"
  ) { context in
    guard let origin = context.origin else { return [] }
    let result = context.result
    let sides = [("now", context.gated.candidate)] + (context.gated.baseline.map { [("before", $0)] } ?? [])
    let table = ReportTable(
      columns: [.init("Sides"), .init("file"), .init("policy"), .init("ref"), .init("commit"), .init("digest, its beginning")],
      rows: sides.map { name, side in
        [ReportText(name)] + [side.file, side.policy, side.ref, side.commit, String(side.digest.prefix(19))].map { ReportText($0 ?? "") }
      })
    let pairs: [ReportBlock.KeyValue] = [
      .init("scenario", ReportText(context.gated.name)),
      .init("seed", ReportText("\(result.plan.seed)")),
      .init(
        "replications",
        ReportText(
          "\(Words.fixed(Double(result.replications), decimals: 0)) of each side, \(Words.fixed(Double(result.plan.budget), decimals: 0)) at most"
            + (result.isPartial ? ", interrupted" : ""))),
      .init("chance of any wrong verdict", ReportText("at most \(Words.percent(result.plan.errorRate))")),
    ]
    return [.table(table)] + ProvenanceSection.blocks(pairs, files: context.files, origin)
  }
}
