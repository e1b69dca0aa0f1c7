import ArgumentParser
import ReportKit
import ScenarioFormat
import SupportModel
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
    let loaded: LoadedScenario
    do throws(RequestFailure) {
      loaded = try source.load()
    } catch {
      if json { try Terminal.show(CheckJSON.text(problems: error.lines, file: source.file)) }
      throw error
    }
    let isDoubtful = !loaded.remarks.isEmpty || loaded.options.contains { !$0.remarks.isEmpty }
    if json {
      try Terminal.show(CheckJSON.text(loaded, file: source.file))
      return isDoubtful
    }
    let blocks =
      loaded.picture.map { ReportBlock.sentence(ReportText($0)) }
      + loaded.remarks.map { .sentence(ReportText($0.text, .unsure)) }
      + loaded.options.flatMap { option in
        option.remarks.map { .sentence(ReportText("option \(option.name): \($0.text)", .unsure)) }
      }
    let document = ReportDocument(
      title: ReportText("\(source.file): no problems", .strong), sections: [ReportSection(name: "picture", blocks: blocks)])
    try Terminal.show(TerminalRenderer(RenderOptions(usesColour: Terminal.usesColour, width: 1000)).render(document))
    return isDoubtful
  }
}
