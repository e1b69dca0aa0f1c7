import SimulationCore

/// `20s`, `5m`, `1h30m`, `2d`, `1w`, `500ms`: numbers with units, the larger unit first.
struct DurationText: Equatable, Sendable {
  /// Whole days and weeks, kept apart because a calendar day may have 23 or 25 hours.
  var days: Int
  /// The rest.
  var rest: TimeSpan

  /// With days of 24 hours.
  var span: TimeSpan { TimeSpan(microseconds: Int64(days) * 86_400_000_000 + rest.microseconds) }

  static let longest = 36_525
  static let expectation = "a duration such as 20s, 5m, 1h30m or 2d"

  private static let units: [(name: String, microseconds: Double)] = [
    ("w", 604_800_000_000), ("d", 86_400_000_000), ("h", 3_600_000_000), ("m", 60_000_000), ("s", 1_000_000), ("ms", 1000),
  ]
  /// What people write instead.
  static let otherSpellings: [String: String] = [
    "sec": "s", "secs": "s", "second": "s", "seconds": "s", "min": "m", "mins": "m", "minute": "m", "minutes": "m", "hr": "h", "hrs": "h",
    "hour": "h", "hours": "h", "day": "d", "days": "d", "week": "w", "weeks": "w", "wk": "w", "wks": "w", "msec": "ms", "millis": "ms",
  ]

  static func read(_ text: String) -> Result<DurationText, ScalarComplaint> {
    let shown = shortened(text)
    if let bare = decimalNumber(text) {
      if bare < 0 { return .failure(ScalarComplaint("\(shown) is negative and has no unit", expected: "a duration such as 3m or 90s")) }
      return .failure(ScalarComplaint("\(shown) has no unit", expected: "a duration such as \(shown)m or \(shown)s"))
    }
    if text.hasPrefix("-") {
      if case .success = read(String(text.dropFirst())) {
        return .failure(ScalarComplaint("\(shown) is negative", expected: "a duration of 0s or more"))
      }
      return .failure(ScalarComplaint("\(shown) is not a duration", expected: expectation))
    }
    guard let pieces = pieces(text), !pieces.isEmpty else {
      if text.contains(":"), case .success(let time) = TimeOfDay.read(text) {
        let parts = [(time.seconds / 3600, "h"), (time.seconds / 60 % 60, "m"), (time.seconds % 60, "s")].filter { $0.0 > 0 }
        let nearest = parts.isEmpty ? "0s" : parts.map { "\($0.0)\($0.1)" }.joined()
        return .failure(ScalarComplaint("\(shown) is a time of day", expected: expectation, nearest: nearest))
      }
      return .failure(ScalarComplaint("\(shown) is not a duration", expected: expectation))
    }
    var days = 0.0
    var microseconds = 0.0
    var smallest = Double.infinity
    for (number, unit) in pieces {
      guard let known = units.first(where: { $0.name == unit }) else {
        let fixed = pieces.map { "\($0.text)\(otherSpellings[$0.unit.lowercased()] ?? $0.unit.lowercased())" }.joined()
        var nearest: String?
        if fixed != text, case .success = read(fixed) { nearest = fixed }
        return .failure(
          ScalarComplaint("\(shown) has the unknown unit `\(unit)`", expected: "ms, s, m, h, d or w", nearest: nearest))
      }
      guard known.microseconds < smallest else {
        return .failure(ScalarComplaint("\(shown) has its units out of order", expected: "the larger unit first, each once, as in 1h30m"))
      }
      smallest = known.microseconds
      let value = decimalNumber(number)!
      if unit == "d" || unit == "w", value.rounded() == value {
        days += value * (unit == "w" ? 7 : 1)
      } else {
        microseconds += value * known.microseconds
      }
    }
    guard days + microseconds / 86_400_000_000 <= Double(longest) else {
      return .failure(ScalarComplaint("\(shown) is longer than 100 years", expected: expectation))
    }
    return .success(DurationText(days: Int(days), rest: TimeSpan(microseconds: Int64(microseconds.rounded()))))
  }

  /// Numbers and the letters after them; spaces between pieces are allowed.
  private static func pieces(_ text: String) -> [(text: String, unit: String)]? {
    var pieces: [(String, String)] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      let number = rest.prefix { ("0"..."9").contains($0) || $0 == "." }
      rest = rest.dropFirst(number.count).drop { $0 == " " }
      let unit = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(unit.count).drop { $0 == " " }
      guard decimalNumber(number) != nil, !unit.isEmpty else { return nil }
      pieces.append((String(number), String(unit)))
    }
    return pieces
  }
}

extension TimeSpan {
  /// So many times this length; clamped where it would not fit.
  func times(_ count: Int) -> TimeSpan {
    let (product, overflow) = microseconds.multipliedReportingOverflow(by: Int64(count))
    return TimeSpan(microseconds: overflow ? 1 << 62 : product)
  }
}

/// `1h30m`: the shortest spelling of a length of time.
func spelled(_ span: TimeSpan) -> String {
  var left = abs(span.microseconds)
  if left == 0 { return "0s" }
  var text = span < .zero ? "-" : ""
  for (unit, size) in [("d", Int64(86_400_000_000)), ("h", 3_600_000_000), ("m", 60_000_000), ("s", 1_000_000), ("ms", 1000)] {
    let count = left / size
    if count > 0 { text += "\(count)\(unit)" }
    left %= size
  }
  return text.isEmpty || text == "-" ? "\(span.microseconds)us" : text
}
