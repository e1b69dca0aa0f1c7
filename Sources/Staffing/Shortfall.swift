package import Experiments
import SimulationCore
import SupportModel

/// Why an interval went badly, as far as the numbers show it: who was scheduled, away and at work, mean over plays, beside the formula.
package struct Shortfall: Sendable, Equatable {
  /// What set the interval apart.
  package enum Cause: Sendable, Equatable {
    /// Nobody is scheduled then.
    case closed
    /// With those on break (or offline) there would be enough; or they are more than those whom nobody scheduled.
    case breaks
    /// With those who are absent, and those on break, there would be enough; or the absent are the most of who is missing.
    case absence
    /// More is asked for than all who are scheduled could do, and more than usual.
    case demand
    /// Fewer are scheduled than are needed for what is usual.
    case schedule
    /// There are enough for what comes; this many contacts were waiting when the interval began, more than could be taken at once.
    case leftFromBefore(Double)
    /// The numbers show nothing.
    case unknown
  }

  /// People by formula (`FormulaPeople`), breaks not counted; nil: there is no formula for them.
  package var needed: Double?
  /// On the floor: with a contact or free for one.
  package var atWork: Double
  /// On a break.
  package var onBreak: Double
  /// In a planned activity without contacts.
  package var offline: Double
  /// Scheduled and not come.
  package var absent: Double
  /// The gravest that the numbers show.
  package var cause: Cause

  /// - Parameters:
  ///   - groups: those that serve the promise.
  ///   - usual: `needed` in the mean of the intervals in which anybody is; nil: not known.
  ///   - waiting: contacts of the promise in queue when the interval began.
  package init(_ result: ExperimentResult, groups: [Int], interval: Int, needed: Double?, usual: Double?, waiting: Double) {
    let span = result.scenario.horizon.intervals[interval]
    let time = Double((span.end - span.start).microseconds) * Double(max(1, result.replications))
    func people(_ part: (GroupCell) -> Int64) -> Double {
      guard time > 0, !result.groupTime.isEmpty else { return 0 }
      return groups.reduce(0) { $0 + Double(part(result.groupTime[interval * result.scenario.groups.count + $1])) } / time
    }
    atWork = people { $0.available + $0.busy }
    onBreak = people(\.onBreak)
    offline = people(\.offline)
    absent = people(\.absent)
    self.needed = needed
    cause = .unknown
    if result.groupTime.isEmpty { return }
    if atWork + onBreak + offline + absent < 0.05 {
      cause = .closed
    } else if let needed, atWork < needed - 0.5 {
      cause = gravest(needed: needed, usual: usual)
    } else if waiting > max(1, 0.5 * atWork) {
      cause = .leftFromBefore(waiting)
    }
  }

  /// Where too few are at work: what would have been enough, else what is the most of who is missing.
  private func gravest(needed: Double, usual: Double?) -> Cause {
    let away = onBreak + offline
    if atWork + away >= needed - 0.5 { return .breaks }
    let unscheduled = needed - (atWork + away + absent)
    if unscheduled <= 0.5 { return .absence }
    if away > max(unscheduled, absent) { return .breaks }
    if absent > unscheduled { return .absence }
    guard let usual else { return .demand }
    return needed > 1.1 * usual ? .demand : .schedule
  }
}
