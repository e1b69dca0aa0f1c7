import SimulationCore
import SupportModel
import Tables

/// The lines of a table whose values hold for stretches of time: when each begins, how long it lasts, and in which cell its value stands.
///
/// Times run down the lines or across the columns; they are dated, or times of day that repeat every local day, or times of a weekday, or whole
/// days. A line lasts until its end column says, the end of its range, its length, `every`, or else the commonest step of the file; never
/// until the next line.
struct IntervalTable {
  enum Kind: Equatable {
    case dated, daily, weekly, days
    /// Lengths of time from the start of the horizon.
    case elapsed
  }

  struct Line {
    var row: Int
    /// The column of its value, where times stand across.
    var across: Int?
    var moment: Moment
    /// Microseconds; 0 until it is known.
    var length: Int64 = 0
    /// How many lines above say the same wall time.
    var occurrence: Int?
    /// Microseconds on a line of time without jumps.
    var instant: Int64 = 0

    /// Microseconds on the wall, comparable within one file.
    var wall: Int64 { Int64(moment.weekday ?? 0) * MomentCell.day + moment.wall - Int64(moment.offset ?? 0) * 1_000_000 }
  }

  let file: TableFile
  var lines: [Line] = []
  var kind = Kind.dated
  var isElapsed = false
  /// Where each line stood before it was sorted.
  var permutation: [Int] = []

  var decoding: Decoding { file.decoding }

  /// The ends that the file gives, by the position of a line before it was sorted.
  var ends: [Int: Moment] = [:]

  /// The lines and when they begin; nil after its problems are noted. `measure` gives them their lengths.
  init?(_ file: TableFile, exceptScopes: [Int] = []) {
    self.file = file
    if let across = file.table.across(), !file.isTold(TableRoles.count), file.table.column(quietly: TableRoles.count) == nil {
      guard readAcross(across) else { return nil }
    } else {
      guard readDown() else { return nil }
    }
    file.refuseMixture(except: exceptScopes)
    guard !file.isWrong, !lines.isEmpty, classify(), order() else { return nil }
  }

  // MARK: When

  mutating func readDown() -> Bool {
    let table = file.table
    var start: Int?
    var date: Int?
    if table.names.isEmpty {
      guard table.width == 2 else {
        file.note(
          table.nameProblem(
            "the columns have no names, and there are \(table.width)", expected: "a first line with names such as `interval` and `calls`"))
        return false
      }
      start = 0
      file.use(0, "start")
    } else {
      start = file.column(TableRoles.start, fits: holdsTimes)
      date = file.column(TableRoles.date, fits: holdsTimes)
    }
    guard !file.isWrong else { return false }
    if start == nil, let end = file.table.column(quietly: TableRoles.end),
      table.rows.contains(where: { MomentCell.read(table[$0, end])?.time != nil })
    {
      return readEndsOnly(end, date)
    }
    guard let first = start ?? date else {
      file.note(
        table.nameProblem(
          "no column says when its lines begin", expected: file.choice("start", among: file.columns(where: Self.isMoment))))
      return false
    }
    if let elapsed = elapsed(first) {
      isElapsed = true
      for (index, row) in table.rows.enumerated() {
        if let span = elapsed.values[index] { lines.append(Line(row: row, moment: Moment(time: span))) }
      }
      return true
    }
    let main = moments(first)
    var second: MomentColumn?
    // A column of dates beside one that has them already says nothing new.
    if let date, date != first, !main.hasDates { second = moments(date) }
    let weekdays = main.hasDates ? nil : weekdayColumn(first)
    guard !file.isWrong, !lacksTimes(first, main, date == first ? nil : second) else { return false }
    for (index, row) in table.rows.enumerated() {
      guard var moment = main.moments[index] else { continue }
      if let second { moment = Self.joined(moment, second.moments[index]) }
      if let weekdays { moment.weekday = weekdays.moments[index]?.weekday }
      if let end = main.ends[index] { ends[lines.count] = end }
      lines.append(Line(row: row, moment: moment))
    }
    if main.closed > 0 { file.account.repaired.append("ranges that end a moment early, such as 08:00-08:29, were closed") }
    dropEmpty(main, first)
    readEnds()
    return !file.isWrong
  }

  static func isMoment(_ cell: ArraySlice<UInt8>) -> Bool { MomentCell.read(cell) != nil || MomentRange.read(cell) != nil }

  static func isTime(_ cell: ArraySlice<UInt8>) -> Bool {
    MomentRange.read(cell) != nil || MomentCell.read(cell).map { $0.time != nil && $0.date == .none } ?? false
  }

  /// Dates that repeat, with nothing but the name of their column to say that another one holds the times.
  func lacksTimes(_ column: Int, _ main: MomentColumn, _ second: MomentColumn?) -> Bool {
    guard main.hasDates, !main.hasTimes, second == nil else { return false }
    let days = main.moments.compactMap { $0?.day }
    let times = file.columns(where: Self.isTime)
    guard Set(days).count < days.count, !times.isEmpty else { return false }
    file.note(
      file.table.nameProblem(
        "`\(file.table.name(column))` has dates, and no column is known to have their times", expected: file.choice("start", among: times),
        column: column))
    return true
  }

  /// A date and a time of day.
  static func joined(_ moment: Moment, _ other: Moment?) -> Moment {
    var moment = moment
    moment.day = moment.day ?? other?.day
    moment.time = moment.time ?? other?.time
    moment.offset = moment.offset ?? other?.offset
    return moment
  }

  func holdsTimes(_ column: Int) -> Bool {
    let table = file.table
    for row in table.rows.prefix(20) where !Table.isNothing(table[row, column]) {
      if MomentCell.read(table[row, column]) == nil, MomentRange.read(table[row, column]) == nil { return false }
    }
    return true
  }

  /// `0s`, `30m`, `1h`: lengths of time from the start of a scenario without dates. `04:30` is a time of day.
  func elapsed(_ column: Int) -> SpanColumn? {
    guard !decoding.clock.hasDates, let first = file.table.rows.first, MomentCell.read(file.table[first, column]) == nil,
      NumberCell.read(file.table[first, column]) == nil, SpanCell.read(file.table[first, column]) != nil
    else { return nil }
    let read = file.table.spans(column)
    file.note(read.problems)
    return read
  }

  func weekdayColumn(_ start: Int) -> MomentColumn? {
    let role = ColumnRole("weekday", TableRoles.weekday.words + ["day", "tag", "jour"])
    guard let column = file.table.column(quietly: role), column != start else { return nil }
    let read = moments(column)
    guard read.moments.contains(where: { $0?.weekday != nil }) else { return nil }
    file.use(column, "weekday")
    return read
  }

  func moments(_ column: Int) -> MomentColumn { file.moments(column) }

  /// A line without a time: a total where it says nothing else, else a mistake.
  func dropEmpty(_ read: MomentColumn, _ column: Int) {
    let table = file.table
    for index in read.empty {
      let row = table.rows[index]
      file.note(table.problem("the line has no time", expected: "one in `\(table.name(column))`", row: row, column: column))
    }
  }
}
