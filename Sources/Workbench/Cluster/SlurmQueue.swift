import Foundation

/// What Slurm is asked: `sbatch`, `squeue`, `sacct`, `scancel`.
struct SlurmQueue: Sendable {
  /// Submits a script; its job number.
  func submit(_ script: String, _ options: [String]) throws(RequestFailure) -> String {
    let answer = Program("sbatch").run(["--parsable"] + options + [script])
    if answer.status == 127 { throw .fileTrouble("sbatch cannot be started: is this machine part of a Slurm cluster?") }
    // `123;cluster` where there are several clusters.
    let number = answer.line.prefix { $0 != ";" }
    guard answer.status == 0, !number.isEmpty, number.allSatisfy(\.isNumber) else {
      throw .fileTrouble("sbatch \(script): \(answer.complaint.isEmpty ? answer.line : answer.complaint)")
    }
    return String(number)
  }

  /// States of the tasks that are not over, `RUNNING` and the like; nil where nobody answers, as while a controller starts again.
  func states(_ jobs: [String]) -> [String]? {
    let answer = Program("squeue").run(["--noheader", "--array", "--format=%T", "--jobs=\(jobs.joined(separator: ","))"])
    if answer.status == 0 { return answer.text.split(separator: "\n").map(String.init) }
    // Jobs that are long over are unknown.
    return answer.complaint.contains("Invalid job id") ? [] : nil
  }

  /// Tasks that ended otherwise than well, `12_3 FAILED`, where Slurm keeps accounts; else none.
  func failures(_ job: String) -> [String] {
    let answer = Program("sacct").run(["--noheader", "--parsable2", "--allocations", "--format=JobID,State", "--jobs=\(job)"])
    guard answer.status == 0 else { return [] }
    return answer.text.split(separator: "\n").map { String($0).replacing("|", with: " ") }.filter { !$0.hasSuffix(" COMPLETED") }
  }

  func cancel(_ jobs: [String]) { _ = Program("scancel").run(jobs) }
}
