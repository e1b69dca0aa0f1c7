import ArgumentParser
import ReportKit
import SimulationCore
import TerminalText

/// The command line: it reads arguments, opens files, shows progress and ends with the right status. Everything else is a library.
@main
struct Muster: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "muster",
    abstract: "Simulate a customer-support operation: will it hold, how sure is that, and what would change it.",
    discussion: """
      A scenario file says what demand arrives, who works when with which skills, how work is routed and what was promised. \
      Muster plays it many times.

      Example: muster run scenarios/launch-day.yaml

      Exit status: 0 done, 64 wrong usage, 65 bad data, 74 a file cannot be read or written, 130 interrupted before anything was finished.
      """,
    version: "muster \(Provenance.version)",
    subcommands: [
      RunCommand.self, CompareCommand.self, GateCommand.self, MergeCommand.self,
      SubmitCommand.self, SensitivityCommand.self, ExplainCommand.self, StaffCommand.self,
      ErlangCommand.self,
      ClockCommand.self, CheckCommand.self,
      CatalogCommand.self, SchemaCommand.self, InitCommand.self,
    ])

  /// As the parser would, but what it quotes of the arguments can drive neither a terminal nor the server that reads the log.
  static func main() {
    if let line = unknownCommand(Array(CommandLine.arguments.dropFirst())) {
      Terminal.complain(line)
      exit(withError: ExitCode.validationFailure)
    }
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let message = fullMessage(for: error)
      let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map { Legible.text(String($0)) }
      if exitCode(for: error) == .success || lines.joined(separator: "\n") == message { exit(withError: error) }
      lines.forEach(Terminal.complain)
      exit(withError: exitCode(for: error))
    }
  }

  /// What is said of a first word that is no command; nil: it is one, or an option.
  static func unknownCommand(_ words: [String]) -> String? {
    let known = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let first = words.first, !first.hasPrefix("-"), !known.contains(first) else { return nil }
    if let near = Nearest.name(to: first, among: known) { return "muster: there is no command \(first); did you mean muster \(near)?" }
    return "muster: there is no command \(first); there are: \(known.joined(separator: ", "))."
  }
}
