import ReportKit
import SimulationCore
import SupportModel

/// The intervals of several days as a table: a row for each day, a column for each time of day.
struct TimeGrid {
  /// Times of day, in order.
  let times: [String]
  private let intervals: [Horizon.Interval]
  private let columns: [Int]
  private let labels: [String]

  init(_ scenario: Scenario) {
    let intervals = scenario.horizon.intervals
    let hasDates = scenario.horizon.startDate != nil
    // `Mon 14 Sep 09:00`: the day is all but the time. Without dates labels are elapsed time, and a day has 24 hours.
    let readings = intervals.map { interval in
      if hasDates { return String(interval.shortLabel.suffix(5)) }
      let minutes = interval.start.microseconds / 60_000_000 % 1440
      return "\(Words.twoDigits(minutes / 60)):\(Words.twoDigits(minutes % 60))"
    }
    times = Array(Set(readings)).sorted()
    let column = Dictionary(uniqueKeysWithValues: times.enumerated().map { ($1, $0) })
    columns = readings.map { column[$0]! }
    labels = intervals.map { interval in
      let label = hasDates ? String(interval.shortLabel.dropLast(5)).split(separator: " ").joined(separator: " ") : ""
      return label.isEmpty ? "day \(interval.day + 1)" : label
    }
    self.intervals = intervals
  }

  /// More columns than a day of half-hours has do not fit a screen.
  static func isLong(_ context: ReportContext) -> Bool {
    let intervals = context.scenario.horizon.intervals
    return intervals.count > 48 && (intervals.last?.day ?? 0) > (intervals.first?.day ?? 0) + 1
  }

  /// A cell for each interval, day by day.
  func rows(_ cells: [ReportHeatMap.Cell]) -> [ReportHeatMap.Row] {
    var rows: [(day: Int, row: ReportHeatMap.Row)] = []
    let empty = ReportHeatMap.Cell("", level: nil, words: "", number: nil)
    for (index, interval) in intervals.enumerated() {
      if rows.last?.day != interval.day {
        rows.append((interval.day, ReportHeatMap.Row(labels[index], Array(repeating: empty, count: times.count))))
      }
      rows[rows.count - 1].row.cells[columns[index]] = cells[index]
    }
    return rows.map(\.row)
  }
}
