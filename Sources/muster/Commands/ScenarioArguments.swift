import ArgumentParser
import ScenarioFormat
import Workbench

/// The scenario file and the changes to it, shared by every command that reads one.
struct ScenarioArguments: ParsableArguments {
  @Argument(help: ArgumentHelp("The scenario file (YAML).", valueName: "scenario"), completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Change a value of the scenario, as often as needed: --set agents.tier1.roster.late=20", valueName: "key=value"))
  var settings: [String] = []

  @OptionGroup var reach: ReachArguments

  func validate() throws {
    for setting in settings where !setting.contains("=") || setting.hasPrefix("=") {
      throw ValidationError("--set \(setting): expected key=value, for example --set agents.tier1.roster.late=20.")
    }
  }

  func load() throws(RequestFailure) -> LoadedScenario { try Engine.load(file, settings: settings, reach: reach.reach) }

  var stem: String { ScenarioStem.of(file) }
}
