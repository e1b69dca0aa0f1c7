import Experiments
package import ReportKit
import SupportModel

/// Where all this comes from, and the one command that gives it again.
package enum ProvenanceSection {
  package static let family = SectionFamily<ReportContext>(
    name: "provenance", title: "Where this comes from", help: "scenario, seed, version, digest, and the command that reproduces it"
  ) { context in
    guard let origin = context.origin else { return [] }
    let result = context.result
    var pairs: [ReportBlock.KeyValue] = [
      .init("scenario", ReportText(result.scenario.name)),
      .init("file", ReportText(origin.provenance.scenarioFile)),
      .init("digest", ReportText(origin.provenance.digest)),
      .init("seed", ReportText("\(result.seed)")),
      .init("replications", ReportText(Words.fixed(Double(result.replications), decimals: 0) + (result.isPartial ? ", interrupted" : ""))),
      .init("confidence", ReportText(context.confidence)),
      .init(
        "played",
        ReportText(
          "\(Words.fixed(Double(result.contactsPlayed), decimals: 0)) contacts, \(Words.fixed(Double(result.eventsPlayed), decimals: 0)) events"
        )),
    ]
    if let start = result.scenario.horizon.startDate {
      pairs.append(.init("starts", ReportText("\(start), clocks of \(result.scenario.horizon.timeZone ?? "UTC")")))
    }
    return blocks(pairs, files: context.files, origin)
  }

  /// What every page ends with: facts, program, files, command, and the text of everything that was read.
  static func blocks(_ pairs: [ReportBlock.KeyValue], files: [String], _ origin: ReportOrigin) -> [ReportBlock] {
    var pairs = pairs
    pairs.append(.init("program", ReportText("muster \(Provenance.version)")))
    if !files.isEmpty { pairs.append(.init("files beside this page", ReportText(files.joined(separator: ", ")))) }
    return [.keyValues(pairs), .listing(ReportListing("This command gives these numbers again", origin.command, isOpen: true))]
      + origin.sources.map { source in
        guard source.text.utf8.count > mostBytes else { return .listing(ReportListing(source.path, source.text)) }
        let head = String(decoding: source.text.utf8.prefix(mostBytes), as: UTF8.self)
        return .listing(ReportListing("\(source.path) (its beginning)", head + "\n…"))
      }
  }

  /// Of one file on the page.
  private static let mostBytes = 200_000
}
