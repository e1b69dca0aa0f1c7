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
  /// Whether a span is measured for contacts of a type; of all types at once `typesMeasured` is faster.
  package func measures(_ span: TimedSpan, of type: Int) -> Bool { typesMeasured(span)[type] }

  /// By contact type: whether a span is measured for its contacts. Each target is looked at once: there may be thousands of both.
  package func typesMeasured(_ span: TimedSpan) -> [Bool] {
    let touchedAgain = typesTouchedAgain
    var measured = contactTypes.indices.map { type in
      touchedAgain[type] && (span != .nextResponse || legs(of: type).contains { contactTypes[$0].touches != nil })
    }
    for target in targets where span == .nextResponse ? target.measure == .nextResponse : target.measure != .answer {
      for type in target.contactTypes where !touchedAgain[type] { measured[type] = true }
    }
    return measured
  }

  /// By contact type: indices into `targets`, in order.
  package var targetsByType: [[Int]] {
    var lists: [[Int]] = Array(repeating: [], count: contactTypes.count)
    for (index, target) in targets.enumerated() {
      for type in target.contactTypes where lists[type].last != index { lists[type].append(index) }
    }
    return lists
  }
}
