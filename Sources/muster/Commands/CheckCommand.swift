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

      Every table that the scenario names is reconciled: lines, sum, first and last time, what lies outside the horizon, what was left out or \
      taken to mean something, which columns were read.

      Problems go to standard error, one per line as file:line:column, and end with status 65. Remarks about what is well-formed but \
      doubtful (contacts nobody can serve, overflow that never opens) are printed with the picture and do not change the status.
      """)

  @OptionGroup var source: ScenarioArguments

  @Flag(help: "Print JSON on standard output.")
  var json = false

  func run() throws {
    try RequestFailure.reporting { () throws(RequestFailure) in
      let check = try Check(source.source)
      if json { try Terminal.show(check.json) } else { try Terminal.show(check.document) }
    }
  }
}
