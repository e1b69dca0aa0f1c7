import SimulationCore
import SupportModel
import Tables

extension IntervalTable {
  var table: Table { file.table }

  mutating func classify() -> Bool {
    let dated = lines.count { $0.moment.day != nil }
    if dated > 0, dated < lines.count {
      let odd = lines.first { $0.moment.day == nil }!
      note("the line has no date, and others have", "all dates and times, or all times of day", odd)
      return false
    }
    if isElapsed {
      kind = .elapsed
      return true
    }
    let timed = lines.count { $0.moment.time != nil }
    if dated > 0 {
      kind = timed > 0 ? .dated : .days
      // A date alone beside times is its midnight.
      for index in lines.indices where kind == .dated && lines[index].moment.time == nil { lines[index].moment.time = 0 }
      guard file.decoding.clock.hasDates else {
        file.report("the file has dates, and the scenario has none", expected: "horizon.start, for example 2026-09-14T00:00")
        return false
      }
      return true
    }
    if let odd = lines.first(where: { $0.moment.time == nil }) {
      note("the line has no time of day", "one such as 08:00", odd)
      return false
    }
    kind = lines.contains { $0.moment.weekday != nil } ? .weekly : .daily
    if kind == .weekly, !file.decoding.clock.hasDates {
      file.report("the file has days of the week, and the scenario has none", expected: "horizon.start, for example 2026-09-14T00:00")
      return false
    }
    if kind == .weekly, let odd = lines.first(where: { $0.moment.weekday == nil }) {
      note("the line has no day of the week, and others have", "one in every line", odd)
      return false
    }
    return true
  }
}
