import SimulationCore
import SupportModel

/// A shift as written: wall time of whoever works it.
struct ShiftPlan {
  var name: String
  var days: DaySet
  var start: TimeOfDay
  var length: TimeSpan
  /// In order, inside the shift, not overlapping.
  var breaks: [(at: TimeSpan, length: TimeSpan)]

  /// The working days of this shift in a zone, from two days before the horizon to 28 days beyond it. Those over before it starts are left out.
  func shifts(on clock: HorizonClock, in zone: WallZone, holidays: Set<Int>) -> [AgentGroup.Shift] {
    var shifts: [AgentGroup.Shift] = []
    for day in clock.wideDays(in: zone) where !holidays.contains(day) {
      guard days.isEveryDay || days.contains(weekday: clock.weekday(day)) else { continue }
      let from = clock.instant(day: day, seconds: start.seconds, in: zone)
      guard from + length > .zero else { continue }
      shifts.append(.init(start: from, end: from + length, breaks: breaks.map { (from + $0.at)..<(from + $0.at + $0.length) }))
    }
    return shifts
  }
}

/// Reads one shift.
struct ShiftReader {
  let decoding: Decoding

  func read(_ field: Field, name: String) -> ShiftPlan? {
    guard let section = Section(field, .shift, decoding, name: name) else { return nil }
    let days = section["days"].map(self.days) ?? .everyDay
    let start = section.timeOfDay("start")
    let length = section.positiveDuration("length")
    if let length, length > .days(7) {
      decoding.report("a shift of \(spelled(length)) is longer than a week", expected: "a working day", at: section["length"]!)
    }
    let breaks = section["breaks"].map { self.breaks($0, length: length) } ?? []
    guard decoding.affordable(1 + breaks.count, days: decoding.clock.wideDays(in: decoding.clock.zone).count, at: field) else { return nil }
    guard let days, let start, let length else { return nil }
    return ShiftPlan(name: name, days: days, start: start, length: length, breaks: breaks)
  }

  private func days(_ field: Field) -> DaySet? {
    let calendars = CalendarReader(decoding: decoding)
    guard field.node.list != nil else { return calendars.days(field) }
    guard let sets = decoding.all(field, .list(.days), calendars.days) else { return nil }
    return DaySet(bits: sets.reduce(0) { $0 | $1.bits })
  }

  private func breaks(_ field: Field, length: TimeSpan?) -> [(at: TimeSpan, length: TimeSpan)] {
    var breaks: [(at: TimeSpan, length: TimeSpan, field: Field)] = []
    for item in decoding.items(field, .list(.section(.pause))) ?? [] {
      guard let section = Section(item, .pause, decoding) else { continue }
      let at = section.duration("at")
      guard let span = section.positiveDuration("for"), let at else { continue }
      if let length, at + span > length {
        decoding.report(
          "the break at \(spelled(at)) for \(spelled(span)) reaches beyond the shift of \(spelled(length))",
          expected: "breaks inside the shift", at: item)
        continue
      }
      breaks.append((at, span, item))
    }
    breaks.sort { $0.at < $1.at }
    for (before, after) in zip(breaks, breaks.dropFirst()) where after.at < before.at + before.length {
      decoding.report(
        "the break at \(spelled(after.at)) begins before the one at \(spelled(before.at)) for \(spelled(before.length)) is over",
        expected: "breaks that do not overlap", at: after.field)
    }
    return breaks.map { ($0.at, $0.length) }
  }
}
