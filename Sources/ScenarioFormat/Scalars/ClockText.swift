import SimulationCore
package import SupportModel

extension ClockDuration {
  /// `4h`, `2bd`: as a scenario has it.
  package var spelled: String {
    switch self {
    case .time(let span): ScenarioFormat.spelled(span)
    case .businessDays(let days): "\(days)bd"
    }
  }
}

extension ClockDurations {
  /// `4h`, or `1h for urgent, 2bd for all others`. `priorities`: their names, first served first.
  package func spelled(_ priorities: [String]) -> String {
    let named = byPriority.map { entry in
      let index = priorities.count - 1 - entry.priority
      return "\(entry.duration.spelled) for \(priorities.indices.contains(index) ? priorities[index] : "priority \(entry.priority)")"
    }
    guard let otherwise else { return named.joined(separator: ", ") }
    return named.isEmpty ? otherwise.spelled : (named + ["\(otherwise.spelled) for all others"]).joined(separator: ", ")
  }
}
