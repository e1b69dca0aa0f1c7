package import Experiments
package import ReportKit

/// What a confidence interval says about a goal that should be reached or exceeded.
package enum Verdict: String, Sendable, CaseIterable {
  /// The whole interval reaches the goal.
  case holds
  /// The whole interval lies below it.
  case misses
  /// The goal lies inside the interval, or there is none.
  case tooCloseToCall = "too close to call"

  package init(_ estimate: Estimate, goal: Double) {
    if let low = estimate.low, low >= goal {
      self = .holds
    } else if let high = estimate.high, high < goal {
      self = .misses
    } else {
      self = .tooCloseToCall
    }
  }

  /// Contacts in all plays below which an interval of them is told with their number.
  private static let few = 100.0

  /// With how few contacts decide, where they do not decide much.
  package func text(contacts: Double?) -> ReportText {
    guard self == .tooCloseToCall, let contacts, contacts < Self.few else { return text }
    return ReportText("\(rawValue): \(Words.fixed(contacts, decimals: 0)) contact\(contacts < 1.5 ? "" : "s") in all plays", .unsure)
  }

  package var text: ReportText {
    switch self {
    case .holds: ReportText(rawValue, .good)
    case .misses: ReportText(rawValue, .bad)
    case .tooCloseToCall: ReportText(rawValue, .unsure)
    }
  }
}
