import SimulationCore

/// A stretch of the counted horizon that results are summed over beside its intervals: a local day, a calendar week, or an hour of the week
/// with all its occurrences. An interval belongs to the period in which it begins.
package struct Period: Sendable, Equatable {
  /// From the coarsest on; the raw value is the key of a row in `results.json`.
  package enum Kind: String, Sendable, CaseIterable {
    case week, day
    case weekHour = "week-hour"
  }

  package var kind: Kind
  /// `2026-W41`, `2026-10-05`, `mon 09:00`; without dates `week 1`, `day 1`, `day 1 09:00`.
  package var label: String
  /// What a person reads: of a week its first counted day (`Mon 5 Oct`), of a day the same, `Mon 09:00`.
  package var shortLabel: String
  /// Indices into `Horizon.intervals`, in order.
  package var intervals: [Int]
  /// The last interval of each occurrence: one of a day or a week, one for each such hour that the horizon has.
  package var ends: [Int]

  package init(_ kind: Kind, label: String, shortLabel: String, intervals: [Int], ends: [Int]) {
    (self.kind, self.label, self.shortLabel, self.intervals, self.ends) = (kind, label, shortLabel, intervals, ends)
  }

  /// How often it occurs in the horizon: 1, or the number of such hours.
  package var occurrences: Int { ends.count }
}

extension Period {
  /// What days, weeks and hours of the week are called, and where weeks begin.
  package struct Names {
    /// Of day 0: 0 is the first day of a week.
    package var firstWeekday: Int
    package var day: (_ day: Int) -> (label: String, short: String)
    /// By the first counted day of the week.
    package var week: (_ number: Int, _ firstDay: Int) -> (label: String, short: String)
    package var weekday: (_ weekday: Int) -> (label: String, short: String)

    package init(
      firstWeekday: Int, day: @escaping (_ day: Int) -> (label: String, short: String),
      week: @escaping (_ number: Int, _ firstDay: Int) -> (label: String, short: String),
      weekday: @escaping (_ weekday: Int) -> (label: String, short: String)
    ) {
      (self.firstWeekday, self.day, self.week, self.weekday) = (firstWeekday, day, week, weekday)
    }

    /// Without dates: days of 24 hours and weeks of seven of them, counted from the start.
    package static var elapsed: Names {
      Names(
        firstWeekday: 0, day: { ("day \($0 + 1)", "day \($0 + 1)") }, week: { number, _ in ("week \(number + 1)", "week \(number + 1)") },
        weekday: { ("day \($0 + 1)", "day \($0 + 1)") })
    }
  }

  /// The periods of a horizon: weeks, days, hours of the week. Days where there are several of them, weeks and their hours where the horizon is
  /// longer than seven days and meets several calendar weeks, hours where intervals are shorter than a day; none where intervals are longer.
  ///
  /// - Parameter seconds: local time at which each interval begins, seconds after midnight.
  package static func all(_ intervals: [Horizon.Interval], seconds: [Int], _ names: Names) -> [Period] {
    let days = groups(intervals.map { $0.day })
    // A day that autumn prolongs has 25 hours.
    let longest = intervals.map { $0.end.microseconds - $0.start.microseconds }.max() ?? 0
    guard days.count > 1, longest <= 25 * 3_600_000_000 else { return [] }
    let daily = days.map { day, members in
      Period(.day, label: names.day(day).label, shortLabel: names.day(day).short, intervals: members, ends: [members.last!])
    }
    func week(_ interval: Int) -> Int { (intervals[interval].day + names.firstWeekday) / 7 }
    let weeks = groups(intervals.indices.map(week))
    if weeks.count < 2 || days.count <= 7 { return daily }
    let first = weeks[0].key
    let weekly = weeks.map { number, members in
      let name = names.week(number - first, intervals[members[0]].day)
      return Period(.week, label: name.label, shortLabel: name.short, intervals: members, ends: [members.last!])
    }
    return weekly + daily + (intervals.count > days.count ? hours(intervals, seconds, names) : [])
  }

  /// By weekday and the hour in which an interval begins; longer intervals are hours of their own.
  private static func hours(_ intervals: [Horizon.Interval], _ seconds: [Int], _ names: Names) -> [Period] {
    let keys = intervals.indices.map { (intervals[$0].day + names.firstWeekday) % 7 * 24 + seconds[$0] / 3600 }
    var members = Array(repeating: [Int](), count: 7 * 24)
    for interval in intervals.indices { members[keys[interval]].append(interval) }
    return members.indices.compactMap { key in
      let found = members[key]
      guard let least = found.map({ seconds[$0] }).min() else { return nil }
      let time = " \(twoDigits(least / 3600)):\(twoDigits(least / 60 % 60))"
      let day = names.weekday(key / 24)
      // The hour that autumn repeats is one occurrence of two hours.
      let ends = found.indices.filter { $0 == found.count - 1 || intervals[found[$0]].day != intervals[found[$0 + 1]].day }
      return Period(.weekHour, label: day.label + time, shortLabel: day.short + time, intervals: found, ends: ends.map { found[$0] })
    }
  }

  /// Positions with the same key, in order of their first.
  private static func groups(_ keys: [Int]) -> [(key: Int, members: [Int])] {
    var groups: [(key: Int, members: [Int])] = []
    for (position, key) in keys.enumerated() {
      if groups.last?.key == key { groups[groups.count - 1].members.append(position) } else { groups.append((key, [position])) }
    }
    return groups
  }

  private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
