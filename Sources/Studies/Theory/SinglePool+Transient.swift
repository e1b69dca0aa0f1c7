import Foundation
import QueueingTheory
import SimulationCore
import SupportModel

/// A play that begins empty is not what formulas of the long run are about. Where the numbers in the system can be followed through time
/// they are, from the first minute on; where not, it is said that the play is not yet steady.
extension SinglePool {
  /// Seconds in which all but a share 1/e of the empty start is forgotten: no longer than the slower of service and patience where customers
  /// leave, that of M/M/n where they do not, and with few places the time to serve them all, with redials the time that a customer goes on trying,
  /// and whatever it takes contacts to come.
  var relaxation: Double {
    var time = Self.relaxation(rate: arrivalRate, handleTime: handleTime, agents: agents)
    if let patience, patience.mean.isFinite { time = min(time, max(handleTime, patience.mean)) }
    if let waitingPlaces { time = min(time, handleTime * (1 + Double(waitingPlaces) / Double(agents))) }
    if let redial { time += redial.persistence < 1 ? redial.delay / (1 - redial.persistence) : .infinity }
    return max(time, relaxationBefore) + lag
  }

  /// The relaxation time 1 ÷ (√(nμ) − √λ)² of M/M/n (Morse, *Queues, Inventories and Maintenance*, 1958), seconds; infinite where it is never steady.
  static func relaxation(rate: Double, handleTime: Double, agents: Int) -> Double {
    let gap = (Double(agents) / handleTime).squareRoot() - rate.squareRoot()
    return gap > 0 ? max(handleTime, 1 / (gap * gap)) : .infinity
  }

  /// Whether no more than two in a thousand of the difference between empty and steady is left in a mean over the counted time: what the
  /// warm-up leaves of it, e^(−w ÷ τ), for as long as it lasts.
  func isSteady(_ horizon: Horizon) -> Bool {
    let (warmUp, counted) = (horizon.warmUp.seconds, (horizon.length - horizon.warmUp).seconds)
    guard relaxation.isFinite, counted > 0 else { return false }
    return exp(-warmUp / relaxation) * min(1, relaxation / counted) < 0.002
  }

  /// Steps of work that a check may take: states × changes of state.
  private static let mostWork = 4e8

  /// What a play from an empty start shows on average, counted from the end of the warm-up to the end of the horizon: contacts that come
  /// in that time, in full (`TransientQueue`). nil where the pool is not M/M/n or M/M/n+M, or where it would take too long.
  func transient(_ horizon: Horizon) throws(TheoryError) -> TheoryAnswer? {
    guard handleIsExponential, waitingPlaces == nil, redial == nil, !comesBack, !hasGroupsBefore, lag == 0,
      patience?.isExponential ?? true, arrivalRate > 0
    else {
      return nil
    }
    let (from, to) = (horizon.warmUp.seconds, horizon.length.seconds)
    let pull = Double(agents) / handleTime
    let overload = patience == nil ? max(0, arrivalRate - pull) * to : max(0, arrivalRate - pull) * (patience?.mean ?? 0)
    let states = Double(agents) + overload + 60
    guard states * (arrivalRate + pull + (patience.map { overload / $0.mean } ?? 0)) * to < Self.mostWork else { return nil }
    // After the horizon nobody comes, and those who wait are served; a play that is cut counts no further.
    let after = horizon.atEnd == .drain ? 40 * max(handleTime, patience?.mean ?? 0) + 2 * overload / pull : 0
    let before = from > 0 ? try solve(.empty, rate: arrivalRate, for: from) : nil
    let counted = try solve(before.map { .law($0.finalNumber) } ?? .empty, rate: arrivalRate, for: to - from)
    let tail = after > 0 ? try solve(.law(counted.finalNumber), rate: 0, for: after) : nil
    // Who was waiting when counting began is counted nowhere: they are served first, whoever comes later.
    let early = before == nil ? nil : try solve(before.map { .law($0.finalNumber) } ?? .empty, rate: 0, for: to - from + after)
    let arrivals = counted.totals.arrivals
    guard arrivals > 0 else { return nil }
    let waiting = counted.totals.waitingTime + (tail?.totals.waitingTime ?? 0) - (early?.totals.waitingTime ?? 0)
    let abandoned = counted.totals.abandoned + (tail?.totals.abandoned ?? 0) - (early?.totals.abandoned ?? 0)
    var answer = TheoryAnswer(
      meanWait: max(0, waiting / arrivals), probabilityOfWait: counted.totals.delayed / arrivals,
      occupancy: counted.totals.busyTime / counted.totals.scheduledTime)
    if patience != nil { answer.abandonment = max(0, abandoned / arrivals) }
    return answer
  }

  private func solve(_ start: TransientQueue.Start, rate: Double, for time: Double) throws(TheoryError) -> TransientQueue.Solution {
    try TransientQueue(
      handleTime: handleTime, patience: patience?.mean, staffing: [(from: 0, agents: agents)], shiftEnd: .exhaustive, start: start,
      rate: { _ in rate }
    ).solve(until: time)
  }
}
