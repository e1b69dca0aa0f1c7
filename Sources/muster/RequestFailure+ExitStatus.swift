import ArgumentParser
import Studies
import Workbench

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
