import ArgumentParser
import Studies
import Workbench

/// How a command may end, after sysexits(3) where it has a word for it.
enum ExitStatus {
  /// A gate is broken.
  static let gateFailed = ExitCode(1)
  /// No gate is broken, and at least one is not decided.
  static let gateUndecided = ExitCode(2)
  /// Shards have to be played before they can be merged.
  static let shardsMissing = ExitCode(2)
  /// The scenario is wrong, or cannot be played to its end.
  static let badData = ExitCode(65)
  /// A file or folder cannot be read or written.
  static let fileTrouble = ExitCode(74)
  /// A signal came before any replication was finished.
  static let interrupted = ExitCode(130)

  /// nil: it passes.
  static func of(_ verdict: GateVerdict) -> ExitCode? {
    switch verdict {
    case .pass, .notCompared: nil
    case .fail: gateFailed
    case .undecided: gateUndecided
    }
  }
}
