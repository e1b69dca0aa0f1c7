import ReportKit
import SimulationCore
import SupportModel

/// Intervals of several days as rows: one for each day, one column for each time of the day that occurs.
struct DayRows {
  private let scenario: Scenario
  private let times: [String]
  /// Above the rows.
  var columns: [ReportGrid.Column] { times.map { ReportGrid.Column(Self.short($0), $0) } }

  init(_ scenario: Scenario) {
    self.scenario = scenario
    times = Array(Set(scenario.horizon.intervals.map { Self.time($0, scenario) })).sorted()
  }

  /// A row for each day; hours that a day does not have stay empty.
  func rows(_ cell: (Int) -> ReportGrid.Cell) -> [ReportGrid.Row] {
    let column = Dictionary(uniqueKeysWithValues: times.enumerated().map { ($1, $0) })
    return Self.days(scenario.horizon.intervals).map { day in
      var cells = Array(repeating: ReportGrid.Cell.empty, count: times.count)
      for interval in day { cells[column[Self.time(scenario.horizon.intervals[interval], scenario)]!] = cell(interval) }
      return ReportGrid.Row(Self.name(scenario.horizon.intervals[day[0]], scenario), cells)
    }
  }

  /// The intervals of each day, in order.
  static func days(_ intervals: [Horizon.Interval]) -> [[Int]] {
    var days: [[Int]] = []
    for index in intervals.indices {
      if index > 0, intervals[index].day == intervals[index - 1].day { days[days.count - 1].append(index) } else { days.append([index]) }
    }
    return days
  }

  /// `Mon 14 Sep` of `Mon 14 Sep 09:00`
  static func name(_ interval: Horizon.Interval, _ scenario: Scenario) -> String {
    let label = scenario.horizon.startDate == nil ? "" : interval.shortLabel.dropLast(5).split(separator: " ").joined(separator: " ")
    return label.isEmpty ? "day \(interval.day + 1)" : label
  }

  /// `09:00` of `Mon 14 Sep 09:00`; without dates labels are elapsed time, and a day has 24 hours.
  private static func time(_ interval: Horizon.Interval, _ scenario: Scenario) -> String {
    if scenario.horizon.startDate != nil { return String(interval.shortLabel.suffix(5)) }
    let minutes = interval.start.microseconds / 60_000_000 % 1440
    return "\(Words.twoDigits(minutes / 60)):\(Words.twoDigits(minutes % 60))"
  }

  /// `9` on the hour, `:30` between: what fits above two digits.
  static func short(_ label: String) -> String {
    let time = label.suffix(5)
    guard time.count == 5, let colon = time.firstIndex(of: ":") else { return String(label.suffix(5)) }
    let minutes = String(time[time.index(after: colon)...])
    guard minutes == "00" else { return ":\(minutes)" }
    let hour = time[..<colon].drop { $0 == "0" || $0 == " " }
    return hour.isEmpty ? "0" : String(hour)
  }
}
