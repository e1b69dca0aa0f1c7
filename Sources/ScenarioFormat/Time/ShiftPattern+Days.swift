import SimulationCore
import SupportModel

extension ShiftPattern {
  /// The working days of this pattern in a zone, from two days before the horizon to 28 days beyond it, holidays left out. Those over
  /// before the horizon starts are left out too.
  func shifts(on clock: HorizonClock, in zone: WallZone, holidays: Set<Int>) -> [AgentGroup.Shift] {
    var shifts: [AgentGroup.Shift] = []
    for day in clock.wideDays(in: zone) where !holidays.contains(day) {
      guard days.isEveryDay || days.contains(weekday: clock.weekday(day)) else { continue }
      let from = clock.instant(day: day, seconds: Int(start.microseconds / 1_000_000), in: zone)
      if from + length > .zero { shifts.append(shift(from: from)) }
    }
    return shifts
  }
}
