import Experiments
import SupportModel
import Synchronization

/// Puts the shards of a folder together and carries out the request that they were played for, as if one process had played everything.
package struct MergeRequest: Sendable {
  /// Where the shards are.
  package var folder: String
  /// Where the answer goes; nil: where that of the request would.
  package var out: String?
  /// What there is is reported, marked as partial.
  package var allowsMissing = false
  /// What is shown has room for all that a page shows.
  package var showsPage = false

  package init(_ folder: String) { self.folder = folder }

  /// What merging came to.
  package enum Outcome {
    case answered(SharedRequest.Outcome)
    /// More has to be played first.
    case missing(Missing)
  }

  /// Shards that have to be played before there is an answer.
  package struct Missing: Sendable, Equatable {
    package var round: ShardRound
    /// From 1.
    package var shares: [Int]
    /// Of all of the round.
    package var count: Int
    /// None of the round is there: the replications so far do not decide.
    package var isNewRound: Bool
    /// Replications of each option that are not there.
    package var replications: Int

    /// `--array=3,7-9`
    package var array: String { "--array=\(ShardShare.list(shares))" }

    /// For whoever has to play them.
    package func sentence(_ folder: String) -> String {
      let (first, last) = (round.replications.lowerBound + 1, round.replications.upperBound)
      if isNewRound {
        return
          "muster: \(replications) more replications are needed, \(first) to \(last): play every shard again, with the same arguments and "
          + "--out \(folder), and merge again."
      }
      return
        "muster: \(shares.count) of \(count) shards\(round.number > 1 ? " of round \(round.number)" : "") are missing in \(folder): "
        + "\(ShardShare.list(shares)); play them, or give --allow-missing to report the rest."
    }
  }

  /// `threads` of the execution: for plays that are told or tried, beside those that are merged.
  package func outcome(_ execution: Execution = Execution()) throws(RequestFailure) -> Outcome {
    let place = ShardFolder(folder)
    let set = try ShardSet(place)
    var request = set.request
    // How much may be played was asked when it was played.
    request.reach = Reach(memory: .infinity)
    request.reach.files = set.files.access
    request.out = out
    request.showPage(showsPage)
    let merger = ShardMerger(set, allowsMissing: allowsMissing, execution.progress)
    var execution = execution
    execution.supply = PlaySupply { (folds, round) throws(PlayFailure) in try merger.bring(&folds, round) }
    do throws(RequestFailure) {
      var outcome = try request.outcome(execution)
      if let missing = merger.missing {
        outcome.answer.remark =
          "muster: \(missing.shares.count) of \(missing.count) shards are missing; the results are those of the replications that are there."
      }
      return .answered(outcome)
    } catch {
      guard let missing = merger.missing, !allowsMissing else { throw merger.failure ?? error }
      try place.write(missing.round, of: set.entries[0].head.digest)
      return .missing(missing)
    }
  }
}

/// Brings an experiment the replications that are in shards, one file at a time.
private final class ShardMerger: Sendable {
  private struct State {
    var round = 0
    var merged = 0
    var missing: MergeRequest.Missing?
    var failure: RequestFailure?
  }

  private let set: ShardSet
  private let allowsMissing: Bool
  private let progress: @Sendable (_ finished: Int, _ planned: Int) -> Void
  private let state = Mutex(State())

  init(_ set: ShardSet, allowsMissing: Bool, _ progress: @escaping @Sendable (_ finished: Int, _ planned: Int) -> Void) {
    self.set = set
    self.allowsMissing = allowsMissing
    self.progress = progress
  }

  var missing: MergeRequest.Missing? { state.withLock { $0.missing } }
  var failure: RequestFailure? { state.withLock { $0.failure } }

  func bring(_ folds: inout [ExperimentFold], _ asked: PlaySupply.Round) throws(PlayFailure) -> Bool {
    var now = state.withLock { $0 }
    defer { state.withLock { [now] in $0 = now } }
    now.round += 1
    let round = ShardRound(number: now.round, asked, folds)
    do throws(RequestFailure) {
      return try merge(&folds, round, &now)
    } catch {
      now.failure = error
    }
    throw PlayFailure.elsewhere
  }

