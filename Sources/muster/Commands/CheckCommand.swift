import ArgumentParser
import Workbench

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read a scenario, report everything that is wrong with it, and print what Muster understood.",
    discussion: """
      Examples:
        muster check scenarios/launch-day.yaml
        muster check scenarios/launch-day.yaml --json | jq .tables
        muster check scenarios/launch-day.yaml --strict

      Every table that the scenario names is reconciled: lines, sum, first and last time, what lies outside the horizon, what was left out or \
      taken to mean something, which columns were read.

      Problems go to standard error, one per line as file:line:column, and end with status 65. Remarks about what is well-formed but \
      doubtful (contacts nobody can serve, overflow that never opens) are printed with the picture and do not change the status; with --strict they end with status 65 too. --json prints problems and remarks as JSON, \
      whatever the status. --watch checks again whenever one of the files changes.
      """)

  @OptionGroup var source: ScenarioArguments

  @Flag(help: "Print JSON on standard output, problems included.")
  var json = false

  @Flag(help: "Remarks are problems: end with status 65 where there are any.")
  var strict = false

  @OptionGroup var watching: WatchArguments

  func run() throws {
    try watching.repeating(source) {
      var isDoubtful = false
      try RequestFailure.reporting { () throws(RequestFailure) in isDoubtful = try check() }
      if strict, isDoubtful { throw ExitStatus.badData }
    }
  }

  /// Whether there are remarks.
  private func check() throws(RequestFailure) -> Bool {
    do throws(RequestFailure) {
      let check = try Check(source.source)
      if json { try Terminal.show(check.json) } else { try Terminal.show(check.document) }
      return check.isDoubtful
    } catch {
      if json { try Terminal.show(Check.json(of: error, in: source.source)) }
      throw error
    }
  }
}
