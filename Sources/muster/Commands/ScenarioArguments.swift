import ArgumentParser
import ScenarioFormat

/// The scenario file and the changes to it, shared by every command that reads one.
struct ScenarioArguments: ParsableArguments {
  @Argument(help: ArgumentHelp("The scenario file (YAML).", valueName: "scenario"), completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Change a value of the scenario, as often as needed: --set agents.tier1.roster.late=20", valueName: "key=value"))
  var settings: [String] = []

  func validate() throws {
    for setting in settings where !setting.contains("=") || setting.hasPrefix("=") {
      throw ValidationError("--set \(setting): expected key=value, for example --set agents.tier1.roster.late=20.")
    }
  }

  func load() throws(CommandFailure) -> LoadedScenario { try Engine.load(file, settings: settings) }

  var stem: String { Self.stem(of: file) }

  /// `launch-day` of `scenarios/launch-day.yaml`
  static func stem(of file: String) -> String {
    var name = file.split(separator: "/").last.map(String.init) ?? file
    for suffix in [".yaml", ".yml"] where name.hasSuffix(suffix) && name.count > suffix.count { name.removeLast(suffix.count) }
    return name
  }
}
