import ReportKit
package import SupportModel

/// What to tell a user whose queue grows without bound: what, how much, when, and what to do about it.
package enum UnboundedQueue {
  /// `at` in µs from the start of the horizon.
  package static func lines(_ scenario: Scenario, contactType: Int, waiting: Int, at: Int64, limit: Int) -> [String] {
    let name = scenario.contactTypes[contactType].name
    let when = ScenarioClock(scenario.horizon).journal(at)
    let lasts = Words.duration(Double(at) / 1e6)
    return [
      "\(name): the queue grows without bound: \(Words.counted(waiting, "contact")) waiting at \(when) (\(lasts) after the start), "
        + "beyond the limit of \(Words.fixed(Double(limit), decimals: 0)) in the system; nothing was written.",
      "Give \(name) more people or fewer contacts, or say what ends the wait: patience, queue-limit or a shorter horizon.",
    ]
  }
}
