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

extension RequestFailure {
  /// The status a command ends with.
  var status: ExitCode {
    switch kind {
    case .usage: .validationFailure
    case .badData: ExitStatus.badData
    case .fileTrouble: ExitStatus.fileTrouble
    case .interrupted: ExitStatus.interrupted
    }
  }

  /// Runs the body of a command; says what went wrong on standard error and ends with its status.
  static func reporting(_ body: () throws -> Void) throws {
    StopSignals.ignoreFileLimit()
    do {
      try body()
    } catch let failure as RequestFailure {
      for line in failure.lines { Terminal.complain(line) }
      throw failure.status
    }
  }
}
