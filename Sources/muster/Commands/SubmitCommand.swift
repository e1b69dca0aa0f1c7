import ArgumentParser
import Foundation

struct SubmitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit",
    abstract: "Have a run, compare or gate played by many machines.",
    discussion: """
      Example: muster submit slurm scenarios/launch-day.yaml --shards 64 --dry-run

      docs/clusters.md has other engines: the same shards can be played by anything that runs command lines.
      """, subcommands: [SubmitSlurmCommand.self])
}
