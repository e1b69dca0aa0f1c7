/// Times that a customer feels and a help desk reports, beside the wait for an answer: from what to what, every hour counted.
///
/// They are measured for contact types that have touches, or to which a reply or a solution is promised (`Scenario.measures`), whatever the promise says of
/// calendars and pauses: those are in its verdicts.
package enum TimedSpan: Int, Sendable, CaseIterable {
  /// From arrival to the first reply: the end of the first talk; on live channels when an agent answers.
  case firstResponse
  /// From arrival until the contact is solved.
  case resolution
  /// From a customer's message that nobody has answered to the next reply; each is a measurement of its own.
  case nextResponse

  /// In distributions the time of what was not over when play ended, µs: longer than everything.
  package static let never: Int64 = 1 << 60
}

extension Scenario {
  /// Whether a span is measured for contacts of a type.
  package func measures(_ span: TimedSpan, of type: Int) -> Bool {
    if contactTypes[type].hasTouches { return span != .nextResponse || contactTypes[type].touches != nil }
    return targets.contains { target in
      guard target.contactTypes.contains(type) else { return false }
      switch span {
      case .firstResponse, .resolution: return target.measure != .answer
      case .nextResponse: return target.measure == .nextResponse
      }
    }
  }
}
