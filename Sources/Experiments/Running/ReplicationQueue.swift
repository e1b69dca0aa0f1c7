import Foundation
import SampleStatistics
import SupportModel
import Synchronization

/// What follows a round of plays.
enum RoundVerdict: Sendable {
  case end(StopReason)
  case another(PlayRound)
}

/// The one driver of threads: hands out plays and folds their records strictly in order, one fold for each option (a lone scenario is one option).
///
/// Whoever delivers the record that is next in line folds it and all that follow it, while the others play on. At most `window` plays
/// are handed out ahead of the fold, so memory does not grow with the number of replications. The folds are touched by one thread at a time:
/// the one that set `isFolding`. At the end of a round that thread asks `judge` whether another follows, so decisions do not depend on threads.
///
/// `@unchecked Sendable`: everything mutable is guarded by `condition`, except `folds`, which belong to whoever set `isFolding` under it.
package final class ReplicationQueue<Fold: RecordFold>: @unchecked Sendable {
  private let seed: UInt64
  private let window: Int
  private let interruption: InterruptionFlag
  /// Asked with the folds at the end of each round.
  private let judge: @Sendable ([Fold]) throws(GSLError) -> RoundVerdict
  /// Told after every play how many are folded and how many there are as far as is known.
  private let progress: @Sendable (_ finished: Int, _ planned: Int) -> Void

  /// Options of the first round; later rounds play no others.
  private let plays: [Bool]

  private let condition = NSCondition()
  private var round: PlayRound
  /// Plays handed out, and the number at which the round ends.
  private var started = 0
  private var folded = 0
  private var limit: Int
  private var waiting: [Int: (job: PlayJob, record: ReplicationRecord)] = [:]
  private var isFolding = false
  /// Set when no further round follows.
  private var ended: StopReason?
  private var statisticsProblem: GSLError?
  private var failure: (ticket: Int, job: PlayJob, problem: PlayProblem)?
  private var workers = 0
  /// The first play in order that failed, for threads that play: later ones stop.
  private let failedAt = Atomic<Int>(Int.max)

  private(set) var folds: [Fold]

  init(
    seed: UInt64, folds: consuming [Fold], round: PlayRound, window: Int, interruption: InterruptionFlag,
    progress: @escaping @Sendable (_ finished: Int, _ planned: Int) -> Void,
    judge: @escaping @Sendable ([Fold]) throws(GSLError) -> RoundVerdict
  ) {
    self.seed = seed
    plays = folds.indices.map { round.plays($0) }
    self.folds = folds
    self.round = round
    self.window = window
    self.interruption = interruption
    self.progress = progress
    self.judge = judge
    limit = round.count
    if limit == 0 { ended = .completed }
  }

  /// What one thread does: makes a player for each option that is played and plays until there is nothing left to play.
  func work<Player: ReplicationPlayer & ~Copyable>(_ makePlayer: (Int) -> Player) {
    let players = plays.enumerated().map { $1 ? PlayerBox(makePlayer($0)) : nil }
    while let (ticket, job) = claim() {
      do throws(PlayProblem) {
        let player = players[job.option]!
        let record = try player.player.play(replication: job.replication, seed: seed) { self.shouldStop(ticket) }
        deliver(record, of: job, ticket)
      } catch {
        fail(job, ticket, error)
      }
    }
  }

  private func shouldStop(_ ticket: Int) -> Bool {
    interruption.isRaised || failedAt.load(ordering: .relaxed) < ticket
  }

  /// The next play and its number; waits while the window is full or a round is being judged; nil when there is none.
  private func claim() -> (Int, PlayJob)? {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if interruption.isRaised || failure != nil || ended != nil { return nil }
      if started < limit, started < folded + window, let job = round.next() {
        started += 1
        return (started - 1, job)
      }
      // A flag raised by a signal handler wakes nobody.
      _ = condition.wait(until: Date(timeIntervalSinceNow: 0.1))
    }
  }

  private func deliver(_ record: ReplicationRecord, of job: PlayJob, _ ticket: Int) {
    condition.lock()
    defer { condition.unlock() }
    waiting[ticket] = (job, record)
    if isFolding { return }
    isFolding = true
    while let next = waiting.removeValue(forKey: folded) {
      condition.unlock()
      folds[next.job.option].add(next.record)
      var verdict: Result<RoundVerdict, GSLError>?
      if folded + 1 == limit { verdict = judged() }
      condition.lock()
      folded += 1
      switch verdict {
      case nil: break
      case .success(.end(let reason)): ended = reason
      case .success(.another(let following)):
        round = following
        limit += following.count
        if following.count == 0 { ended = .completed }
      case .failure(let error):
        statisticsProblem = error
        ended = .completed
      }
      let now = (folded, limit)
      condition.broadcast()
      condition.unlock()
      progress(now.0, now.1)
      condition.lock()
    }
    isFolding = false
    condition.broadcast()
  }

  /// At the end of a round; only the folding thread asks, and `limit` changes nowhere else.
  private func judged() -> Result<RoundVerdict, GSLError> {
    do throws(GSLError) {
      return .success(try judge(folds))
    } catch {
      return .failure(error)
    }
  }

  private func fail(_ job: PlayJob, _ ticket: Int, _ problem: PlayProblem) {
    condition.lock()
    defer { condition.unlock() }
    // An interrupted play only leaves a hole: what comes after it is not folded.
    if problem != .interrupted, ticket < failure?.ticket ?? Int.max {
      failure = (ticket, job, problem)
      failedAt.store(ticket, ordering: .relaxed)
    }
    condition.broadcast()
  }

  /// Runs `threads` workers, the calling thread among them, until all are done. `makePlayer` is called once for each option on each thread.
  func run<Player: ReplicationPlayer & ~Copyable>(threads: Int, makePlayer: @escaping @Sendable (_ option: Int) -> Player) {
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

  /// After `run`: why it ended, or what went wrong and in which option.
  func outcome() throws(PlayFailure) -> StopReason {
    if let statisticsProblem { throw PlayFailure(option: nil, problem: .statistics(statisticsProblem)) }
    if let failure, case .queueWithoutBound(let type, let waiting, let at, let limit) = failure.problem {
      let types = folds[failure.job.option].scenario.contactTypes
      throw PlayFailure(
        option: failure.job.option,
        problem: .queueWithoutBound(
          contactType: type, name: types.indices.contains(type) ? types[type].name : "", waiting: waiting, at: at, limit: limit,
          replication: failure.job.replication))
    }
    if let failure, case .touchesWithoutEnd(let type, let limit) = failure.problem {
      throw PlayFailure(option: failure.job.option, problem: .touchesWithoutEnd(contactType: type, limit: limit))
    }
    return ended ?? .interrupted
  }

  /// The folds, handed over: they are no longer here.
  func takeFolds() -> [Fold] {
    defer { folds = [] }
    return folds
  }
}

