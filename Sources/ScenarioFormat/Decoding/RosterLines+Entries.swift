import SimulationCore
import SupportModel
import Tables
import TerminalText

extension RosterLines {
  // MARK: Entries

  mutating func addTimes(
    _ row: Int, _ agent: Int, _ start: Moment?, _ end: Moment?, column: Int, day: Int?, weekday: Int?, _ breaks: Pauses
  ) {
    guard let from = start?.time, let to = end?.time else {
      if start == nil, end == nil {
        free += 1
        _ = person(row, agent)
      } else {
        file.note(
          file.table.problem("the shift has only one of its ends", expected: "a start and an end, or neither", row: row, column: column))
      }
      return
    }
    let noon = MomentCell.day / 2
    let isDoubtful = from <= noon && to <= noon && to < from && to + MomentCell.day - from > 14 * 3_600_000_000
    enter(row, agent, column, ShiftHours(from: from, to: to, isDoubtful: isDoubtful), breaks, day, weekday)
  }

  mutating func add(_ row: Int, agent: Int, cell: Int, day: Int?, weekday: Int?, breaks: Pauses = Pauses()) {
    let table = file.table
    let text = SpreadsheetCell.original(table.text(row, cell))
    if Table.isNothing(table[row, cell]) {
      if day == nil, weekday == nil {
        file.note(table.problem("the line has no shift", expected: "a value in `\(table.name(cell))`", row: row, column: cell))
      }
      free += 1
      _ = person(row, agent)
      return
    }
    if let name = decoding.names.shifts.first(where: { $0 == text })
      ?? decoding.names.shifts.first(where: { $0.lowercased() == text.lowercased() }),
      let pattern = decoding.shiftPatterns[name]
    {
      enter(row, agent, cell, .init(what: RosterShift(name: name, pattern: pattern), day: day, weekday: weekday))
      return
    }
    let further =
      keys?["off"].flatMap { decoding.items($0, .oneOrMany(.text), orOne: true) }?.compactMap { $0.node.scalar?.lowercased() } ?? []
    if further.contains(text.lowercased()) || RosterWords.isOff(text) {
      free += 1
      _ = person(row, agent)
      return
    }
    if let all = ShiftHours.readAll(table[row, cell]) {
      for hours in all { enter(row, agent, cell, hours, breaks, day, weekday) }
      return
    }
    file.note(
      TableProblem(
        "there is no shift `\(Table.shown(text))`",
        expected: decoding.expectation(of: text, among: decoding.names.shifts)
          ?? (decoding.names.shifts.isEmpty ? "times such as 08:00-16:30, OFF, or to declare it" : nil),
        nearest: nearest(to: text, among: decoding.names.shifts).map { "`\($0)`" }, line: table.place(row, cell).line,
        column: table.place(row, cell).column))
  }

  static func text(_ time: Int64) -> String { TimeOfDay(seconds: Int(time / 1_000_000)).text }

  /// A shift by its times: the declared one with these times, else one that is called by them.
  func shift(from: Int64, to: Int64, breaks: [ShiftPattern.Break]) -> RosterShift {
    let length = TimeSpan(microseconds: to > from ? to - from : to + MomentCell.day - from)
    let start = TimeSpan(microseconds: from)
    if breaks.isEmpty,
      let declared = decoding.names.shifts.compactMap({ decoding.shiftPatterns[$0] }).first(where: {
        $0.start == start && $0.length == length
      })
    {
      return RosterShift(name: declared.name, pattern: declared)
    }
    let name = "\(Self.text(from))-\(Self.text(to))"
    return RosterShift(name: name, pattern: ShiftPattern(name: name, days: .everyDay, start: start, length: length, breaks: breaks))
  }

  mutating func enter(
    _ row: Int, _ agent: Int, _ column: Int, _ hours: ShiftHours, _ breaks: Pauses, _ day: Int?, _ weekday: Int?
  ) {
    let (from, to) = (hours.from, hours.to)
    let length = to > from ? to - from : to + MomentCell.day - from
    guard to != from else {
      file.note(file.table.problem("the shift ends when it begins", expected: "an end after the start", row: row, column: column))
      return
    }
    if hours.isDoubtful {
      file.note(
        file.table.problem(
          "the shift would last \(spelled(TimeSpan(microseconds: length))), from \(Self.text(from)) to \(Self.text(to)) of the next day",
          expected: "times with AM and PM, or on a clock of 24 hours such as 09:00-17:00", row: row, column: column))
      return
    }
    guard let pauses = pauses(row, breaks, from, length) else { return }
    enter(row, agent, column, .init(what: shift(from: from, to: to, breaks: pauses), day: day, weekday: weekday))
  }

  /// Where the breaks of a line stand: in one column (`12:00-12:30; 15:00-15:15`), or their starts and ends in pairs of columns.
  struct Pauses {
    var column: Int?
    var pairs: [(start: Int, end: Int)] = []
  }

  /// In order, from the start of the shift; nil after a problem.
  func pauses(_ row: Int, _ columns: Pauses, _ from: Int64, _ length: Int64) -> [ShiftPattern.Break]? {
    let table = file.table
    var breaks: [ShiftPattern.Break] = []
    func add(_ start: Int64, _ end: Int64) {
      let at = start >= from ? start - from : start + MomentCell.day - from
      breaks.append(.init(at: TimeSpan(microseconds: at), length: TimeSpan(microseconds: (end - start + MomentCell.day) % MomentCell.day)))
    }
    func note(_ wrong: String, _ expected: String, _ column: Int) -> [ShiftPattern.Break]? {
      file.note(table.problem(wrong, expected: expected, row: row, column: column))
      return nil
    }
    if let column = columns.column, !Table.isNothing(table[row, column]) {
      for part in table[row, column].split(whereSeparator: { [0x3B, 0x2C, 0x7C, 0x0A].contains($0) }) {
        guard let range = MomentRange.read(part), let start = range.start.time, let end = range.end.time, start != end else {
          return note(
            "\(Table.shown(String(decoding: part, as: UTF8.self))) is no break",
            "from and to such as 12:00-12:30, or `breaks: none` to do without",
            column)
        }
        add(start, end)
      }
    }
    for (first, last) in columns.pairs where !Table.isNothing(table[row, first]) || !Table.isNothing(table[row, last]) {
      guard let start = MomentCell.read(table[row, first])?.time, let end = MomentCell.read(table[row, last])?.time, start != end else {
        return note("the break has no two times", "a start and an end, or neither", first)
      }
      add(start, end)
    }
    breaks.sort { $0.at < $1.at }
    let place = columns.column ?? columns.pairs.first?.start ?? 0
    if zip(breaks, breaks.dropFirst()).contains(where: { $1.at < $0.end }) {
      return note("the breaks overlap", "breaks one after the other", place)
    }
    if let last = breaks.last, last.end.microseconds > length {
      return note("a break lies outside the shift", "breaks inside it", place)
    }
    return breaks
  }
}
