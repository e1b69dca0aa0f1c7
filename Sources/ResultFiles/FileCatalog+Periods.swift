import SupportModel

/// Beside intervals: days, weeks and hours of the week, in horizons that have several.
extension FileCatalog {
  /// In the order in which they are written.
  static let periods = [days, weeks, weekHours]

  package static let days = FileFamily(
    "days.csv", "the estimates by local day, one line per day and scope", written: "in horizons of several days",
    columns: [.init("day", "local date; `day 1` … in a scenario without dates")] + scope.dropLast() + numbers)

  package static let weeks = FileFamily(
    "weeks.csv", "the estimates by calendar week, one line per week and scope", written: "in horizons of more than a week",
    columns: [
      .init("week", "by ISO 8601, Monday to Sunday: `2026-W41`; `week 1` … in a scenario without dates"),
      .init("begins", "its first counted day"),
      .init("days", "counted days: fewer than 7 where the horizon begins or ends in the middle of it"),
    ] + scope.dropLast() + numbers)

  package static let weekHours = FileFamily(
    "week-hours.csv", "the estimates by hour of the week, one line per hour and scope", written: "likewise",
    columns: [
      .init(
        "week-hour",
        "weekday and local time: `mon 09:00`; `day 1 09:00` … in a scenario without dates. Longer intervals are hours of their own"),
      .init(
        "occurrences",
        "so many of them the horizon has: of what adds up (contacts, hours, money) a line has the mean of one, of open work the mean at its end, of the "
          + "longest wait the longest of all"),
    ] + scope.dropLast() + numbers)

  static func family(_ kind: Period.Kind) -> FileFamily {
    switch kind {
    case .day: days
    case .week: weeks
    case .weekHour: weekHours
    }
  }
}
