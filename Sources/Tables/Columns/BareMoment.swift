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
