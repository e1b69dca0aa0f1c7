import ServiceMetrics
import SimulationCore

/// A value of a metric as people write it on the command line, `80%`, `2m30s`, `2h`, `1200`: the spellings of scenario files, and a bare number in
/// the unit of the metric.
package enum MeasureText {
  /// How a limit on the metric is written.
  package enum Unit: Sendable {
    case share
    /// A length of time that results give in seconds, and one that they give in hours.
    case seconds, hours
    case number

    /// What something measured in it is.
    package var noun: String {
      switch self {
      case .share: "a share"
      case .seconds: "a time"
      case .hours: "a number of hours"
      case .number: "a plain number"
      }
    }
  }

  /// The value in the unit of results: shares from 0 to 1, times in seconds or hours.
  package static func value(_ text: String, as unit: Unit) throws(ArgumentText.Wrong) -> Double {
    let text = text.trimmingSpaces
    switch unit {
    case .share: return try ArgumentText.share(text)
    case .number: return try ArgumentText.number(text)
    case .seconds, .hours:
      if let number = decimalNumber(text), number >= 0 { return number }
      return try ArgumentText.duration(text).seconds / (unit == .hours ? 3600 : 1)
    }
  }
}
