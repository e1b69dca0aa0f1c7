import SimulationCore
import SupportModel

/// The days, weeks and months of a horizon as ranges of its intervals.
struct HorizonPeriods {
  let clock: HorizonClock
  let intervals: [Horizon.Interval]

  /// Those of which the counted horizon holds every day, the first and the last day perhaps in part; how many its ends cut off; and whether an
  /// interval is in two of them, so that nothing can be judged.
  func periods(_ each: Penalty.Each) -> (whole: [Range<Int>], cutOff: Int, isTooCoarse: Bool) {
    guard let first = intervals.first, !intervals.isEmpty else { return ([], 0, false) }
    let lastDay = lastDay(of: intervals.count - 1)
    var whole: [Range<Int>] = []
    var (cutOff, isTooCoarse, start) = (0, false, 0)
    for index in intervals.indices {
      let period = number(of: intervals[index].day, each)
      if number(of: self.lastDay(of: index), each) != period { isTooCoarse = true }
      let isLast = index + 1 == intervals.count || number(of: intervals[index + 1].day, each) != period
      if !isLast { continue }
      let isWhole = number(of: first.day - 1, each) != period && number(of: lastDay + 1, each) != period
      if isWhole { whole.append(start..<(index + 1)) } else { cutOff += 1 }
      start = index + 1
    }
    return isTooCoarse ? ([], 0, true) : (whole, cutOff, false)
  }

  /// The last local day that an interval touches.
  private func lastDay(of index: Int) -> Int {
    let interval = intervals[index]
    if clock.hasDates {
      let end = clock.local(interval.end, in: clock.zone)
      return max(interval.day, end.day - clock.firstDay - (end.seconds == 0 ? 1 : 0))
    }
    return max(interval.day, Int((interval.end.microseconds - 1) / 86_400_000_000))
  }

  /// Days of one period have one number. Without dates weeks are counted from the start.
  private func number(of day: Int, _ each: Penalty.Each) -> Int {
    func week(_ day: Int) -> Int { (day - ((day % 7) + 7) % 7) / 7 }
    if !clock.hasDates { return each == .day ? day : week(day) }
    let date = CivilDate(dayNumber: clock.firstDay + day)
    switch each {
    case .day: return day
    case .week: return week(date.dayNumber - date.weekday)
    case .month: return date.yearMonthDay.year * 12 + date.yearMonthDay.month
    }
  }
}
