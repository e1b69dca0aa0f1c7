import ReportKit

/// One option as it was read: where from, with which digest and changes.
package struct ComparedSource: Sendable {
  package var file: String
  package var digest: String
  package var changes: [String]

  package init(file: String, resolvedText: String, changes: [String]) {
    self.file = file
    digest = "sha256:" + SHA256.hex(of: resolvedText)
    self.changes = changes
  }
}
