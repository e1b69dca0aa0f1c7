import Foundation
package import ScenarioFormat

/// Where a request gets its files from: the machine, or what was kept of them (`KeptFiles`).
package struct FileAccess: Sendable {
  /// Files by path.
  package var reader: SourceReader
  /// Files of a commit: a branch, tag or commit as the user named it, and a file of the repository that holds it.
  package var commit: @Sendable (_ ref: String, _ near: String) throws(RequestFailure) -> CommitFiles
  /// Paths by glob(3).
  package var matches: @Sendable (_ pattern: String) -> [String]

  /// Those of this machine.
  package static let machine = FileAccess(
    reader: .files, commit: { (ref, path) throws(RequestFailure) in try GitCommit(ref: ref, near: path).contents },
    matches: { pattern in
      var found = glob_t()
      defer { globfree(&found) }
      guard glob(pattern, 0, nil, &found) == 0 else { return [] }
      return (0..<Int(found.gl_pathc)).compactMap { found.gl_pathv[$0].map { String(cString: $0) } }
    })
}
