package import ReportKit

/// Where the files are.
package enum FilesSection {
  /// Left out where no files are written.
  package static let family = SectionFamily<ReportContext>(name: "files", help: "the files written") { context in
    guard let folder = context.folder, !context.files.isEmpty else { return [] }
    return [.sentence(ReportText("Written to \(folder): \(context.files.joined(separator: ", "))", .muted))]
  }
}
