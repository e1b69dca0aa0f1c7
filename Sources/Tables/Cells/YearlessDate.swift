/// A day and a month without a year, as week plans name their columns: `Mon 14/09`, `14.09.`, `14-Sep`, `Sep 14`, perhaps with a time.
///
/// The year is the one that brings the date nearest to a day that the caller knows. `14.09` and `9-17` are none of it: a number, and hours.
enum YearlessDate {
  /// nil for anything else.
  static func read(_ cell: ArraySlice<UInt8>, near day: Int) -> MomentCell? {
    var scan = CellScanner(cell)
    guard let parts = parts(&scan) else { return nil }
    scan.skipSpaces()
    var time: Int64?
    if !scan.isAtEnd {
      guard let rest = MomentCell.read(scan.rest), rest.date == .none, rest.time != nil else { return nil }
      time = rest.time
    }
    let year = CalendarDay.date(day).year
    let candidates = [year - 1, year, year + 1].compactMap { year in moment(parts, year).map { (moment: $0.date, day: $0.day) } }
    guard let nearest = candidates.min(by: { abs($0.day - day) < abs($1.day - day) }) else { return nil }
    return MomentCell(date: nearest.moment, time: time)
  }

  static func isOne(_ cell: ArraySlice<UInt8>) -> Bool { read(cell, near: 20_000) != nil }

  private enum Parts {
    case numbers(Int, Int, separator: UInt8)
    case named(day: Int, month: Int)
  }

  private static func moment(_ parts: Parts, _ year: Int) -> (date: MomentCell.Date, day: Int)? {
    switch parts {
    case .named(let day, let month): return CalendarDay.number(year: year, month: month, day: day).map { (.known($0), $0) }
    case .numbers(let a, let b, let separator):
      let cell = MomentCell(date: .numbers(a, b, year, isShort: false, separator: separator))
      return (cell.day(.dayFirst) ?? cell.day(.monthFirst)).map { (cell.date, $0) }
    }
  }

  private static func parts(_ scan: inout CellScanner) -> Parts? {
    scan.skipSpaces()
    let start = scan
    var hasWeekday = false
    if CalendarWords.weekday(scan.word()) != nil {
      hasWeekday = true
      _ = scan.skip(UInt8(ascii: "."))
      _ = scan.skip(UInt8(ascii: ","))
      scan.skipSpaces()
    }
    if let parts = numbers(&scan, hasWeekday) ?? named(&scan) { return parts }
    scan = start
    return named(&scan)
  }

  private static func numbers(_ scan: inout CellScanner, _ hasWeekday: Bool) -> Parts? {
    let start = scan
    if let first = scan.digits(most: 2), let separator = scan.byte, [UInt8(ascii: "/"), UInt8(ascii: ".")].contains(separator) {
      scan.at += 1
      if let second = scan.digits(most: 2) {
        let isClosed = scan.skip(UInt8(ascii: "."))
        let isDate = separator == UInt8(ascii: "/") ? !isClosed : isClosed || hasWeekday
        if isDate, scan.byte != UInt8(ascii: "/") { return .numbers(first.value, second.value, separator: separator) }
      }
    }
    scan = start
    return nil
  }

  /// `14-Sep`, `14. September`, `Sep 14`.
  private static func named(_ scan: inout CellScanner) -> Parts? {
    let start = scan
    if let day = scan.digits(most: 2) {
      skipMarks(&scan)
      if let month = CalendarWords.month(scan.word()) {
        _ = scan.skip(UInt8(ascii: "."))
        return .named(day: day.value, month: month)
      }
    } else if let month = CalendarWords.month(scan.word()) {
      skipMarks(&scan)
      if let day = scan.digits(most: 2) { return .named(day: day.value, month: month) }
    }
    scan = start
    return nil
  }

  private static func skipMarks(_ scan: inout CellScanner) {
    while let byte = scan.byte, [0x20, UInt8(ascii: "-"), UInt8(ascii: ".")].contains(byte) { scan.at += 1 }
  }
}
