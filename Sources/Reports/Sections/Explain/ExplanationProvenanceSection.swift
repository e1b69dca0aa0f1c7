package import ReportKit
import Studies
import SupportModel

/// Where all this comes from, and the one command that gives it again.
package enum ExplanationProvenanceSection {
  package static let family = SectionFamily<ExplanationContext>(
    name: "provenance", title: "Where this comes from", help: "scenario, seed, version, digest, and the command that reproduces it"
  ) { context in
    guard let origin = context.origin else { return [] }
    let result = context.result
    let pairs: [ReportBlock.KeyValue] = [
      .init("scenario", ReportText(result.scenario.name)),
      .init("file", ReportText(origin.provenance.scenarioFile)),
      .init("digest", ReportText(origin.provenance.digest)),
      .init("seed", ReportText("\(result.plan.seed)")),
      .init("replications", ReportText(Words.fixed(Double(result.replications), decimals: 0) + (result.isPartial ? ", interrupted" : ""))),
      .init("confidence", ReportText(context.confidence)),
    ]
    return ProvenanceSection.blocks(pairs, files: context.files, origin)
  }
}
