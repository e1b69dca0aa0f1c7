package import ReportKit
import Staffing
import SupportModel

/// Where all this comes from, and the one command that gives it again.
package enum StaffProvenanceSection {
  package static let family = SectionFamily<StaffingContext>(
    name: "provenance", title: "Where this comes from", help: "scenario, seed, version, digest, and the command that reproduces it"
  ) { context in
    guard let origin = context.origin else { return [] }
    let settings = context.result.settings
    let pairs: [ReportBlock.KeyValue] = [
      .init("scenario", ReportText(context.scenario.name)),
      .init("file", ReportText(origin.provenance.scenarioFile)),
      .init("digest", ReportText(origin.provenance.digest)),
      .init("seed", ReportText("\(settings.seed)")),
      .init("replications behind the plan", ReportText(Words.fixed(Double(settings.replications), decimals: 0))),
      .init("plays made to find it", ReportText(Words.fixed(Double(context.result.trials), decimals: 0))),
      .init("targets must hold", ReportText(settings.scope == .interval ? "in every interval" : "over the whole day")),
      .init("confidence", ReportText(Words.percent(settings.confidence))),
    ]
    return ProvenanceSection.blocks(pairs, files: context.files, origin)
  }
}
