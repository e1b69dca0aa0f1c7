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
