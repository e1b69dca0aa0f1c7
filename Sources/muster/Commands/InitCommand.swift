import ArgumentParser
import Workbench

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a small scenario to start from.",
    discussion: """
      Example: muster init my-team.yaml && muster run my-team.yaml

      An existing file is never overwritten.
      """)

  @Argument(help: ArgumentHelp("The file to write.", valueName: "scenario"), completion: .file(extensions: ["yaml", "yml"]))
  var file = "scenario.yaml"

  func run() throws {
    try RequestFailure.reporting { () throws(RequestFailure) in
      try NewFile.write(file, StarterScenario.text)
      try Terminal.show("Wrote \(file). Next: muster run \(file)\n")
    }
  }
}
