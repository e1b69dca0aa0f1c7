import Experiments
package import ReportKit

/// Where the files of a sensitivity study are.
package enum SensitivityFilesSection {
  package static let family = SectionFamily<SensitivityContext>(name: "files", help: "the files written") { context in
    guard let folder = context.folder, !context.files.isEmpty else { return [] }
    return [.sentence(ReportText("Written to \(folder): \(context.files.joined(separator: ", "))", .muted))]
  }
}
