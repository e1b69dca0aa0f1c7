import ArgumentParser
import Workbench

/// What a command may use of the machine: shared by every command that reads scenarios.
struct ReachArguments: ParsableArguments {
  @Option(
    name: .customLong("allow-files"),
    help: ArgumentHelp(
      "Files that the scenario names may lie below this folder too, as often as needed; without it only below its own and the working folder.",
      valueName: "folder"), completion: .directory)
  var folders: [String] = []

  @Option(
    help: ArgumentHelp(
      "Memory that a play may take, and bytes of its results, by an estimate made before it: 8GiB; 4GiB by default.", valueName: "size"))
  var memory: String?

  func validate() throws {
    if folders.contains("") { throw ValidationError("--allow-files names no folder; expected one such as ../shared.") }
    if let memory, Reach.bytes(memory) == nil {
      throw ValidationError("--memory \(memory): expected a size from 1MB to 1PB, for example 8GiB.")
    }
  }

  var reach: Reach { Reach(folders: folders, memory: memory.flatMap(Reach.bytes) ?? Reach.usualMemory) }
}
