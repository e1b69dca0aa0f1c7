import SimulationCore
import SupportModel

/// Opening hours and holidays by the clock on the wall in one time zone, as a person writes them. The clock of the horizon makes a
/// `WorkCalendar` of it; agents take the holidays.
struct WrittenCalendar {
  /// What a holiday takes from hours that reach past midnight. The name is the word in the scenario.
  enum HolidaysRule: String, CaseIterable {
    /// Closed on its local date: also what began the evening before, and not what its own evening has after midnight.
    case civilDay = "civil-day"
    /// No hours begin on it: also what its own evening would have had after midnight.
    case shiftStart = "shift-start"
    case both
  }

  var zone: WallZone
  /// Hours by days; nil: all day, every day.
  var hours: [(days: DaySet, hours: [HoursText])]?
  /// Local day numbers.
  var holidays: Set<Int>
  var holidaysRule = HolidaysRule.civilDay
  /// Hours of single dates instead of those of their weekday, by local day number; none: closed. They hold on holidays too.
  var special: [Int: [HoursText]] = [:]
  /// It is open at some time from the start of the horizon on, as far as calendars are worked out.
  var opens = true

  /// The hours from before the horizon to well after it: every instant whose reading on the wall lies in hours of its day.
  func businessTime(on clock: HorizonClock) -> BusinessTime {
    var weekly: [Range<SimInstant>] = []
    var closed: [Range<SimInstant>] = []
    var own: [Range<SimInstant>] = []
    for day in clock.wideDays(in: zone) {
      let isHoliday = holidays.contains(day)
      if isHoliday, holidaysRule != .shiftStart { closed += clock.stretches(day: day, from: 0, to: 86_400, in: zone) }
      if let hours = special[day] {
        own += hours.flatMap { clock.stretches(day: day, from: $0.start, to: $0.end, in: zone) }
      } else if !isHoliday || holidaysRule == .civilDay {
        weekly += weeklyHours(day, on: clock).flatMap { clock.stretches(day: day, from: $0.start, to: $0.end, in: zone) }
      }
    }
    return BusinessTime(Stretches(weekly).subtracting(Stretches(closed)).union(Stretches(own)))
  }

  private func weeklyHours(_ day: Int, on clock: HorizonClock) -> [HoursText] {
    guard let hours else { return [HoursText(start: 0, end: 86_400)] }
    return hours.filter { $0.days.isEveryDay || $0.days.contains(weekday: clock.weekday(day)) }.flatMap(\.hours)
  }
}
