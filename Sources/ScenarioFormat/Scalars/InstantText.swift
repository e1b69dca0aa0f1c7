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
