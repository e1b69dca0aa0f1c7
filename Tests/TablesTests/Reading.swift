@testable import Tables

/// What tests read: a table of text in memory.
func table(_ text: String, dialect: Dialect = Dialect()) throws(TableProblems) -> Table {
  try Table(ByteSource(Array(text.utf8)), roles: Roles.all, dialect: dialect)
}

enum Roles {
  static let start = ColumnRole("start", ["start", "interval", "interval start", "time", "zeit"], refusesUnits: true)
  static let date = ColumnRole("date", ["date", "datum"])
  static let count = ColumnRole("count", ["calls", "volume", "offered", "calls offered", "anrufe"])
  static let handle = ColumnRole("handle", ["aht", "average handle time"])
  static let queue = ColumnRole("queue", ["queue", "skill"])
  static let all = [start, date, count, handle, queue]
}

extension Table {
  func counts(_ column: Int) -> [Double?] { numbers(column).values }
  /// `08:00` or `2026-09-14 08:00`, one for each row.
  func starts(_ column: Int, bare: BareMoment? = nil) -> [String] { moments(column, bare: bare).moments.map(Self.text) }

  static func text(_ moment: Moment?) -> String {
    guard let moment else { return "-" }
    var parts: [String] = []
    if let day = moment.day { parts.append(CalendarDay.text(day)) }
    if let weekday = moment.weekday { parts.append("weekday \(weekday)") }
    if let time = moment.time {
      let seconds = time / 1_000_000
      func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
      parts.append("\(two(seconds / 3600)):\(two(seconds / 60 % 60))" + (seconds % 60 == 0 ? "" : ":\(two(seconds % 60))"))
    }
    if let offset = moment.offset { parts.append("\(offset / 60)") }
    return parts.joined(separator: " ")
  }
}

/// `2:4 32,5 is …`
func sentences(_ problems: [TableProblem]) -> [String] {
  problems.map { "\($0.line):\($0.column) \($0.wrong)" + ($0.expected.map { "; expected \($0)" } ?? "") }
}
