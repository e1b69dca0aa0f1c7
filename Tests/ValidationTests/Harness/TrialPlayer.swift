import Dispatch
import Foundation
import SampleStatistics
import SupportModel
import Synchronization

/// Plays a trial on both cores and folds its replications in order, so that the outcome depends on the seed alone.
struct TrialPlayer {
  static let confidence = 0.999

  struct Outcome {
    var replications: Int
    var contacts: Int64
    var seconds: Double
    /// By quantity; nil where undefined.
    var intervals: [ConfidenceInterval?]
  }

  let trial: Trial
  let seed: UInt64
  private let compiled: CompiledScenario
  private let width: Int
  private var ratios: [RatioOfSums]
  private var joint: [JointMoments]
  private var played = 0
  private var contacts: Int64 = 0

  init(_ trial: Trial, seed: UInt64) {
    self.trial = trial
    self.seed = seed
    compiled = CompiledScenario(trial.scenario)
    width = 3 * trial.quantities.count + trial.controls.count
    ratios = trial.quantities.map { _ in RatioOfSums() }
    joint = trial.quantities.map { JointMoments(controls: $0.isControlled ? trial.controls.count : 0) }
  }

  /// Plays until every half-width is as narrow as its rule asks, or the trial's cap is reached.
  ///
  /// The stopping rule looks only at half-widths and never at where a target lies, so that the check stays an honest one at 99.9 %.
  mutating func playUntilNarrow() throws -> Outcome {
    let start = ContinuousClock.now
    var goal = min(trial.first, trial.atMost)
    while true {
      try play(upTo: goal)
      let intervals = try intervals()
      var ratio = 0.0
      for (quantity, interval) in zip(trial.quantities, intervals) {
        ratio = max(ratio, interval.map { $0.halfWidth / quantity.allowedHalfWidth } ?? .infinity)
      }
      if ratio <= 1 || played >= trial.atMost { return outcome(intervals, since: start) }
      let called = Double(played) * ratio * ratio * 1.05
      goal = min(trial.atMost, Int(min(max(called, Double(played) * 1.1), Double(played) * 3)))
    }
  }

  /// Plays exactly so many replications.
  mutating func play(replications: Int) throws -> Outcome {
    let start = ContinuousClock.now
    try play(upTo: replications)
    return outcome(try intervals(), since: start)
  }

  private func outcome(_ intervals: [ConfidenceInterval?], since start: ContinuousClock.Instant) -> Outcome {
    let time = ContinuousClock.now - start
    return Outcome(
      replications: played, contacts: contacts, seconds: Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18,
      intervals: intervals)
  }

  /// In pieces, so that memory does not grow with the number of replications.
  private mutating func play(upTo goal: Int) throws {
    while played < goal {
      let piece = min(goal - played, 4_096)
      var numbers = Array(repeating: 0.0, count: piece * width)
      let contactCounter = Atomic<Int64>(0)
      let next = Atomic<Int>(0)
      let problems = Mutex<[PlayProblem]>([])
      let (trial, compiled, seed, width, first) = (trial, compiled, seed, width, played)
      numbers.withUnsafeMutableBufferPointer { buffer in
        // Each thread writes the rows of the replications it claimed and no other.
        nonisolated(unsafe) let rows = buffer
        DispatchQueue.concurrentPerform(iterations: 2) { _ in
          var simulation = Simulation(compiled)
          while true {
            let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
            if index >= piece { break }
            do throws(PlayProblem) {
              let record = try simulation.play(replication: first + index, seed: seed, observing: trial.observing)
              contactCounter.wrappingAdd(record.contactsPlayed, ordering: .relaxed)
              let reading = Reading(
                record: record, rows: simulation.contactRows, touches: simulation.touchRows, phases: simulation.phaseRows)
              TrialPlayer.write(trial, reading, into: rows, from: index * width)
            } catch {
              problems.withLock { $0.append(error) }
            }
          }
        }
      }
      if let problem = problems.withLock({ $0.first }) { throw problem }
      contacts += contactCounter.load(ordering: .relaxed)
      fold(numbers, piece)
      played += piece
    }
  }

  private static func write(_ trial: Trial, _ reading: Reading, into rows: UnsafeMutableBufferPointer<Double>, from start: Int) {
    var position = start
    for quantity in trial.quantities {
      let sample = quantity.read(reading)
      rows[position] = sample.x
      rows[position + 1] = sample.y
      rows[position + 2] = sample.xx
      position += 3
    }
    for control in trial.controls {
      rows[position] = control.read(reading)
      position += 1
    }
  }

  private mutating func fold(_ numbers: [Double], _ piece: Int) {
    let controls = trial.controls.count
    var values = Array(repeating: 0.0, count: 3 + controls)
    for replication in 0..<piece {
      let row = replication * width
      for control in 0..<controls { values[3 + control] = numbers[row + 3 * trial.quantities.count + control] }
      for index in trial.quantities.indices {
        for part in 0..<3 { values[part] = numbers[row + 3 * index + part] }
        if isPlain(index) {
          ratios[index].add(values[0], values[1])
        } else {
          let count = trial.quantities[index].isControlled ? values.count : 3
          values.withUnsafeBufferPointer { joint[index].add(UnsafeBufferPointer(rebasing: $0[..<count])) }
        }
      }
    }
  }

  /// A ratio without controls goes through the project's own estimator.
  private func isPlain(_ index: Int) -> Bool {
    if case .ratio = trial.quantities[index].kind { !trial.quantities[index].isControlled } else { false }
  }

  private func intervals() throws -> [ConfidenceInterval?] {
    try trial.quantities.enumerated().map { index, quantity in
      isPlain(index)
        ? try ratios[index].interval(confidence: TrialPlayer.confidence)
        : try joint[index].interval(
          quantity.kind, controls: quantity.isControlled ? trial.controls : [], confidence: TrialPlayer.confidence)
    }
  }
}
