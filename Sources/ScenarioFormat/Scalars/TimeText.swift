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
