/// A request that cannot be answered: what to say about it, one line each, and of what kind it is.
package struct RequestFailure: Error, Equatable {
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

  package var lines: [String]
  package var kind: Kind

  package init(lines: [String], kind: Kind) {
    self.lines = lines
    self.kind = kind
  }

  package static func badData(_ lines: [String]) -> Self { Self(lines: lines, kind: .badData) }
  package static func badData(_ line: String) -> Self { badData([line]) }
  package static func fileTrouble(_ line: String) -> Self { Self(lines: [line], kind: .fileTrouble) }
  package static let interrupted = Self(
    lines: ["muster: interrupted before a replication was finished; nothing was written."], kind: .interrupted)
}
