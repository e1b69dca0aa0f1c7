import ArgumentParser
import ReportKit
import Studies
import Workbench

struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Put shards that were played on many machines together: the same files that one machine would have written.",
    discussion: """
      Examples:
        muster run scenarios/launch-day.yaml --shard 1/2 --out output/launch-day-shards
        muster run scenarios/launch-day.yaml --shard 2/2 --out output/launch-day-shards
        muster merge output/launch-day-shards
        muster merge output/launch-day-shards --allow-missing --out output/first-look

      The folder has the shards of one muster run, compare or gate with --shard. Nothing else is needed: they hold the request and every file that it \
      read. The order in which they were played and their number do not matter. docs/shards.md says what a shard is, docs/clusters.md how to have many \
      played by Slurm and others.

      Where shards are missing, or more replications are needed for a decision, their numbers are printed as --array=3,7-9 for sbatch.

      Exit status: that of the command that was shared out; 2 shards are missing.
      """)

  @Argument(help: ArgumentHelp("The folder of the shards.", valueName: "folder"), completion: .directory)
  var folder: String

  @Flag(help: "Report what is there, marked as partial.")
  var allowMissing = false

  @OptionGroup var play: PlayArguments

  func validate() throws {
    if play.seed != nil { throw ValidationError("--seed is that of the shards; it cannot be changed when they are merged.") }
  }

  func run() throws {
    var status: ExitCode?
    try RequestFailure.reporting { () throws(RequestFailure) in status = try perform() }
    if let status { throw status }
  }

  /// nil: done.
  private func perform() throws(RequestFailure) -> ExitCode? {
    var request = MergeRequest(folder)
    request.out = play.out
    request.allowsMissing = allowMissing
    request.showsPage = play.showsPage
    let asked = request
    let outcome = try play.watching { (execution) throws(RequestFailure) in try asked.outcome(execution) }
    switch outcome {
    case .missing(let missing):
      Terminal.complain(missing.sentence(folder))
      try Terminal.show(missing.array + "\n")
      return ExitStatus.shardsMissing
    case .answered(let answered):
      try play.write(answered.answer)
      if let verdict = answered.verdict {
        try CISurroundings.report(verdict.gated, scenarios: verdict.scenarios, summary: verdict.summary, toErrors: play.json)
      }
      try play.show(answered.answer)
      return answered.verdict.flatMap { ExitStatus.of($0.verdict) }
    }
  }
}
