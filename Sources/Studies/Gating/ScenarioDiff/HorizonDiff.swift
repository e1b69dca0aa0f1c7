import SimulationCore
import SupportModel

/// Which stretch of time is played and how much of it counts.
enum HorizonDiff {
  static let section = ScenarioDiffSection(name: "horizon", kind: .conditions, covers: ["horizon"]) { pair in
    var list = ChangeList("horizon")
    let (before, now) = (pair.baseline.horizon, pair.candidate.horizon)
    list.text("", "start", start(before), start(now), .unclear)
    list.text("", "timezone", before.timeZone, now.timeZone, .unclear)
    list.duration("", "length", before.length, now.length, .lessIsWeaker)
    list.duration("", "warmup", before.warmUp, now.warmUp, .moreIsWeaker)
    list.duration("", "cooldown", before.cooldown, now.cooldown, .moreIsWeaker)
    list.duration("", "fcr-window", before.firstContactWindow, now.firstContactWindow, .lessIsWeaker)
    // The first and the last of them may be shorter.
    func interval(_ horizon: Horizon) -> Double? { horizon.intervals.map { ($0.end - $0.start).seconds }.max() }
    list.number("", "interval", interval(before), interval(now), .unclear) { .duration($0) }
    list.text("", "at-end", before.atEnd.rawValue, now.atEnd.rawValue, .unclear)
    return list.all
  }

  /// The local date and time of the first counted instant tells a start at another hour too.
  private static func start(_ horizon: Horizon) -> String? {
    guard let date = horizon.startDate else { return nil }
    guard horizon.warmUp == .zero, let label = horizon.intervals.first?.label else { return date }
    return String(label.prefix(16))
  }
}
