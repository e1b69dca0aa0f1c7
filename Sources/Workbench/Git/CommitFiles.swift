package import ScenarioFormat

/// A commit as far as files are read of it.
package struct CommitFiles: Sendable {
  /// As the user named it.
  package var ref: String
  /// Object name in full.
  package var hash: String
  /// By the path they have in the working tree.
  package var reader: SourceReader
}
