import ArgumentParser
import ReportKit
import Reports
import ResultFiles
import Workbench

struct ClockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clock",
    abstract: "Show the clock of one promise on one contact: due when, how much is left, in time or late.",
    discussion: """
      Examples:
        muster clock scenarios/help-desk.yaml --target "First reply" --created "2026-09-18T16:00"
        muster clock scenarios/help-desk.yaml --target Resolution --created "2026-09-18T16:00" --events ticket.csv --json

      The file of events has one a line: an instant, then one of answered, replied, customer, pending, open, on-hold, awaiting-approval, solved, \
      reopened, closed, priority=NAME. Instants are local to the scenario's time zone unless they have an offset of their own. `-` reads standard \
      input. Nothing is written; check it against your help desk.
      """)

  @OptionGroup var source: ScenarioArguments

  @Option(help: ArgumentHelp("The target whose clock is shown.", valueName: "name"))
  var target: String

  @Option(help: ArgumentHelp("When the contact comes: 2026-09-18T16:00.", valueName: "instant"))
  var created: String

  @Option(help: ArgumentHelp("What happens to it.", valueName: "file"), completion: .file())
  var events: String?

  @Option(help: ArgumentHelp("Its priority when it comes; that of the target's first contact type by default.", valueName: "name"))
  var priority: String?

  @Flag(help: "Print JSON instead of a table.")
  var json = false

  func run() throws { try RequestFailure.reporting(perform) }

  private func perform() throws(RequestFailure) {
    try Terminal.show(text(RenderOptions(usesColour: Terminal.usesColour, width: Terminal.screenColumns)))
  }

  /// What is printed.
  func text(_ options: RenderOptions) throws(RequestFailure) -> String {
    let request = ClockRequest(target: target, created: created, events: events == "-" ? "/dev/stdin" : events, priority: priority)
    let context = try request.context(source.source)
    return json ? ClockJSON.text(context) : TerminalRenderer(options).render(ReportDocument(context))
  }
}
