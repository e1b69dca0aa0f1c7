/// A moment as its column says it: a date, a time of day, a day of the week, or several of them.
package struct Moment: Equatable, Sendable {
  /// Days since 1970-01-01.
  package var day: Int?
  /// Microseconds after midnight, 0 to 24 h.
  package var time: Int64?
  /// Seconds east of UTC.
  package var offset: Int?
  /// 0 is Monday.
  package var weekday: Int?

  package init(day: Int? = nil, time: Int64? = nil, offset: Int? = nil, weekday: Int? = nil) {
    self.day = day
    self.time = time
    self.offset = offset
    self.weekday = weekday
  }

  /// Microseconds on the wall since 1970-01-01T00:00, 0 for a missing date.
  package var wall: Int64 { Int64(day ?? 0) * MomentCell.day + (time ?? 0) }
}

/// What bare numbers of a column are, because a word beside them says so.
package enum BareMoment: String, Sendable, CaseIterable {
  case epochSeconds = "epoch-seconds"
  case epochMilliseconds = "epoch-milliseconds"
  /// Days since 1899-12-30, a fraction being the time of day.
  case excel = "excel"
  /// Hours of the day, 0 to 23.
  case hours = "hours"
  /// `20260914`.
  case compact = "yyyymmdd"
  /// `8.30` is half past eight.
  case dotted = "h.mm"
  /// `830` and `0830` are half past eight.
  case digits = "hhmm"
}

/// A column of moments, read as a whole.
package struct MomentColumn: Sendable {
  /// One for each row of `Table.rows`; nil where the cell is empty or wrong.
  package var moments: [Moment?] = []
  /// The end of a range, where the cells are ranges.
  package var ends: [Moment?] = []
  package var empty: [Int] = []
  package var problems: [TableProblem] = []
  /// Ranges that ended a minute or a second early (`08:00-08:29`) and were closed.
  package var closed = 0
  /// Dates without a year, which were taken as those nearest to `Dialect.near`.
  package var yearless = 0

  package var hasDates: Bool { moments.contains { $0?.day != nil } }
  package var hasTimes: Bool { moments.contains { $0?.time != nil } }
}
