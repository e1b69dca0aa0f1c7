import SupportModel

/// Reading of `mon-fri`, `sat`, `mon,wed`, `fri-mon`, `daily`, `weekdays`, `weekend`.
extension DaySet {
  /// Monday first.
  static let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  static let expectation = "days such as mon-fri, sat or mon,wed"
  private static let words = ["daily": UInt8(0x7F), "weekdays": 0x1F, "weekend": 0x60]

  static func read(_ text: String) -> Result<DaySet, ScalarComplaint> {
    var bits: UInt8 = 0
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let word = part.trimmingSpaces
      if let set = words[word] {
        bits |= set
        continue
      }
      let ends = word.split(separator: "-", omittingEmptySubsequences: false).map(\.trimmingSpaces)
      var indices: [Int] = []
      for end in ends {
        guard let index = names.firstIndex(of: end) else {
          let near = end.isEmpty ? nil : nearest(to: end, among: names + ["daily", "weekdays", "weekend"])
          return .failure(
            ScalarComplaint(
              end.isEmpty ? "\(shortened(text)) is not a set of days" : "\(shortened(end)) is not a day", expected: expectation,
              nearest: near))
        }
        indices.append(index)
      }
      guard indices.count <= 2 else { return .failure(ScalarComplaint("\(shortened(text)) is not a set of days", expected: expectation)) }
      var day = indices[0]
      bits |= 1 << day
      while day != indices[indices.count - 1] {
        day = (day + 1) % 7
        bits |= 1 << day
      }
    }
    return .success(DaySet(bits: bits))
  }
}

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
