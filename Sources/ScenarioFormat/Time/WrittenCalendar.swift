import SimulationCore
import SupportModel

/// Opening hours and holidays by the clock on the wall in one time zone, as a person writes them. The clock of the horizon makes a
/// `WorkCalendar` of it; agents take the holidays.
struct WrittenCalendar {
  var zone: WallZone
  /// Hours by days; nil: all day, every day.
  var hours: [(days: DaySet, hours: [HoursText])]?
  /// Local day numbers on which no hours begin.
  var holidays: Set<Int>

  /// The hours from before the horizon to well after it.
  func businessTime(on clock: HorizonClock) -> BusinessTime {
    var open: [Range<SimInstant>] = []
    for day in clock.wideDays(in: zone) where !holidays.contains(day) {
      guard let hours else {
        open.append(clock.edge(day: day, seconds: 0, in: zone)..<clock.edge(day: day + 1, seconds: 0, in: zone))
        continue
      }
      for entry in hours where entry.days.isEveryDay || entry.days.contains(weekday: clock.weekday(day)) {
        for stretch in entry.hours {
          let start = clock.edge(day: day, seconds: stretch.start, in: zone)
          let end =
            stretch.end <= 86_400
            ? clock.edge(day: day, seconds: stretch.end, in: zone)
            : clock.edge(day: day + 1, seconds: stretch.end - 86_400, in: zone)
          if start < end { open.append(start..<end) }
        }
      }
    }
    return BusinessTime(open)
  }
}
