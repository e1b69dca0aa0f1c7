/// A date of the Gregorian calendar; no time zone, no clock.
struct CivilDate: Equatable, Hashable, Sendable {
  /// Days since 1970-01-01.
  var dayNumber: Int

  init(dayNumber: Int) { self.dayNumber = dayNumber }

  /// `days_from_civil` of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
  init(year: Int, month: Int, day: Int) {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = era * 146_097 + dayOfEra - 719_468
  }

  /// `civil_from_days`, same source.
  var yearMonthDay: (year: Int, month: Int, day: Int) {
    let z = dayNumber + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// 0 is Monday.
  var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 }

  /// `2026-09-14`.
  var text: String {
    let (year, month, day) = yearMonthDay
    return "\(year)-\(twoDigits(month))-\(twoDigits(day))"
  }

  /// `Mon 14 Sep`.
  var shortText: String {
    let (_, month, day) = yearMonthDay
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    return "\(weekdays[weekday]) \(day) \(months[month - 1])"
  }

  static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: return 30
    case 2: return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    default: return 31
    }
  }
}
