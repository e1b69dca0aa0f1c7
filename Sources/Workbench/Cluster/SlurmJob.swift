/// A command shared out over the tasks of a Slurm array, with a job behind it that merges: the scripts, readable and to be kept.
package struct SlurmJob: Sendable {
  /// The command line of what is shared out, without the program: `run scenarios/launch-day.yaml --seed 7`.
  package var words: [String]
  /// The program, as every node finds it.
  package var program: String
  /// The working folder.
  package var workingFolder: String
  /// Where shards, scripts and logs go, seen from the working folder.
  package var folder: String
  /// Where the merged files go; nil: where the command would have put them.
  package var out: String?
  package var shards: Int
  package var partition: String?
  /// As `sbatch --time` takes it.
  package var time: String?
  /// As `sbatch --mem` takes it, for each task.
  package var memory: String?
  /// Threads of each task.
  package var cpus = 1
  /// Given to sbatch as they are.
  package var more: [String] = []

  package init(_ words: [String], program: String, workingFolder: String, folder: String, shards: Int) {
    self.words = words
    self.program = program
    self.workingFolder = workingFolder
    self.folder = folder
    self.shards = shards
  }

  /// What it is called in the queue.
  private var name: String { "muster-" + (words.dropFirst().first { !$0.hasPrefix("-") }.map(ScenarioStem.of) ?? words[0]) }

  /// The folder, seen from anywhere.
  var place: String { folder.hasPrefix("/") ? folder : "\(workingFolder)/\(folder)" }

  /// Plays one shard: which one is said by Slurm, which are asked for by `sbatch --array`.
  package var array: String {
    let words = [program] + words + ["--shard", "auto/\(shards)", "--out", folder, "--threads", "\(cpus)", "--quiet"]
    return """
      #!/bin/bash
      # Shards of muster \(ShellText.command(self.words)), written by muster submit.
      # A shard whose file is there ends at once, so this can be submitted again: sbatch --array=1-\(shards) \(ShellText.quoted(place + "/array.sh"))
      \(head("shard", log: "%A_%a").joined(separator: "\n"))
      #SBATCH --requeue
      exec \(ShellText.command(words))

      """
  }

  /// Merges when the array is over, however that ended, and notes how.
  package var merge: String {
    let words = [program, "merge", folder, "--quiet"] + (out.map { ["--out", $0] } ?? [])
    return """
      #!/bin/bash
      # Puts the shards together, when the array is over: sbatch --dependency=afterany:ARRAY \(ShellText.quoted(place + "/merge.sh"))
      \(head("merge", log: "%j").joined(separator: "\n"))
      \(ShellText.command(words))
      status=$?
      echo $status > \(ShellText.quoted("\(folder)/merge-status"))
      exit $status

      """
  }

  private func head(_ part: String, log: String) -> [String] {
    var options = ["--job-name=\(name)", "--chdir=\(workingFolder)", "--output=\(place)/log/\(part)-\(log).txt", "--cpus-per-task=\(cpus)"]
    if let partition { options.append("--partition=\(partition)") }
    if let time { options.append("--time=\(time)") }
    if let memory { options.append("--mem=\(memory)") }
    return (options + more).map { "#SBATCH \(ShellText.quoted($0))" }
  }
}
