import ArgumentParser

/// How a command may end, after sysexits(3) where it has a word for it.
enum ExitStatus {
  /// A gate is broken.
  static let gateFailed = ExitCode(1)
  /// No gate is broken, and at least one is not decided.
  static let gateUndecided = ExitCode(2)
  /// The scenario is wrong, or cannot be played to its end.
  static let badData = ExitCode(65)
  /// A file or folder cannot be read or written.
  static let fileTrouble = ExitCode(74)
  /// A signal came before any replication was finished.
  static let interrupted = ExitCode(130)
}

/// A command that cannot go on: what it says on standard error, one line each, and the status it ends with.
struct CommandFailure: Error, Equatable {
  var lines: [String]
  var status: ExitCode

  static func badData(_ lines: [String]) -> Self { Self(lines: lines, status: ExitStatus.badData) }
  static func badData(_ line: String) -> Self { badData([line]) }
  static func fileTrouble(_ line: String) -> Self { Self(lines: [line], status: ExitStatus.fileTrouble) }
  static let interrupted = Self(
    lines: ["muster: interrupted before a replication was finished; nothing was written."], status: ExitStatus.interrupted)

  /// Runs the body of a command; says what went wrong and ends with its status.
  static func reporting(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let failure as CommandFailure {
      for line in failure.lines { Terminal.complain(line) }
      throw failure.status
    }
  }
}
