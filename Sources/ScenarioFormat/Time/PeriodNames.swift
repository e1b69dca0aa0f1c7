import SimulationCore
import SupportModel

/// The days, weeks and hours of the week of a horizon, by its calendar and time zone; weeks begin on Monday and are numbered as ISO 8601 does.
enum PeriodNames {
  static func periods(_ intervals: [Horizon.Interval], on clock: HorizonClock) -> [Period] {
    Period.all(intervals, seconds: intervals.map { clock.local($0.start, in: clock.zone).seconds }, names(clock))
  }

  private static func names(_ clock: HorizonClock) -> Period.Names {
    guard clock.hasDates else { return .elapsed }
    let first = clock.firstDay
    return Period.Names(
      firstWeekday: clock.weekday(first),
      day: { day in
        let date = CivilDate(dayNumber: first + day)
        return (date.text, date.shortText)
      },
      week: { _, day in
        let date = CivilDate(dayNumber: first + day)
        return (date.weekText, date.shortText)
      },
      weekday: { weekday in
        // 1970-01-05 was a Monday.
        let name = String(CivilDate(dayNumber: 4 + weekday).shortText.prefix(3))
        return (name.lowercased(), name)
      })
  }
}

extension CivilDate {
  /// `2026-W41`: the week by ISO 8601, which is of the year that its Thursday is in.
  var weekText: String {
    let thursday = CivilDate(dayNumber: dayNumber - weekday + 3)
    let year = thursday.yearMonthDay.year
    let number = (thursday.dayNumber - CivilDate(year: year, month: 1, day: 1).dayNumber) / 7 + 1
    return "\(year)-W\(number < 10 ? "0" : "")\(number)"
  }
}
