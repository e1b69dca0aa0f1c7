/// `09:00-17:00`, `22:00-06:00` (into the next day).
struct HoursText: Equatable, Sendable {
  /// Seconds after midnight; `end` may lie beyond 24:00.
  var start: Int
  var end: Int

  static let expectation = "hours such as 09:00-17:00"

  static func read(_ text: String) -> Result<HoursText, ScalarComplaint> {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(\.trimmingSpaces)
    guard parts.count == 2 else { return .failure(ScalarComplaint("\(shortened(text)) are not opening hours", expected: expectation)) }
    switch (TimeOfDay.read(parts[0]), TimeOfDay.read(parts[1])) {
    case (.failure(let complaint), _), (_, .failure(let complaint)): return .failure(complaint)
    case (.success(let start), .success(let end)):
      guard start != end else {
        return .failure(ScalarComplaint("\(shortened(text)) is an empty stretch", expected: expectation + " or 00:00-24:00"))
      }
      return .success(HoursText(start: start.seconds, end: end.seconds > start.seconds ? end.seconds : end.seconds + 86_400))
    }
  }
}
