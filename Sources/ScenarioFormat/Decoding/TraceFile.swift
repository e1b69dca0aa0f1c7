import SimulationCore
import SupportModel
import Tables

/// A table of single contacts, one line each: a ticket or call log with the time at which each came.
struct TraceFile {
  let decoding: Decoding
  let contact: String

  func read(_ field: Field, _ keys: Section) -> [SimInstant]? {
    let roles = [TableRoles.at, TableRoles.date, TableRoles.start, TableRoles.scopes]
    guard let file = TableFile(field, keys: keys, roles: roles, purpose: "arrivals of \(contact)", decoding) else { return nil }
    guard let instants = instants(file), !file.isWrong else { return nil }
    let clock = decoding.clock
    let inside = instants.filter { $0 >= .zero && $0 < clock.end }.sorted()
    noteMixture(file)
    file.account.sum = Double(instants.count)
    file.account.inside = Double(inside.count)
    file.account.outside = instants.count - inside.count
    if let first = instants.min(), let last = instants.max() {
      file.account.first = clock.text(first)
      file.account.last = clock.text(last)
    }
    guard !inside.isEmpty else {
      file.report(
        "the file gives no contact inside the horizon, \(clock.text(.zero)) to \(clock.text(clock.end)); its lines are from \(file.account.first ?? "?") to \(file.account.last ?? "?")",
        expected: "some contacts")
      return nil
    }
    file.close()
    return inside
  }

  private func instants(_ file: TableFile) -> [SimInstant]? {
    let table = file.table
    guard let column = timeColumn(file) else { return nil }
    if let seconds = elapsed(file, column) { return seconds }
    file.refuseMixture(of: TableRoles.queues)
    let main = file.moments(column)
    var second: MomentColumn?
    if !main.hasDates || !main.hasTimes, let other = dateColumn(file, besides: column) {
      second = file.moments(other)
    }
    for index in main.empty {
      file.note(table.problem("the line has no time", expected: "one in `\(table.name(column))`", row: table.rows[index], column: column))
    }
    guard !file.isWrong else { return nil }
    return placed(file, column, main, second)
  }

  /// Seconds or other lengths of time from the start of the horizon, where the name of the column or a unit says so.
  private func elapsed(_ file: TableFile, _ column: Int) -> [SimInstant]? {
    let table = file.table
    let name = table.names.indices.contains(column) ? table.names[column] : nil
    guard name?.saysEpoch != true, file.bare == nil, let first = table.rows.first, MomentCell.read(table[first, column]) == nil else {
      return nil
    }
    let isNumber = NumberCell.read(table[first, column]) != nil
    guard isNumber ? name?.unit != nil : SpanCell.read(table[first, column]) != nil else { return nil }
    let read = table.spans(column, mark: table.decimalMark(of: [column]))
    file.note(read.problems)
    for index in read.empty {
      file.note(table.problem("the line has no time", expected: "one in `\(table.name(column))`", row: table.rows[index], column: column))
    }
    file.account.repaired.append("lengths of time: from the start of the horizon")
    return read.values.compactMap { $0.map { SimInstant(microseconds: $0) } }
  }

  /// On the clock; in the hour that autumn repeats the order of the lines tells.
  private func placed(_ file: TableFile, _ column: Int, _ main: MomentColumn, _ second: MomentColumn?) -> [SimInstant]? {
    let clock = decoding.clock
    let table = file.table
    var instants: [SimInstant] = []
    var last = Int.min
    let onlyDay = clock.hasDates && clock.days(in: clock.zone).count > 1 ? nil : clock.firstDay
    var isDayAssumed = false
    for (index, row) in table.rows.enumerated() {
      guard var moment = main.moments[index] else { continue }
      if let other = second?.moments[index] {
        moment.day = moment.day ?? other.day
        moment.time = moment.time ?? other.time
      }
      guard let time = moment.time else {
        file.note(
          table.problem(
            "\(Table.shown(table.text(row, column))) is a date without a time",
            expected: "the time of each contact, or its day's count in `csv`",
            row: row, column: column))
        continue
      }
      if moment.day == nil, let onlyDay {
        moment.day = onlyDay
        isDayAssumed = true
      }
      guard let day = moment.day else {
        file.note(
          table.problem(
            "\(Table.shown(table.text(row, column))) has no date, and the horizon has several days", expected: "a column of dates, `date:`",
            row: row, column: column))
        continue
      }
      if !clock.hasDates, !isDayAssumed {
        file.report("the file has dates, and the scenario has none", expected: "horizon.start, for example 2026-09-14T00:00")
        return nil
      }
      let fraction = TimeSpan(microseconds: time % 1_000_000)
      var utc = day * 86_400 + Int(time / 1_000_000)
      if let offset = moment.offset {
        utc -= offset
      } else {
        let there = clock.zone.occurrences(day: day, seconds: Int(time / 1_000_000))
        if there.isEmpty {
          file.note(
            table.problem(
              "\(Table.shown(table.text(row, column))) does not exist in \(clock.zone.name): the clocks go forward",
              expected: "a time that the clock shows", row: row, column: column))
          continue
        }
        utc = there.count == 2 && there[0] < last ? there[1] : there[0]
      }
      last = max(last, utc)
      instants.append(SimInstant(microseconds: Int64(utc - clock.start) * 1_000_000) + fraction)
    }
    if isDayAssumed { file.account.repaired.append("times of day without a date: on the day of the horizon") }
    return instants
  }
}
