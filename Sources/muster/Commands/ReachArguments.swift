import ArgumentParser

/// Where the files that a scenario names may lie.
struct ReachArguments: ParsableArguments {
  @Option(
    name: .customLong("allow-files"),
    help: ArgumentHelp(
      "Files that the scenario names may lie below this folder too, as often as needed; without it only below its own and the working folder.",
      valueName: "folder"), completion: .directory)
  var folders: [String] = []
}
