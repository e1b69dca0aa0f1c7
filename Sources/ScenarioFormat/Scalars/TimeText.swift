/// `09:00`, `24:00`, `09:00:30`: wall time of a local day.
struct TimeOfDay: Equatable, Hashable, Sendable {
  /// Seconds after local midnight, 0 to 86,400.
  var seconds: Int

  static let expectation = "a time of day such as 09:00"

  static func read(_ text: String) -> Result<TimeOfDay, ScalarComplaint> {
    let shown = shortened(text)
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.count <= 2 && $0.allSatisfy(\.isASCIIDigit) && !$0.isEmpty ? Int($0) : nil }
    guard parts.count == 2 || parts.count == 3, numbers.count == parts.count, parts.dropFirst().allSatisfy({ $0.count == 2 }) else {
      return .failure(ScalarComplaint("\(shown) is not a time of day", expected: expectation, nearest: clockTime(text)))
    }
    let seconds = numbers[0] * 3600 + numbers[1] * 60 + (numbers.count > 2 ? numbers[2] : 0)
    guard numbers[1] < 60, numbers.count < 3 || numbers[2] < 60, seconds <= 86_400 else {
      return .failure(ScalarComplaint("\(shown) is not a time of day", expected: "a time from 00:00 to 24:00"))
    }
    return .success(TimeOfDay(seconds: seconds))
  }

  /// `9am`, `5:30pm`, `0900`, `9` and `9h` as people mean them.
  private static func clockTime(_ text: String) -> String? {
    var word = text.lowercased().filter { $0 != " " && $0 != "." }
    var isAfternoon: Bool?
    if word.hasSuffix("am") || word.hasSuffix("pm") {
      isAfternoon = word.hasSuffix("pm")
      word = String(word.dropLast(2))
    } else if word.hasSuffix("h") {
      word = String(word.dropLast())
    }
    let parts = word.split(separator: ":")
    var hour: Int?
    var minute = 0
    if parts.count == 2 {
      hour = Int(parts[0])
      minute = Int(parts[1]) ?? 99
    } else if word.count == 4, let number = Int(word) {
      hour = number / 100
      minute = number % 100
    } else {
      hour = Int(word)
    }
    guard var hour, (0...24).contains(hour), (0..<60).contains(minute) else { return nil }
    if let isAfternoon {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    guard hour < 24 || minute == 0 else { return nil }
    return "\(twoDigits(hour)):\(twoDigits(minute))"
  }

  var text: String {
    "\(twoDigits(seconds / 3600)):\(twoDigits(seconds / 60 % 60))" + (seconds % 60 == 0 ? "" : ":\(twoDigits(seconds % 60))")
  }
}

func twoDigits(_ value: Int) -> String { value < 10 && value >= 0 ? "0\(value)" : "\(value)" }

extension Character {
  var isASCIIDigit: Bool { isASCII && isNumber }
}

/// Reading of `2026-09-14`.
enum DateText {
  static let expectation = "a date such as 2026-09-14"

  static func read(_ text: String) -> Result<CivilDate, ScalarComplaint> {
    let shown = shortened(text)
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }), let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else {
      return .failure(ScalarComplaint("\(shown) is not a date", expected: expectation))
    }
    guard (1...12).contains(month), (1...31).contains(day), (1900...2400).contains(year) else {
      return .failure(ScalarComplaint("\(shown) is not a date", expected: "year-month-day such as 2026-09-14"))
    }
    let last = CivilDate.daysInMonth(year: year, month: month)
    guard day <= last else {
      return .failure(
        ScalarComplaint(
          "\(shown) does not exist", expected: "a date of the calendar", nearest: "\(parts[0])-\(parts[1])-\(twoDigits(last))"))
    }
    return .success(CivilDate(year: year, month: month, day: day))
  }
}

/// `2026-09-14T09:00`, `2026-09-14 09:00:30.250`, `2026-09-14`, `2026-09-14T09:00-04:00`: a local instant, or one with its own offset.
struct InstantText: Equatable, Sendable {
  var date: CivilDate
  /// Microseconds after midnight.
  var microseconds: Int64
  /// Seconds east of UTC, when written.
  var offset: Int?

  static let expectation = "a date and time such as 2026-09-14T09:00"

  static func read(_ text: String) -> Result<InstantText, ScalarComplaint> {
    let shown = shortened(text)
    let date: CivilDate
    switch DateText.read(String(text.prefix(10))) {
    case .success(let value): date = value
    case .failure(let complaint):
      if complaint.wrong.hasSuffix("does not exist") {
        return .failure(
          ScalarComplaint("\(shown) does not exist", expected: expectation, nearest: complaint.nearest.map { $0 + text.dropFirst(10) }))
      }
      return .failure(ScalarComplaint("\(shown) is not a date and time", expected: expectation))
    }
    var rest = text.dropFirst(10)
    if rest.isEmpty { return .success(InstantText(date: date, microseconds: 0)) }
    let wrong = ScalarComplaint("\(shown) is not a date and time", expected: expectation)
    guard let separator = rest.popFirst(), separator == "T" || separator == " " || separator == "t" else { return .failure(wrong) }
    var offset: Int?
    if rest.last == "Z" || rest.last == "z" {
      offset = 0
      rest.removeLast()
    } else if let sign = rest.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      guard case .success(let value) = TimeOfDay.read(String(rest[rest.index(after: sign)...])) else { return .failure(wrong) }
      offset = rest[sign] == "-" ? -value.seconds : value.seconds
      rest = rest[..<sign]
    }
    var fraction: Int64 = 0
    if let point = rest.firstIndex(of: ".") {
      let digits = rest[rest.index(after: point)...].prefix(6)
      guard !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit) else { return .failure(wrong) }
      fraction = Int64(digits + String(repeating: "0", count: 6 - digits.count))!
      rest = rest[..<point]
    }
    guard case .success(let time) = TimeOfDay.read(String(rest)) else {
      return .failure(ScalarComplaint("\(shown) has no time of day from 00:00 to 24:00", expected: expectation))
    }
    return .success(InstantText(date: date, microseconds: Int64(time.seconds) * 1_000_000 + fraction, offset: offset))
  }
}
