import ReportKit

/// One option as it was read: where from, with which digest and changes.
package struct ComparedSource: Sendable {
  /// As the user named it.
  package var file: String
  /// `sha256:` and the digest of the resolved text.
  package var digest: String
  /// What a patch or the settings of the command line make of the file; empty for a file as it is.
  package var changes: [String]

  package init(file: String, resolvedText: String, changes: [String]) {
    self.file = file
    digest = "sha256:" + SHA256.hex(of: resolvedText)
    self.changes = changes
  }
}
