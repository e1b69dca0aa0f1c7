import ArgumentParser
import Workbench

/// The scenario file and the changes to it, shared by every command that reads one.
struct ScenarioArguments: ParsableArguments {
  @Argument(help: ArgumentHelp("The scenario file (YAML).", valueName: "scenario"), completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Change a value of the scenario, as often as needed: --set agents.tier1.roster.late=20", valueName: "key=value"),
    completion: ArgumentCompletion.settings)
  var assignments: [String] = []

  @Option(
    name: .customLong("scale"),
    help: ArgumentHelp(
      "Multiply the expected contacts of a type, or of all: --scale calls=1.1, --scale all=90%", valueName: "type=factor"))
  var scales: [String] = []

  /// What is changed, in the words of `--set`.
  private var settings: [String] { assignments + scales.map { "scale.\($0)" } }

  @OptionGroup var reach: ReachArguments

  func validate() throws {
    for scale in scales where !scale.contains("=") || scale.hasPrefix("=") {
      throw ValidationError("--scale \(scale): expected type=factor, for example --scale calls=1.1 or --scale all=90%.")
    }
    for setting in assignments where !setting.contains("=") || setting.hasPrefix("=") {
      throw ValidationError("--set \(setting): expected key=value, for example --set agents.tier1.roster.late=20.")
    }
  }

  var source: ScenarioSource { ScenarioSource(file, settings: settings, reach: reach.reach) }
}
