package import ReportKit

/// Where the files of a comparison are.
package enum CompareFilesSection {
  /// Left out where no files are written.
  package static let family = SectionFamily<ComparisonContext>(name: "files", help: "the files written") { context in
    guard let folder = context.folder, !context.files.isEmpty else { return [] }
    return [.sentence(ReportText("Written to \(folder): \(context.files.joined(separator: ", "))", .muted))]
  }
}
