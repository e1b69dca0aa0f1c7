package import Experiments
import SimulationCore
import SupportModel

/// Why an interval went badly, as far as the numbers show it: who was scheduled, away and at work, mean over plays, beside the formula.
package struct Shortfall: Sendable, Equatable {
  /// What set the interval apart.
  package enum Cause: Sendable, Equatable {
    /// Nobody is scheduled then.
    case closed
    /// With those on break (or offline) there would be enough.
    case breaks
    /// With those who are absent, and those on break, there would be enough.
    case absence
    /// More is asked for than all who are scheduled could do.
    case demand
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
  ///   - waiting: contacts of the promise in queue when the interval began.
  package init(_ result: ExperimentResult, groups: [Int], interval: Int, needed: Double?, waiting: Double) {
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
      if atWork + onBreak + offline >= needed - 0.5 {
        cause = .breaks
      } else if atWork + onBreak + offline + absent >= needed - 0.5 {
        cause = .absence
      } else {
        cause = .demand
      }
    } else if waiting > max(1, 0.5 * atWork) {
      cause = .leftFromBefore(waiting)
    }
  }
}
