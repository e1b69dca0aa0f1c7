import Experiments
import Foundation
import ReportKit
import SupportModel
import Synchronization

/// Plays a share of a request's replications and writes it into a file that any machine can merge.
package struct ShardRequest: Sendable {
  package var request: SharedRequest
  package var share: ShardShare
  /// Where shards go.
  package var folder: String
  /// Played even where its file is there.
  package var isForced = false
  /// What its share is a share of.
  package var cut = ShardCut.replications

  package init(_ request: SharedRequest, _ share: ShardShare, folder: String) {
    self.request = request
    self.share = share
    self.folder = folder
  }

  /// What became of it.
  package struct Outcome: Sendable, Equatable {
    package var share: ShardShare
    /// The file.
    package var path: String
    /// Those that it holds, from 0.
    package var replications: Range<Int>
    /// Of the whole round.
    package var round: ShardRound
    /// The file was there already.
    package var wasThere: Bool

    /// For whoever started it.
    package var sentence: String {
      let (first, last) = (replications.lowerBound + 1, replications.upperBound)
      let part = replications.isEmpty ? "no replication" : first == last ? "replication \(first)" : "replications \(first) to \(last)"
      return "\(ShardWords.name(round.number, share)), \(part) of \(round.replications.upperBound): "
        + (wasThere ? "\(path) is there already" : "written to \(path)")
    }
  }

  /// Carries the request out as far as its first play, and plays the share instead.
  package func play(_ execution: Execution = Execution()) throws(RequestFailure) -> Outcome {
    var asked = request
    let text = try asked.text()
    let keeper = FileKeeper(asked.reach.files)
    asked.reach.files = keeper.access
    asked.out = folder
    let player = ShardPlayer(self, text, keeper, execution)
    var execution = execution
    execution.supply = PlaySupply { (folds, round) throws(PlayFailure) in
      player.play(folds, round)
      throw PlayFailure.elsewhere
    }
    do throws(RequestFailure) {
      _ = try asked.outcome(execution)
    } catch {
      if let result = player.result { return try result.get() }
      throw error
    }
    throw .badData("nothing of this is played, so there is nothing to share; run it without --shard.")
  }
}

/// Plays when it is asked for replications, and notes what became of it.
private final class ShardPlayer: Sendable {
  private let shard: ShardRequest
  private let request: String
  private let keeper: FileKeeper
  private let execution: Execution
  private let noted = Mutex<Result<ShardRequest.Outcome, RequestFailure>?>(nil)

  init(_ shard: ShardRequest, _ request: String, _ keeper: FileKeeper, _ execution: Execution) {
    self.shard = shard
    self.request = request
    self.keeper = keeper
    self.execution = execution
  }

  var result: Result<ShardRequest.Outcome, RequestFailure>? { noted.withLock { $0 } }

  func play(_ folds: [ExperimentFold], _ round: PlaySupply.Round) {
    let outcome: Result<ShardRequest.Outcome, RequestFailure>
    do throws(RequestFailure) {
      outcome = .success(try written(folds, round))
    } catch {
      outcome = .failure(error)
    }
    noted.withLock { $0 = outcome }
  }

  private func written(_ folds: [ExperimentFold], _ asked: PlaySupply.Round) throws(RequestFailure) -> ShardRequest.Outcome {
    let files = keeper.kept
    let folder = ShardFolder(shard.folder)
    let digest = ShardFile.digest(request, files)
    let round = try folder.openRound(of: digest) ?? ShardRound(number: 1, asked, folds)
    let head = ShardFile.Head(
      muster: Provenance.version, command: shard.request.command, digest: digest, seed: asked.seed, round: round, share: shard.share,
      cut: shard.cut)
    let path = folder.path(of: round.number, shard.share)
    var outcome = ShardRequest.Outcome(share: shard.share, path: path, replications: head.replications, round: round, wasThere: true)
    if !shard.isForced, try isThere(path, head) { return outcome }
    outcome.wasThere = false
    let flag = execution.interruption()
    var file = ShardFile.begin(head, request: request, files: files)
    for (place, option) in round.options.enumerated() {
      guard folds.indices.contains(option) else { throw .badData("\(folder.path)/next-round: names an option that there is not.") }
      let before = place * head.replications.count
      let planned = head.replications.count * round.options.count
      let watch: @Sendable (Int, Int) -> Void = { [execution] finished, _ in execution.progress(before + finished, planned) }
      switch head.cut {
      case .replications:
        guard let fold = try replications(folds[option], head, flag, watch) else { throw .interruptedShard }
        file.putList { fold.write(of: digest, to: &$0) }
      case .components:
        guard let stack = try components(folds[option].compiled, head, flag, watch) else { throw .interruptedShard }
        file.putList { stack.write(of: digest, to: &$0) }
      }
    }
    file.putChecksum()
    try WholeFile.write(path, file.bytes)
    return outcome
  }

  private var threads: Int { execution.threads ?? ProcessInfo.processInfo.activeProcessorCount }

  /// Some replications of all components, folded; nil where a signal came.
  private func replications(
    _ empty: ExperimentFold, _ head: ShardFile.Head, _ flag: InterruptionFlag, _ progress: @escaping @Sendable (Int, Int) -> Void
  ) throws(RequestFailure) -> ExperimentFold? {
    let compiled = empty.compiled
    do throws(PlayFailure) {
      return try ReplicationQueue.folded(
        ExperimentFold(empty, startingAt: head.replications.lowerBound), head.replications, seed: head.seed, threads: threads,
        interruption: flag, progress: progress
      ) { Simulation(compiled) }
    } catch {
      throw Engine.failure(error.problem, compiled.scenario)
    }
  }

  /// All replications of some components, as they are.
  private func components(
    _ compiled: CompiledScenario, _ head: ShardFile.Head, _ flag: InterruptionFlag, _ progress: @escaping @Sendable (Int, Int) -> Void
  ) throws(RequestFailure) -> RecordStack? {
    let (empty, part) = try ComponentShares(compiled, count: head.share.count).stack(head.share, seed: head.seed)
    do throws(PlayFailure) {
      return try ReplicationQueue.folded(
        empty, head.replications, seed: head.seed, threads: threads, interruption: flag, progress: progress
      ) { Simulation(part) }
    } catch {
      throw Engine.failure(error.problem, compiled.scenario)
    }
  }

  /// Whether the file is the one that would be written. What is damaged is played again; what belongs to something else is not touched.
  private func isThere(_ path: String, _ head: ShardFile.Head) throws(RequestFailure) -> Bool {
    guard let bytes = try WholeFile.read(path) else { return false }
    let found: ShardFile.Head
    do throws(ShardFile.Problem) {
      found = try ShardFile.head(bytes)
    } catch {
      if error == .damaged { return false }
      throw .badData("\(path): \(ShardWords.problem(error)); --force replaces it, or name another folder.")
    }
    if found == head { return true }
    throw .badData("\(path): \(ShardWords.difference(found, head)); --force replaces it, or name another folder.")
  }
}
