/// The order of day, month and year where they are numbers.
package enum DateOrder: String, CaseIterable, Sendable {
  case dayFirst = "d/m/y"
  case monthFirst = "m/d/y"
  case yearFirst = "y/m/d"
}

/// One cell read as a date, a time of day, or both: as far as the cell alone says.
///
/// `2026-09-14 08:00`, `14/09/2026 8:00 AM`, `14. September 2026`, `Mon 14-Sep-26`, `08h30`, `24:00`, `2026-09-14T08:00:00-04:00`. Whether
/// 06/01/2026 is a day of January or of June is decided for a column as a whole (`MomentStyle`).
package struct MomentCell: Equatable, Sendable {
  package enum Date: Equatable, Sendable {
    case none
    /// Days since 1970-01-01.
    case known(Int)
    /// Three numbers; the year has its four digits, or two (`short`).
    case numbers(Int, Int, Int, isShort: Bool, separator: UInt8)
    /// It names a date that does not exist, such as 2026-02-30.
    case impossible
  }

  package var date = Date.none
  /// Microseconds after midnight, up to 24 h; nil where the cell has no time of day.
  package var time: Int64?
  /// Seconds east of UTC.
  package var offset: Int?
  /// 0 is Monday; only where there is no date.
  package var weekday: Int?
  /// The two letters by which a day of the week was named: what they mean is decided for a column as a whole.
  package var shortDay: String?
  /// `08:00-06:00` behind a date and a space may be an offset or a range: the time of day behind the minus sign.
  package var timeAfterMinus: Int64?

  package static let day: Int64 = 86_400_000_000

  /// nil for what is no moment however it is read; a bare number is none.
  package static func read(_ cell: ArraySlice<UInt8>) -> MomentCell? {
    var reader = Reader(CellScanner(cell))
    return reader.read()
  }

  /// The day under an order of dates; nil where there is none, or where it is no date then.
  package func day(_ order: DateOrder) -> Int? {
    switch date {
    case .known(let day): return day
    case .none, .impossible: return nil
    case .numbers(let a, let b, let c, let isShort, _):
      // Two digits: 70 to 99 are the last century, as everywhere.
      func full(_ year: Int) -> Int { !isShort ? year : year < 70 ? 2000 + year : 1900 + year }
      switch order {
      case .dayFirst: return CalendarDay.number(year: full(c), month: b, day: a)
      case .monthFirst: return CalendarDay.number(year: full(c), month: a, day: b)
      case .yearFirst: return isShort ? CalendarDay.number(year: full(a), month: b, day: c) : nil
      }
    }
  }

  private struct Reader {
    var scan: CellScanner
    var result = MomentCell()

    init(_ scan: CellScanner) { self.scan = scan }

    mutating func read() -> MomentCell? {
      scan.skipSpaces()
      guard let first = scan.byte else { return nil }
      if first < 0x30 || first > 0x39 { readWeekday() }
      if readDate() {
        guard readAfterDate() else { return nil }
      } else if result.date == .impossible {
        return result
      } else if readTime() {
        guard readAfterTime() else { return nil }
      } else if result.weekday == nil {
        return nil
      }
      scan.skipSpaces()
      guard scan.isAtEnd else { return nil }
      if result.date != .none { (result.weekday, result.shortDay) = (nil, nil) }
      return result
    }

    /// `Mon`, `Monday,`, `Di.`
    private mutating func readWeekday() {
      let start = scan
      let word = scan.word()
      var month = Reader(start)
      // `Mar 3, 2026` begins with a month, `mar 3 sept 2026` with a day.
      guard !word.isEmpty, let day = CalendarWords.weekday(word), word != "mar" || !month.readDate() else {
        scan = start
        return
      }
      result.weekday = day
      if CalendarWords.isShortDay(word) { result.shortDay = word }
      _ = scan.skip(UInt8(ascii: "."))
      _ = scan.skip(UInt8(ascii: ","))
      scan.skipSpaces()
    }

    private mutating func readAfterDate() -> Bool {
      var spaces = scan.skipSpaces()
      var isMarked = false
      if scan.skip(UInt8(ascii: ",")) {
        isMarked = true
        spaces += scan.skipSpaces()
      } else if scan.byte == UInt8(ascii: "T") || scan.byte == UInt8(ascii: "t") {
        scan.at += 1
        isMarked = true
      } else if spaces > 0 {
        let start = scan
        let word = scan.word()
        if ["at", "um", "à", "a", "las", "kl", "om"].contains(word) {
          _ = scan.skip(UInt8(ascii: "."))
          spaces += scan.skipSpaces()
        } else {
          scan = start
        }
      }
      if scan.isAtEnd { return !isMarked }
      // A date with the day of the week behind it.
      if scan.byte == UInt8(ascii: "(")
        || CalendarWords.weekday(
          {
            var copy = scan; return copy.word()
          }()) != nil
      {
        _ = scan.skip(UInt8(ascii: "("))
        _ = scan.word()
        _ = scan.skip(UInt8(ascii: "."))
        _ = scan.skip(UInt8(ascii: ")"))
        scan.skipSpaces()
        if scan.isAtEnd { return true }
      }
      guard spaces > 0 || isMarked, readTime() else { return false }
      return readOffset(isISO: isMarked)
    }

    /// A date may follow its time.
    private mutating func readAfterTime() -> Bool {
      scan.skipSpaces()
      if scan.isAtEnd { return true }
      _ = scan.skip(UInt8(ascii: ","))
      scan.skipSpaces()
      return readDate()
    }

    // MARK: Dates

    private mutating func readDate() -> Bool {
      let start = scan
      if readNumericDate() || result.date == .impossible { return result.date != .impossible }
      scan = start
      if readNamedDate() || result.date == .impossible { return result.date != .impossible }
      scan = start
      return false
    }

    private mutating func readNumericDate() -> Bool {
      guard let first = scan.digits(most: 8) else { return false }
      // 20260914T0800, the basic form of ISO 8601: the T says so.
      if first.count == 8, scan.byte == UInt8(ascii: "T") {
        return set(year: first.value / 10_000, month: first.value / 100 % 100, day: first.value % 100)
      }
      guard let separator = scan.byte, [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")].contains(separator) else { return false }
      scan.at += 1
      if separator == UInt8(ascii: ".") { scan.skipSpaces() }
      guard let second = scan.digits(most: 2), scan.skip(separator) else { return false }
      if separator == UInt8(ascii: ".") { scan.skipSpaces() }
      guard let third = scan.digits(most: 4) else { return false }
      if first.count == 4 {
        guard third.count <= 2 else { return false }
        return set(year: first.value, month: second.value, day: third.value)
      }
      guard first.count <= 2, third.count == 4 || third.count == 2 else { return false }
      result.date = .numbers(first.value, second.value, third.value, isShort: third.count == 2, separator: separator)
      let orders = DateOrder.allCases.filter { result.day($0) != nil }
      if orders.isEmpty { result.date = .impossible }
      return !orders.isEmpty
    }

    /// `14 Sep 2026`, `14-Sep-26`, `14. September 2026`, `Sep 14, 2026`, `2026-Sep-14`.
    private mutating func readNamedDate() -> Bool {
      if let first = scan.digits(most: 4) {
        skipMarks()
        guard let month = readMonth() else { return false }
        skipMarks()
        guard let last = scan.digits(most: 4) else { return false }
        if first.count == 4 { return last.count <= 2 && set(year: first.value, month: month, day: last.value) }
        guard first.count <= 2, last.count == 4 || last.count == 2 else { return false }
        return set(
          year: last.count == 4 ? last.value : last.value < 70 ? 2000 + last.value : 1900 + last.value, month: month, day: first.value)
      }
      guard let month = readMonth() else { return false }
      skipMarks()
      guard let day = scan.digits(most: 2) else { return false }
      for ending in ["st", "nd", "rd", "th"] where scan.rest.starts(with: ending.utf8) {
        scan.at += 2
        break
      }
      skipMarks()
      guard let year = scan.digits(most: 4), year.count == 4 else { return false }
      return set(year: year.value, month: month, day: day.value)
    }

    private mutating func readMonth() -> Int? {
      var word = scan.word()
      if word == "de" {
        skipMarks()
        word = scan.word()
      }
      guard let month = CalendarWords.month(word) else { return nil }
      let start = scan
      skipMarks()
      if scan.word() != "de" { scan = start }
      return month
    }

    private mutating func skipMarks() {
      while let byte = scan.byte, [0x20, UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ",")].contains(byte) {
        scan.at += 1
      }
    }

    private mutating func set(year: Int, month: Int, day: Int) -> Bool {
      guard let number = CalendarDay.number(year: year, month: month, day: day) else {
        result.date = .impossible
        return false
      }
      result.date = .known(number)
      return true
    }

    // MARK: Times of day

    private mutating func readTime() -> Bool {
      let start = scan
      if let time = clock() {
        result.time = time
        return true
      }
      scan = start
      return false
    }

    /// `8:00`, `08:00:30.250`, `8:00 AM`, `8am`, `08h30`, `8 Uhr`, `0800` behind the T of a basic date.
    private mutating func clock() -> Int64? {
      let isBasic = scan.at > scan.bytes.startIndex && scan.bytes[scan.at - 1] == UInt8(ascii: "T")
      guard let first = scan.digits(most: 6) else { return nil }
      var (hour, minute, second, fraction) = (first.value, 0, 0, Int64(0))
      var hasMinutes = false
      var isHour = false
      if isBasic, first.count == 4 || first.count == 6 {
        let digits = first.count == 4 ? first.value * 100 : first.value
        (hour, minute, second) = (digits / 10_000, digits / 100 % 100, digits % 100)
        hasMinutes = true
      } else {
        guard first.count <= 2 else { return nil }
        if scan.skip(UInt8(ascii: ":")) {
          guard let minutes = scan.digits(most: 2), minutes.count == 2 else { return nil }
          minute = minutes.value
          hasMinutes = true
          if scan.skip(UInt8(ascii: ":")) {
            guard let seconds = scan.digits(most: 2), seconds.count == 2 else { return nil }
            second = seconds.value
            guard let read = readFraction() else { return nil }
            fraction = read
          }
        } else if scan.skip(UInt8(ascii: "h")) || scan.skip(UInt8(ascii: "H")) {
          isHour = true
          if let minutes = scan.digits(most: 2) {
            guard minutes.count == 2 else { return nil }
            minute = minutes.value
          }
        }
      }
      let half = readHalf()
      if half == nil, !hasMinutes, !isHour {
        guard readHourWord() else { return nil }
      } else if half == nil {
        _ = readHourWord()
      }
      if let half {
        guard (1...12).contains(hour), !isHour else { return nil }
        hour = hour % 12 + (half ? 12 : 0)
      }
      guard minute < 60, second < 60, hour < 24 || (hour == 24 && minute == 0 && second == 0 && fraction == 0) else { return nil }
      return Int64(hour * 3600 + minute * 60 + second) * 1_000_000 + fraction
    }

    private mutating func readFraction() -> Int64? {
      guard scan.byte == UInt8(ascii: ".") || scan.byte == UInt8(ascii: ",") else { return 0 }
      let start = scan
      scan.at += 1
      guard let byte = scan.byte, byte >= 0x30, byte <= 0x39 else {
        scan = start
        return 0
      }
      var value: Int64 = 0
      var count = 0
      while let byte = scan.byte, byte >= 0x30, byte <= 0x39 {
        if count < 6 { value = value * 10 + Int64(byte - 0x30) }
        count += 1
        scan.at += 1
      }
      while count < 6 {
        value *= 10
        count += 1
      }
      return value
    }

    /// true for PM.
    private mutating func readHalf() -> Bool? {
      let start = scan
      scan.skipSpaces()
      let letter = scan.word()
      if letter == "am" || letter == "pm" { return letter == "pm" }
      if letter == "a" || letter == "p", scan.skip(UInt8(ascii: ".")) {
        scan.skipSpaces()
        if scan.word() == "m" {
          _ = scan.skip(UInt8(ascii: "."))
          return letter == "p"
        }
      }
      scan = start
      return nil
    }

    private mutating func readHourWord() -> Bool {
      let start = scan
      scan.skipSpaces()
      if ["uhr", "h", "hrs", "o'clock", "hours"].contains(scan.word()) { return true }
      scan = start
      return false
    }

    // MARK: Offsets

    private mutating func readOffset(isISO: Bool) -> Bool {
      let spaces = scan.skipSpaces()
      if scan.isAtEnd { return true }
      let start = scan
      let word = scan.word()
      if ["z", "utc", "gmt"].contains(word) {
        result.offset = 0
        if scan.isAtEnd { return true }
      } else if !word.isEmpty {
        scan = start
        return true
      }
      guard scan.byte == UInt8(ascii: "+") || scan.byte == UInt8(ascii: "-") else { return true }
      let isNegative = scan.byte == UInt8(ascii: "-")
      let before = scan
      scan.at += 1
      guard let hours = scan.digits(most: 4) else {
        scan = before
        return true
      }
      var seconds = hours.count > 2 ? hours.value / 100 * 3600 + hours.value % 100 * 60 : hours.value * 3600
      if hours.count <= 2, scan.skip(UInt8(ascii: ":")) {
        guard let minutes = scan.digits(most: 2), minutes.count == 2 else {
          scan = before
          return true
        }
        seconds += minutes.value * 60
        if isNegative, !isISO, word.isEmpty, spaces == 0 { result.timeAfterMinus = Int64(seconds) * 1_000_000 }
      }
      // Anything longer is the end of a range.
      guard seconds <= 14 * 3600, seconds % 900 == 0, scan.isAtEnd else {
        scan = before
        result.timeAfterMinus = nil
        return true
      }
      result.offset = isNegative ? -seconds : seconds
      return true
    }
  }
}
