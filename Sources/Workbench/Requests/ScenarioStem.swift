/// What the folder of a scenario's files is called.
package enum ScenarioStem {
  /// `launch-day` of `scenarios/launch-day.yaml`
  package static func of(_ file: String) -> String {
    var name = file.split(separator: "/").last.map(String.init) ?? file
    for suffix in [".yaml", ".yml"] where name.hasSuffix(suffix) && name.count > suffix.count { name.removeLast(suffix.count) }
    // Never a name that leads out of the folder of all results.
    return name == "." || name == ".." || name.utf8.contains(0) ? "scenario" : name
  }
}
