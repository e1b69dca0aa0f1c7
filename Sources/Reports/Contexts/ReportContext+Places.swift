import Experiments
import ReportKit
package import ServiceMetrics
import SimulationCore
package import SupportModel

/// What pictures go by from left to right: the intervals, or in a long horizon, whose intervals nobody could tell apart, its days.
package struct ReportPlaces: Sendable {
  /// One of them: `half-hour`, `day`.
  package let name: String
  package let labels: [String]
  /// The first of them among `Horizon.periods`; nil: they are the intervals.
  let firstPeriod: Int?
  /// The intervals of each.
  let members: [[Int]]

  package var count: Int { labels.count }

  /// What is about a scope at one of them.
  package func scope(_ scope: Scope, _ place: Int) -> Scope {
    var scope = scope.whole
    if let firstPeriod { scope.period = firstPeriod + place } else { scope.interval = place }
    return scope
  }

  /// The place of each interval.
  package var ofInterval: [Int] { members.indices.flatMap { place in members[place].map { _ in place } } }
}

extension ReportContext {
  /// Weeks beyond which a report goes by weeks, days and hours of the week.
  private static let mostDays = 14

  /// Longer than about two weeks.
  package var isLong: Bool { Self.isLong(scenario.horizon) }

  package static func isLong(_ horizon: Horizon) -> Bool {
    horizon.periods.count { $0.kind == .day } > mostDays && horizon.periods.contains { $0.kind == .week }
  }

  /// By which pictures go.
  package var places: ReportPlaces {
    let horizon = scenario.horizon
    guard isLong else {
      return ReportPlaces(
        name: intervalName, labels: horizon.intervals.map(\.shortLabel), firstPeriod: nil, members: horizon.intervals.indices.map { [$0] })
    }
    let days = horizon.periods(.day)
    return ReportPlaces(
      name: "day", labels: days.map { horizon.periods[$0].shortLabel }, firstPeriod: days[0],
      members: days.map { horizon.periods[$0].intervals })
  }

  /// What is known by interval, averaged over some of them; nil where nothing is.
  package func mean(_ values: [Double?], over intervals: [Int]) -> Double? {
    if intervals.count == 1 { return values.indices.contains(intervals[0]) ? values[intervals[0]] : nil }
    let known = intervals.filter { values.indices.contains($0) && values[$0] != nil }
    let seconds = intervals.reduce(0.0) { $0 + length($1) }
    guard !known.isEmpty, seconds > 0 else { return nil }
    return known.reduce(0.0) { $0 + values[$1]! * length($1) } / seconds
  }

  /// Seconds.
  private func length(_ interval: Int) -> Double {
    (scenario.horizon.intervals[interval].end - scenario.horizon.intervals[interval].start).seconds
  }

  /// Hours of a stretch, of an hour of the week those of one.
  func hours(of scope: Scope) -> Double {
    if let interval = scope.interval { return length(interval) / 3600 }
    guard let index = scope.period else { return scenario.horizon.intervals.indices.reduce(0) { $0 + length($1) / 3600 } }
    let period = scenario.horizon.periods[index]
    return period.intervals.reduce(0) { $0 + length($1) / 3600 } / Double(period.occurrences)
  }
}
