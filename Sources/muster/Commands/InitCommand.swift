import ArgumentParser
import SimulationCore
import Workbench

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a small scenario to start from.",
    discussion: """
      Examples:
        muster init my-team.yaml
        muster init my-desk.yaml --template help-desk

      Templates: \(ScenarioTemplate.all.map { "\($0.name) (\($0.help))" }.joined(separator: "; ")).
      An existing file is never overwritten.
      """)

  @Argument(help: ArgumentHelp("The file to write.", valueName: "scenario"), completion: .file(extensions: ["yaml", "yml"]))
  var file = "scenario.yaml"

  @Option(
    help: ArgumentHelp("What to start from: \(ScenarioTemplate.all.map(\.name).joined(separator: ", ")).", valueName: "template"),
    completion: .list(ScenarioTemplate.all.map(\.name)))
  var template = ScenarioTemplate.all[0].name

  func validate() throws {
    if ScenarioTemplate.named(template) != nil { return }
    let known = ScenarioTemplate.all.map(\.name)
    let near = Nearest.name(to: template, among: known).map { "did you mean \($0)?" } ?? "known are: \(known.joined(separator: ", "))."
    throw ValidationError("--template \(template) is not known; \(near)")
  }

  func run() throws {
    try RequestFailure.reporting { () throws(RequestFailure) in
      guard let template = ScenarioTemplate.named(template) else { return }
      try NewFile.write(file, template.text)
      let next = template.text.contains("\noptions:") ? "compare" : "run"
      try Terminal.show("Wrote \(file). Next: muster \(next) \(file)\n")
    }
  }
}
