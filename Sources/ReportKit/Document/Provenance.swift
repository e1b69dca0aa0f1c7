/// Where results come from, so that a file found months later can be traced and repeated.
package struct Provenance: Sendable, Equatable {
  /// Version of Muster, as in `CHANGELOG.md`.
  package static let version = "0.1.0"

  /// The subcommand: `run`.
  package var command: String
  /// As the user named it.
  package var scenarioFile: String
  /// `sha256:` and the digest of the resolved text: bases merged in, settings of the command line applied.
  package var digest: String

  package init(command: String, scenarioFile: String, resolvedText: String) {
    self.command = command
    self.scenarioFile = scenarioFile
    self.digest = "sha256:" + SHA256.hex(of: resolvedText)
  }
}
