import SimulationCore

/// A number as people write it on the command line: `80%`, `2m30s`, `1200`.
package enum MeasureText {
  package enum Unit: String, Sendable {
    case share = "a share such as 80%"
    case duration = "a duration such as 20s or 2m30s"
    case number = "a plain number"
  }

  /// The value in the unit of results: shares from 0 to 1, durations in seconds. nil where the text is none of these.
  ///
  /// What has no unit is taken in the unit that is expected; a share may then be 0.8 but not 80.
  package static func value(_ text: String, as unit: Unit) -> Double? {
    let text = text.trimmingSpaces
    if text.hasSuffix("%") {
      guard unit == .share, let number = decimalNumber(String(text.dropLast()).trimmingSpaces) else { return nil }
      return number / 100
    }
    if let number = decimalNumber(text) {
      if unit == .share, !(0...1).contains(number) { return nil }
      return number
    }
    guard unit == .duration, case .success(let duration) = DurationText.read(text) else { return nil }
    return duration.span.seconds
  }
}
