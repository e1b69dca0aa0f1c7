package import Experiments
import Foundation

/// Has the shards of a command played by Slurm, and follows them until they are merged.
package struct SlurmSubmission: Sendable {
  package var job: SlurmJob
  /// Only what is missing is submitted.
  package var resumes = false
  /// Rounds are submitted until merging answers.
  package var untilDecided = false
  /// A signal cancels the jobs; otherwise they go on without being followed.
  package var cancels = false

  private let queue = SlurmQueue()
  /// Seconds between two looks.
  private static let pause = 1.0
  /// Looks that may go unanswered one after the other: ten minutes.
  private static let patience = 600

  package init(_ job: SlurmJob) { self.job = job }

  /// How it ended.
  package enum Outcome: Sendable, Equatable {
    /// The exit status of the merge.
    case merged(Int32)
    /// Shards are missing, or more are needed: as `sbatch --array` takes them.
    case missing(String)
    /// A signal came: the jobs go on, or were cancelled.
    case left(jobs: [String], cancelled: Bool)
  }

  /// Told what was submitted.
  package struct Report: Sendable {
    package var progress: @Sendable (_ finished: Int, _ planned: Int) -> Void
    package var say: @Sendable (String) -> Void

    package init(progress: @escaping @Sendable (Int, Int) -> Void, say: @escaping @Sendable (String) -> Void) {
      self.progress = progress
      self.say = say
    }
  }

  /// Writes the scripts, submits them and waits.
  package func run(_ report: Report, interruption: InterruptionFlag) throws(RequestFailure) -> Outcome {
    let array = "\(job.folder)/array.sh"
    let merge = "\(job.folder)/merge.sh"
    try OutputFolder("\(job.folder)/log").make()
    try OutputFolder.replace(array, with: job.array)
    try OutputFolder.replace(merge, with: job.merge)
    var missing = try self.missing()
    if !resumes, missing.count < job.shards {
      report.say("muster: \(job.shards - missing.count) of \(job.shards) shards are there already and end at once.")
      missing = Array(1...job.shards)
    }
    while true {
      unlink("\(job.folder)/merge-status")
      var jobs: [String] = []
      if !missing.isEmpty { jobs.append(try queue.submit(array, ["--array=\(ShardShare.list(missing))"])) }
      jobs.append(try queue.submit(merge, jobs.map { "--dependency=afterany:\($0)" }))
      let last = jobs.last ?? ""
      report.say(
        missing.isEmpty
          ? "muster: every shard is there; job \(last) merges them."
          : "muster: job \(jobs[0]) plays shards \(ShardShare.list(missing)), job \(last) merges them.")
      guard try follow(jobs, report, interruption) else {
        if cancels { queue.cancel(jobs) }
        return .left(jobs: jobs, cancelled: cancels)
      }
      guard let status = try mergeStatus() else {
        throw .fileTrouble("job \(last) ended without merging; its log is in \(job.folder)/log.")
      }
      if status != 2 { return .merged(status) }
      let before = try ShardFolder(job.folder).roundNumber()
      for line in queue.failures(jobs[0]) { report.say("muster: job \(line).") }
      missing = try self.missing()
      // A gate that is undecided in the end has status 2 too, and nothing is missing then.
      if missing.isEmpty { return .merged(status) }
      let isNewRound = missing.count == job.shards && before > 1
      if !untilDecided || !isNewRound { return .missing(ShardShare.list(missing)) }
    }
  }

  /// Shards of the open round that are not there, from 1.
  private func missing() throws(RequestFailure) -> [Int] {
    let place = ShardFolder(job.folder)
    let round = try place.roundNumber()
    return (1...job.shards).filter { access(place.path(of: round, ShardShare(index: $0, count: job.shards)), F_OK) != 0 }
  }

  private func mergeStatus() throws(RequestFailure) -> Int32? {
    // On a file system of a network the name may come a moment later than the end of the job.
    for _ in 0..<30 {
      if let bytes = try WholeFile.read("\(job.folder)/merge-status") {
        let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        if let status = Int(text).flatMap({ Int32(exactly: $0) }) { return status }
      }
      Thread.sleep(forTimeInterval: Self.pause)
    }
    return nil
  }

  /// Until all jobs are over; false where a signal came first.
  private func follow(_ jobs: [String], _ report: Report, _ interruption: InterruptionFlag) throws(RequestFailure) -> Bool {
    var unanswered = 0
    while true {
      if interruption.isRaised { return false }
      report.progress(job.shards - (try missing().count), job.shards)
      if let states = queue.states(jobs) {
        unanswered = 0
        if states.isEmpty { return true }
      } else {
        unanswered += 1
        if unanswered >= Self.patience {
          throw .fileTrouble(
            "squeue has not answered for ten minutes; the jobs \(jobs.joined(separator: " and ")) go on without being followed.")
        }
      }
      Thread.sleep(forTimeInterval: Self.pause)
    }
  }
}
