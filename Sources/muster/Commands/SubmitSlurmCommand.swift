import ArgumentParser
import Foundation
import Workbench

struct SubmitSlurmCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "slurm",
    abstract: "Submit shards to Slurm as an array of tasks, with a job behind it that merges them, and follow both.",
    discussion: """
      Examples:
        muster submit slurm scenarios/launch-day.yaml --shards 64 --dry-run
        muster submit slurm scenarios/launch-day.yaml --shards 64 --partition long --dry-run -- --replications 10000 --set agents.experts.roster.0800=5
        muster submit slurm compare scenarios/weekend-coverage.yaml --shards 16 --dry-run -- --best cost

      What is shared out is `muster run` of the scenario, or the command that is named; what stands behind -- is its own. The scripts array.sh and merge.sh, \
      the shards and the logs lie in output/<scenario>-shards, which every node must see, as it must the program and the scenario.

      A signal (Ctrl-C) stops following; the jobs go on, or end with --cancel-on-interrupt. Whatever happened, --resume submits only what is missing.

      Exit status: that of the command that was shared out; 2 shards are missing.
      """)

  @Argument(
    help: ArgumentHelp("The scenario, or a command (run, compare, gate) and its files; behind --, its options.", valueName: "scenario"))
  var words: [String]

  @Option(help: ArgumentHelp("Into how many shares the replications are cut.", valueName: "n"))
  var shards: Int

  @Option(help: ArgumentHelp("Folder for shards, scripts and logs; output/<scenario>-shards by default.", valueName: "folder"))
  var folder: String?

  @Option(help: ArgumentHelp("Folder for the merged files; where the command would have written by default.", valueName: "folder"))
  var out: String?

  @Option(help: ArgumentHelp("Partition of the cluster.", valueName: "name"))
  var partition: String?

  @Option(help: ArgumentHelp("Time limit of each task, as sbatch takes it: 2:00:00", valueName: "time"))
  var time: String?

  @Option(help: ArgumentHelp("Memory of each task, as sbatch takes it: 2G", valueName: "size"))
  var mem: String?

  @Option(help: ArgumentHelp("Threads of each task.", valueName: "n"))
  var cpus = 1

  @Option(
    name: .customLong("sbatch"),
    help: ArgumentHelp("Another option for sbatch, as often as needed: --sbatch=--account=planning", valueName: "option"))
  var more: [String] = []

  @Flag(help: "Submit only shards that are missing.")
  var resume = false

  @Flag(help: "Where a decision needs more replications, submit the next round, until it is made.")
  var untilDecided = false

  @Flag(help: "Cancel the jobs on Ctrl-C.")
  var cancelOnInterrupt = false

  @Flag(help: "Print the scripts and submit nothing.")
  var dryRun = false

  @Flag(name: .shortAndLong, help: "Print nothing but problems.")
  var quiet = false

  func validate() throws {
    if !(1...ShardShare.most ~= shards) { throw ValidationError("--shards must be from 1 to \(ShardShare.most), not \(shards).") }
    if !(1...PlayArguments.mostThreads ~= cpus) {
      throw ValidationError("--cpus must be from 1 to \(PlayArguments.mostThreads), not \(cpus).")
    }
    if folder?.isEmpty == true { throw ValidationError("--folder names no folder; expected one such as output/launch-day-shards.") }
    for (name, value) in [("--partition", partition), ("--time", time), ("--mem", mem)] where value?.isEmpty == true {
      throw ValidationError("\(name) is empty.")
    }
    for text in [partition, time, mem].compactMap({ $0 }) + more + line where text.contains(where: \.isNewline) {
      throw ValidationError("no argument may have a line break in it: it would end the line of a script.")
    }
    // What is wrong with the command is said here, and not by sixty-four nodes.
    let parsed: any ParsableCommand
    do {
      parsed = try Muster.parseAsRoot(line + ["--shard", "1/\(shards)", "--out", place])
    } catch {
      throw ValidationError("muster \(line.joined(separator: " ")): \(Muster.message(for: error))")
    }
    guard parsed is RunCommand || parsed is CompareCommand || parsed is GateCommand else {
      throw ValidationError("muster \(line[0]) cannot be shared out; run, compare and gate can.")
    }
  }

  /// The command line that is shared out.
  private var line: [String] {
    ["run", "compare", "gate"].contains(words[0]) ? words : ["run"] + words
  }

  private var place: String {
    let scenario = line.dropFirst().first { !$0.hasPrefix("-") } ?? "scenario"
    return folder ?? "output/\(ScenarioStem.of(scenario))-shards"
  }

  func run() throws {
    var status: ExitCode?
    try RequestFailure.reporting { () throws(RequestFailure) in status = try perform() }
    if let status { throw status }
  }

  /// nil: done.
  private func perform() throws(RequestFailure) -> ExitCode? {
    let here = FileManager.default.currentDirectoryPath
    let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    var job = SlurmJob(line, program: program, workingFolder: here, folder: place, shards: shards)
    (job.out, job.partition, job.time, job.memory, job.cpus, job.more) = (out, partition, time, mem, cpus, more)
    if dryRun {
      try Terminal.show("# \(place)/array.sh\n\(job.array)\n# \(place)/merge.sh\n\(job.merge)")
      return nil
    }
    var submission = SlurmSubmission(job)
    (submission.resumes, submission.untilDecided, submission.cancels) = (resume, untilDecided, cancelOnInterrupt)
    let asked = submission
    let isQuiet = quiet
    let flag = StopSignals.watch()
    let outcome = try ProgressBar(isWanted: !quiet, counting: "shards").watching { (progress) throws(RequestFailure) in
      try asked.run(.init(progress: progress, say: { if !isQuiet { Terminal.complain($0) } }), interruption: flag)
    }
    switch outcome {
    case .merged(let status, let said):
      if status >= ExitCode.validationFailure.rawValue {
        Terminal.complain("muster: merging ended with status \(status); logs are in \(place)/log.")
        said.split(separator: "\n").forEach { Terminal.complain(String($0)) }
      } else if !quiet {
        try Terminal.show(said.isEmpty ? "Merged; the log of that is in \(place)/log.\n" : said)
      }
      return status == 0 ? nil : ExitCode(status)
    case .missing(let list):
      Terminal.complain(
        "muster: shards \(list) are missing; their logs are in \(place)/log; give the same line with --resume to play them.")
      try Terminal.show("--array=\(list)\n")
      return ExitStatus.shardsMissing
    case .left(let jobs, let isCancelled):
      Terminal.complain(
        "muster: jobs \(jobs.joined(separator: " and ")) \(isCancelled ? "were cancelled" : "go on without being followed").")
      return ExitStatus.interrupted
    }
  }
}
