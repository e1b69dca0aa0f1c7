import SampleStatistics
package import ServiceMetrics
import SupportModel

/// Several options played against the very same customers, replication by replication, on all cores.
///
/// ```swift
/// var pair = PairedExperiment([asIs, twoMore], seed: 1, threads: 2)
/// try pair.play(until: 50)                       // both
/// try pair.play(until: 200, options: [1])        // only the second further
/// let waits = MetricQuestion(.asa, .contact("call"))
/// try pair.difference(waits, from: 0, to: 1, confidence: 0.95)?.interval
/// ```
///
/// Common random numbers need no asking: all draws are functions of seed, replication and entity (`RandomStream`), so every option meets
/// the same customers with the same problems and patience, and the same people are absent. Records are folded in the order of replications
/// and within one in the order of options; results are the same to the last bit for any number of threads and any cutting into rounds.
///
/// Each option has an `ExperimentFold`, so every metric of the catalogue is there with its interval.
package struct PairedExperiment {
  /// In the order given; questions name them by position.
  package let options: [PairedOption]
  /// Of all options: that is what pairs them.
  package let seed: UInt64
  /// At least 1; the results do not depend on it.
  package let threads: Int
  /// Raised by a signal: the plays at hand are finished and folded.
  package let interruption: InterruptionFlag
  /// Told after every play how many are finished and how many were asked for so far, over all options.
  package var progress: (@Sendable (_ finished: Int, _ planned: Int) -> Void)?
  /// Where the replications come from when they are not played here.
  package var supply: PlaySupply?
  /// One for each option, in their order.
  package private(set) var folds: [ExperimentFold]
  private var finished = 0

  /// `metrics`: what is folded; fewer are faster. `keepingIntervalsOf`: metrics whose intervals can be compared too. `keepingWaitsOf`: percentiles
  /// that something is chosen by.
  package init(
    _ options: [PairedOption], seed: UInt64, metrics: [Metric] = MetricCatalog.all, keepingIntervalsOf: Set<Metric> = [],
    keepingWaitsOf: [MetricQuestion] = [], threads: Int = 1, interruption: InterruptionFlag = InterruptionFlag()
  ) {
    precondition(!options.isEmpty, "nothing to play")
    self.options = options
    self.seed = seed
    self.threads = max(1, threads)
    self.interruption = interruption
    folds = options.map { option in
      var scopes: [Scope] = []
      for question in keepingWaitsOf {
        if let scope = question.scope(in: option.scenario), !scopes.contains(scope) { scopes.append(scope) }
      }
      return ExperimentFold(option.compiled, metrics: metrics, keepingIntervalsOf: keepingIntervalsOf, keepingWaitsOf: scopes)
    }
  }

  /// Replications that one option has behind it.
  package func replications(of option: Int) -> Int { folds[option].replications }

  /// Replications that these options have all played: the pairs (triples …) of a comparison.
  package func replications(common chosen: [Int]? = nil) -> Int {
    (chosen ?? Array(options.indices)).map { folds[$0].replications }.min() ?? 0
  }

  /// Replications of the option that was played most.
  package var longest: Int { folds.map(\.replications).max() ?? 0 }

  /// Plays the chosen options (all by default) until each has `total` replications; those that already have more stay as they are.
  ///
  /// Returns false when a signal ended it early: what was finished is folded, and options may differ by one replication.
  @discardableResult
  package mutating func play(until total: Int, options chosen: [Int]? = nil) throws(PairedProblem) -> Bool {
    let compiled = options.map(\.compiled)
    return try play(until: total, options: chosen) { Simulation(compiled[$0]) }
  }

  /// The same with any player; `makePlayer` is called once for each option on each thread.
  @discardableResult
  package mutating func play<Player: ReplicationPlayer & ~Copyable>(
    until total: Int, options chosen: [Int]? = nil, makePlayer: @escaping @Sendable (_ option: Int) -> Player
  ) throws(PairedProblem) -> Bool {
    let playing = (chosen ?? Array(options.indices)).sorted()
    if let supply { return try receive(PlaySupply.Round(seed: seed, options: playing, total: total), from: supply) }
    let round = PlayRound(playing.map { ($0, folds[$0].replications) }, until: total)
    let before = finished
    let report = progress
    // The folds are handed over and back, so that they are never copied.
    let mine = folds
    folds = []
    let queue = ReplicationQueue(
      seed: seed, folds: consume mine, round: round, window: 4 * max(threads, playing.count), interruption: interruption,
      progress: { report?(before + $0, before + $1) }, judge: { _ in .end(.completed) })
    if round.count > 0 { queue.run(threads: min(threads, round.count), makePlayer: makePlayer) }
    let stop: StopReason
    do throws(PlayFailure) {
      defer { folds = queue.takeFolds() }
      stop = try queue.outcome()
    } catch {
      throw PairedProblem(option: error.option, problem: error.problem)
    }
    finished = folds.reduce(0) { $0 + $1.replications }
    return stop != .interrupted
  }

  private mutating func receive(_ round: PlaySupply.Round, from supply: PlaySupply) throws(PairedProblem) -> Bool {
    var round = round
    round.options = round.options.filter { folds[$0].replications < round.total }
    if round.options.isEmpty { return true }
    do throws(PlayFailure) {
      return try supply.bring(&folds, round)
    } catch {
      throw PairedProblem(option: error.option, problem: error.problem)
    }
  }
}
