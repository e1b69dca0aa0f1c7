package import ReportKit

/// Where the files of an explanation are.
package enum ExplanationFilesSection {
  package static let family = SectionFamily<ExplanationContext>(name: "files", help: "the files written") { context in
    guard let folder = context.folder, !context.files.isEmpty else { return [] }
    return [.sentence(ReportText("Written to \(folder): \(context.files.joined(separator: ", "))", .muted))]
  }
}
