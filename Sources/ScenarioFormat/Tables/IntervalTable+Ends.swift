import SimulationCore
import SupportModel
import Tables

/// When lines end, and lines that say nothing else.
extension IntervalTable {
  /// `Interval Ending`: lines begin one length before.
  mutating func readEndsOnly(_ column: Int, _ date: Int?) -> Bool {
    let table = file.table
    file.use(column, "end")
    let main = moments(column)
    let second = main.hasDates ? nil : date.map(moments)
    guard !file.isWrong else { return false }
    for (index, row) in table.rows.enumerated() {
      guard let moment = main.moments[index] else { continue }
      lines.append(Line(row: row, moment: Self.joined(moment, second?.moments[index])))
    }
    dropEmpty(main, column)
    let every = file.keys?.table["every"] == nil ? nil : file.keys?["every"].flatMap(decoding.positiveDuration)
    guard !file.isWrong else { return false }
    guard let step = every?.microseconds ?? IntervalLengths.commonestStep(Array(Set(lines.map(\.wall))).sorted()) else {
      file.report("one end does not say how long its line lasts", expected: "`every: 30m`, or a start", key: "end")
      return false
    }
    for index in lines.indices {
      let moment = lines[index].moment
      var time = (moment.time ?? 0) - step
      if time < 0 {
        time += MomentCell.day
        lines[index].moment.day = moment.day.map { $0 - 1 }
        lines[index].moment.weekday = moment.weekday.map { ($0 + 6) % 7 }
      }
      lines[index].moment.time = time
      ends[index] = moment
    }
    file.account.repaired.append(
      "`\(table.name(column))` says when lines end: they begin \(spelled(TimeSpan(microseconds: step))) before")
    return true
  }

  mutating func readEnds() {
    guard let column = file.column(TableRoles.end) else { return }
    let read = moments(column)
    for (index, line) in lines.enumerated() {
      guard let at = file.table.rows.firstIndex(of: line.row), let end = read.moments[at] else { continue }
      ends[index] = end
    }
  }
}
