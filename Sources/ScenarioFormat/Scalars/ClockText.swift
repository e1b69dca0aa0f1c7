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

  /// The same on a clock: `24h`, for a day of open hours is no day.
  package func spelled(onClock: Bool) -> String {
    guard onClock, case .time(let span) = self, span >= .days(1) else { return spelled }
    let hours = span.microseconds / 3_600_000_000
    let rest = TimeSpan(microseconds: span.microseconds % 3_600_000_000)
    return "\(hours)h" + (rest > .zero ? ScenarioFormat.spelled(rest) : "")
  }
}

extension ClockDurations {
  /// `4h`, or `1h for urgent, 2bd for all others`. `priorities`: their names, first served first; `onClock`: only open hours count.
  package func spelled(_ priorities: [String], onClock: Bool) -> String {
    let named = byPriority.map { entry in
      let index = priorities.count - 1 - entry.priority
      return
        "\(entry.duration.spelled(onClock: onClock)) for \(priorities.indices.contains(index) ? priorities[index] : "priority \(entry.priority)")"
    }
    guard let all = otherwise?.spelled(onClock: onClock) else { return named.joined(separator: ", ") }
    return named.isEmpty ? all : (named + ["\(all) for all others"]).joined(separator: ", ")
  }
}
