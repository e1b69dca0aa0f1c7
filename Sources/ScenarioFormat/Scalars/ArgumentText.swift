package import SimulationCore

/// The scalars of scenario files for arguments of the command line: the same spellings, the same sentences.
package enum ArgumentText {
  /// What is wrong with an argument, in one sentence without a full stop: `3 has no unit; expected a duration such as 3m or 3s`.
  package struct Wrong: Error, Equatable, Sendable, CustomStringConvertible {
    /// The sentence, ready for standard error.
    package var description: String
  }

  /// `20s`, `1h30m`.
  package static func duration(_ text: String) throws(Wrong) -> TimeSpan { try value(DurationText.read(text)).span }
  /// `80%` or 0.8.
  package static func share(_ text: String) throws(Wrong) -> Double { try value(NumberText.share(text)) }
  /// A plain number of either sign.
  package static func number(_ text: String) throws(Wrong) -> Double { try value(NumberText.number(text)) }
  /// `200/h`: contacts per second.
  package static func rate(_ text: String) throws(Wrong) -> Double { try value(RateText.read(text)).perSecond }
  /// `80/20`, `90%/1m`.
  package static func serviceLevel(_ text: String) throws(Wrong) -> ServiceLevelText { try value(ServiceLevelText.read(text)) }

  private static func value<T>(_ result: Result<T, ScalarComplaint>) throws(Wrong) -> T {
    switch result {
    case .success(let value): return value
    case .failure(let complaint): throw Wrong(description: complaint.sentence)
    }
  }
}

extension ScalarComplaint {
  /// As `Problem.sentence`, without a place.
  var sentence: String { wrong + (expected.map { "; expected \($0)" } ?? "") + (nearest.map { "; did you mean \($0)?" } ?? "") }
}
