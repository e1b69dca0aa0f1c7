import SimulationCore
import SupportModel
import Tables

/// What is said of the lines.
extension IntervalTable {
  func note(_ wrong: String, _ expected: String?, _ line: Line) {
    let column = line.across ?? file.used.first { $0.role == "start" || $0.role == "date" }?.column ?? 0
    file.note(table.problem(wrong, expected: expected, row: line.row, column: column))
  }

  /// How a start is shown in sentences: `08:00`, `Mon 6 Jan 08:00`.
  func shown(_ line: Line) -> String {
    let (day, time) = local(line)
    return shown(day, line.moment.weekday, time)
  }

  /// Day and time on the clock of the horizon, where the file has offsets from UTC.
  func local(_ line: Line) -> (day: Int?, time: Int64?) {
    guard let day = line.moment.day, let time = line.moment.time, let offset = line.moment.offset else {
      return (line.moment.day, line.moment.time)
    }
    let there = file.decoding.clock.zone.local(day * 86_400 + Int(time / 1_000_000) - offset)
    return (there.day, Int64(there.seconds) * 1_000_000)
  }

  func shown(_ day: Int?, _ weekday: Int?, _ time: Int64?) -> String {
    var parts: [String] = []
    if let day {
      let horizon = file.decoding.clock
      let isOtherYear = horizon.hasDates && CalendarDay.date(day).year != CalendarDay.date(horizon.firstDay).year
      parts.append(CivilDate(dayNumber: day).shortText + (isOtherYear ? " \(CalendarDay.date(day).year)" : ""))
    }
    if let weekday { parts.append(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][weekday]) }
    if let time { parts.append(kind == .elapsed ? spelled(TimeSpan(microseconds: time)) : TimeOfDay(seconds: Int(time / 1_000_000)).text) }
    return parts.joined(separator: " ")
  }

  func noteRange() {
    guard let first = lines.first, let last = lines.last else { return }
    file.account.first = shown(first)
    let (day, time) = local(last)
    let end = (time ?? 0) + last.length
    if kind == .days {
      file.account.last = shown(last)
    } else if end <= MomentCell.day {
      file.account.last = shown(day, last.moment.weekday, end)
    } else {
      file.account.last = shown(day.map { $0 + Int(end / MomentCell.day) }, last.moment.weekday, end % MomentCell.day)
    }
  }

  /// Stretches without a line between the first and the last; a night of a daily table is none.
  func noteGaps(_ taken: String) {
    var gaps: [String] = []
    for (before, after) in zip(lines, lines.dropFirst()) {
      guard Self.distance(before, after) > before.length, !(kind == .weekly && before.moment.weekday != after.moment.weekday) else {
        continue
      }
      let (day, start) = local(before)
      let time = (start ?? 0) + before.length
      let isMidnight = time == MomentCell.day && day == nil
      let from = shown(
        day.map { $0 + Int(time / MomentCell.day) }, before.moment.weekday,
        kind == .elapsed || isMidnight ? time : time % MomentCell.day)
      gaps.append("\(from) to \(shown(after)) has no line: taken as \(taken)")
    }
    file.account.gaps =
      Array(gaps.prefix(5)) + (gaps.count > 5 ? ["and \(gaps.count - 5) more stretches without a line: taken as \(taken)"] : [])
  }
}
