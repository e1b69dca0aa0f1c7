/// `120/h`, `5200/d`, `1/w`: so many per unit of time.
struct RateText: Equatable, Sendable {
  var number: Double
  /// Seconds in the unit.
  var unitSeconds: Double

  var perSecond: Double { number / unitSeconds }
  var perDay: Double { number * (86_400 / unitSeconds) }

  static let expectation = "a rate such as 120/h or 2400/d"

  static func read(_ text: String) -> Result<RateText, ScalarComplaint> {
    let shown = shortened(text)
    if let bare = decimalNumber(text) {
      if bare < 0 { return .failure(ScalarComplaint("\(shown) is negative", expected: "a rate of 0/h or more")) }
      return .failure(ScalarComplaint("\(shown) has no unit", expected: "a rate such as \(shown)/h or \(shown)/d"))
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(\.trimmingSpaces)
    guard parts.count == 2, let number = decimalNumber(parts[0]) else {
      return .failure(ScalarComplaint("\(shown) is not a rate", expected: expectation))
    }
    if number < 0 { return .failure(ScalarComplaint("\(shown) is negative", expected: "a rate of 0/h or more")) }
    if number > 1e9 { return .failure(ScalarComplaint("\(shown) is too large", expected: "at most 1000000000 per unit of time")) }
    guard let seconds = ["s": 1.0, "m": 60, "min": 60, "h": 3600, "d": 86_400, "w": 604_800][parts[1]] else {
      let unit = DurationText.otherSpellings[parts[1].lowercased()] ?? ""
      return .failure(
        ScalarComplaint(
          "\(shown) has the unknown unit `/\(parts[1])`", expected: "/s, /min, /h, /d or /w",
          nearest: unit.isEmpty || unit == "ms" ? nil : "\(parts[0])/\(unit)"))
    }
    return .success(RateText(number: number, unitSeconds: seconds))
  }
}
