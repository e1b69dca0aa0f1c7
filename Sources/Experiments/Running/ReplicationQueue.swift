import Foundation
import SampleStatistics
import SupportModel
import Synchronization

/// Hands out replications to threads and folds their records strictly in order.
///
/// Whoever delivers the record that is next in line folds it and all that follow it, while the others play on. At most `window` replications
/// are handed out ahead of the fold, so memory does not grow with the number of replications. The fold is touched by one thread at a time:
/// the one that set `isFolding`.
///
/// `@unchecked Sendable`: everything mutable is guarded by `condition`, except `fold`, which belongs to whoever set `isFolding` under it.
final class ReplicationQueue: @unchecked Sendable {
  private let seed: UInt64
  private let confidence: Double
  private let rule: PrecisionRule?
  private let window: Int
  private let interruption: InterruptionFlag
  private let progress: (@Sendable (ExperimentProgress) -> Void)?

  private let condition = NSCondition()
  private var nextToStart = 0
  private var nextToFold = 0
  /// End of the current round.
  private var limit: Int
  private var atMost: Int
  private var waiting: [Int: ReplicationRecord] = [:]
  private var isFolding = false
  /// Set when no further round follows.
  private var ended: StopReason?
  private var statisticsProblem: GSLError?
  private var failure: (replication: Int, problem: PlayProblem)?
  private var workers = 0
  /// The lowest replication that failed, for threads that play: later ones stop.
  private let failedAt = Atomic<Int>(Int.max)

  private(set) var fold: ExperimentFold

  init(
    compiled: CompiledScenario, plan: ExperimentPlan, rule: PrecisionRule?, window: Int, interruption: InterruptionFlag,
    progress: (@Sendable (ExperimentProgress) -> Void)?
  ) {
    seed = plan.seed
    confidence = plan.confidence
    self.rule = rule
    self.window = window
    self.interruption = interruption
    self.progress = progress
    if let rule {
      limit = min(max(2, plan.replications), rule.atMost)
      atMost = rule.atMost
    } else {
      limit = max(1, plan.replications)
      atMost = limit
    }
    fold = ExperimentFold(compiled)
  }

  /// What one thread does: makes its player and plays until there is nothing left to play.
  func work<Player: ReplicationPlayer & ~Copyable>(_ makePlayer: () -> Player) {
    var player = makePlayer()
    while let replication = claim() {
      do throws(PlayProblem) {
        let record = try player.play(replication: replication, seed: seed) { self.shouldStop(replication) }
        deliver(record, of: replication)
      } catch {
        fail(replication, error)
      }
    }
  }

  private func shouldStop(_ replication: Int) -> Bool {
    interruption.isRaised || failedAt.load(ordering: .relaxed) < replication
  }

  /// The next replication to play; waits while the window is full or a round is being judged; nil when there is none.
  private func claim() -> Int? {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if interruption.isRaised || failure != nil || ended != nil { return nil }
      if nextToStart < limit, nextToStart < nextToFold + window {
        nextToStart += 1
        return nextToStart - 1
      }
      // A flag raised by a signal handler wakes nobody.
      _ = condition.wait(until: Date(timeIntervalSinceNow: 0.1))
    }
  }

  private func deliver(_ record: ReplicationRecord, of replication: Int) {
    condition.lock()
    defer { condition.unlock() }
    waiting[replication] = record
    if isFolding { return }
    isFolding = true
    while let next = waiting.removeValue(forKey: nextToFold) {
      condition.unlock()
      fold.add(next)
      let isRoundEnd = fold.replications == limit
      var verdict: Verdict = .goOn
      if isRoundEnd { verdict = judge() }
      condition.lock()
      nextToFold += 1
      switch verdict {
      case .goOn: break
      case .end(let reason): ended = reason
      case .another(let total): limit = total
      case .failed(let error):
        statisticsProblem = error
        ended = .completed
      }
      let now = ExperimentProgress(finished: nextToFold, planned: limit, atMost: atMost)
      condition.broadcast()
      condition.unlock()
      progress?(now)
      condition.lock()
    }
    isFolding = false
    condition.broadcast()
  }

  private enum Verdict {
    case goOn
    case end(StopReason)
    case another(total: Int)
    case failed(GSLError)
  }

  /// At the end of a round; only the folding thread asks, and `limit` changes nowhere else.
  private func judge() -> Verdict {
    guard let rule else { return .end(.completed) }
    do throws(GSLError) {
      let widest = try rule.widest(fold, confidence: confidence)
      if let widest, widest <= rule.halfWidth { return .end(.precisionReached) }
      if fold.replications >= rule.atMost { return .end(.budgetSpent) }
      return .another(total: rule.nextTotal(after: fold.replications, widest: widest))
    } catch {
      return .failed(error)
    }
  }

  private func fail(_ replication: Int, _ problem: PlayProblem) {
    condition.lock()
    defer { condition.unlock() }
    // An interrupted replication only leaves a hole: what comes after it is not folded.
    if problem != .interrupted, replication < failure?.replication ?? Int.max {
      failure = (replication, problem)
      failedAt.store(replication, ordering: .relaxed)
    }
    condition.broadcast()
  }

  /// Runs `threads` workers, the calling thread among them, until all are done.
  func run<Player: ReplicationPlayer & ~Copyable>(threads: Int, makePlayer: @escaping @Sendable () -> Player) {
    condition.lock()
    workers = threads - 1
    condition.unlock()
    for _ in 1..<max(1, threads) {
      let thread = Thread { [self] in
        work(makePlayer)
        condition.lock()
        workers -= 1
        condition.broadcast()
        condition.unlock()
      }
      thread.stackSize = 8 << 20
      thread.start()
    }
    work(makePlayer)
    condition.lock()
    while workers > 0 { condition.wait() }
    condition.unlock()
  }

  /// After `run`: why it ended, or what went wrong.
  func outcome(_ scenario: Scenario) throws(ExperimentProblem) -> StopReason {
    if let statisticsProblem { throw .statistics(statisticsProblem) }
    if let failure, case .queueWithoutBound(let type, let waiting, let at, let limit) = failure.problem {
      let name = scenario.contactTypes.indices.contains(type) ? scenario.contactTypes[type].name : ""
      throw .queueWithoutBound(
        contactType: type, name: name, waiting: waiting, at: at, limit: limit, replication: failure.replication)
    }
    return ended ?? .interrupted
  }
}
