/// A request that cannot be answered: what to say about it, one line each, and of what kind it is.
package struct RequestFailure: Error, Equatable {
  /// Which exit status it means.
  package enum Kind: Sendable {
    /// What was asked does not fit together.
    case usage
    /// The scenario is wrong, or cannot be played to its end.
    case badData
    /// A file or folder cannot be read or written.
    case fileTrouble
    /// Stopped before any replication was finished.
    case interrupted
  }

  /// For standard error, one for each problem.
  package var lines: [String]
  /// A command ends with the status of it.
  package var kind: Kind

  package init(lines: [String], kind: Kind) {
    self.lines = lines
    self.kind = kind
  }

  /// Something in the scenario or its files is wrong.
  package static func badData(_ lines: [String]) -> Self { Self(lines: lines, kind: .badData) }
  /// Something in the scenario or its files is wrong.
  package static func badData(_ line: String) -> Self { badData([line]) }
  /// A file cannot be read or written.
  package static func fileTrouble(_ line: String) -> Self { Self(lines: [line], kind: .fileTrouble) }
  /// A signal came before there was anything to report.
  package static let interrupted = Self(
    lines: ["muster: interrupted before a replication was finished; nothing was written."], kind: .interrupted)
}