  /// False: there is less than was asked for, and it is reported. Throws where nothing is to be reported, or nothing can be.
  private func merge(_ folds: inout [ExperimentFold], _ round: ShardRound, _ now: inout State) throws(RequestFailure) -> Bool {
    let entries = set.entries.filter { $0.head.round.number == round.number }
    let count = entries.first?.head.share.count ?? set.entries.last?.head.share.count ?? 1
    if let entry = entries.first(where: { $0.head.round != round }) {
      throw .badData(
        "\(entry.path): holds replications \(entry.head.round.replications.lowerBound + 1) to \(entry.head.round.replications.upperBound) as round "
          + "\(round.number); what was decided so far asks for \(round.replications.lowerBound + 1) to \(round.replications.upperBound).")
    }
    let there = Set(entries.map(\.head.share.index))
    let absent = (1...count).filter { !there.contains($0) }
    let cut = entries.first?.head.cut ?? set.entries.last?.head.cut ?? .replications
    if !absent.isEmpty {
      let replications =
        cut == .components
        ? round.replications.count
        : absent.reduce(0) { $0 + ShardShare(index: $1, count: count).part(of: round.replications).count }
      now.missing = MergeRequest.Missing(
        round: round, shares: absent, count: count, isNewRound: entries.isEmpty, replications: replications)
      if !allowsMissing { throw .interrupted }
      if cut == .components && !entries.isEmpty {
        throw .badData(
          "\(set.folder): shards \(ShardShare.list(absent)) are missing, which are components of every replication; "
            + "there is nothing to report without them.")
      }
    }
    if cut == .components, !entries.isEmpty {
      try join(entries, to: &folds, round)
      progress(round.replications.upperBound, round.replications.upperBound)
      return true
    }
    var done = round.replications.lowerBound
    for entry in entries {
      try add(entry, to: &folds, round)
      done += entry.head.replications.count
      progress(done, round.replications.upperBound)
    }
    return absent.isEmpty
  }

  /// Records of components, joined option by option and then folded: each option of the round, all its replications, is held in memory.
  private func join(_ entries: [ShardSet.Entry], to folds: inout [ExperimentFold], _ round: ShardRound) throws(RequestFailure) {
    for (position, option) in round.options.enumerated() {
      var records: [ReplicationRecord] = []
      for entry in entries {
        let file = try whole(entry)
        do throws(FoldProblem) {
          try RecordStack.join(file.folds[position], of: entry.head.digest, folds[option].compiled, into: &records)
        } catch {
          throw .badData("\(entry.path): what it holds does not fit to the request (\(ShardWords.problem(error))).")
        }
      }
      guard records.count == round.replications.count else {
        throw .badData("\(entries[0].path): what it holds does not fit to the request (\(ShardWords.problem(FoldProblem.damaged))).")
      }
      for record in records { folds[option].add(record) }
    }
  }

  /// The file as it was when the folder was looked through.
  private func whole(_ entry: ShardSet.Entry) throws(RequestFailure) -> ShardFile {
    if let bytes = entry.bytes { return try ShardSet.file(bytes, entry.path, isWhole: true) }
    let file = try ShardSet.file(try WholeFile.read(entry.path) ?? [], entry.path, isWhole: false)
    guard file.head == entry.head else { throw .badData("\(entry.path): was replaced while it was merged; merge again.") }
    return file
  }

  private func add(_ entry: ShardSet.Entry, to folds: inout [ExperimentFold], _ round: ShardRound) throws(RequestFailure) {
    let file = try whole(entry)
    for (option, bytes) in zip(round.options, file.folds) {
      do throws(FoldProblem) {
        try folds[option].merge(bytes, of: entry.head.digest, overGaps: allowsMissing)
      } catch {
        throw .badData("\(entry.path): what it holds does not fit to the request (\(ShardWords.problem(error))).")
      }
    }
  }
}