extension ReplicationQueue {
  /// Plays these replications of one scenario on `threads` threads and folds them in order; nil when a signal ended it early.
  package static func folded<Player: ReplicationPlayer & ~Copyable>(
    _ empty: consuming Fold, _ replications: Range<Int>, seed: UInt64, threads: Int, interruption: InterruptionFlag,
    progress: @escaping @Sendable (_ finished: Int, _ planned: Int) -> Void = { _, _ in },
    makePlayer: @escaping @Sendable () -> Player
  ) throws(PlayFailure) -> Fold? {
    let round = PlayRound(from: replications.lowerBound, until: replications.upperBound)
    let queue = ReplicationQueue(
      seed: seed, folds: [empty], round: round, window: 4 * max(1, threads), interruption: interruption, progress: progress,
      judge: { _ in .end(.completed) })
    if round.count > 0 { queue.run(threads: max(1, min(threads, round.count))) { _ in makePlayer() } }
    return try queue.outcome() == .interrupted ? nil : queue.takeFolds()[0]
  }
}

/// What stopped everything, and in which option (nil: not the fault of one).
package struct PlayFailure: Error, Equatable {
  package var option: Int?
  package var problem: ExperimentProblem

  /// Nothing is known here of what was asked for.
  package static let elsewhere = PlayFailure(option: nil, problem: .playedElsewhere)
}

/// A place for a player that cannot be copied; used by one thread only.
private final class PlayerBox<Player: ReplicationPlayer & ~Copyable> {
  var player: Player

  init(_ player: consuming Player) { self.player = player }
}
