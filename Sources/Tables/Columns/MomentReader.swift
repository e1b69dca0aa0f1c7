/// Reads cells as moments, as one column.
struct MomentReader {
  struct Cell {
    var bytes: ArraySlice<UInt8>
    var place: (line: Int, column: Int)
  }

  private struct Entry {
    var start: MomentCell?
    var end: MomentCell?
  }

  let cells: [Cell]
  let said: BareMoment?
  let told: Dialect
  private var entries: [Entry] = []
  private var result = MomentColumn()

  init(_ cells: [Cell], said: BareMoment?, told: Dialect) {
    self.cells = cells
    self.said = said
    self.told = told
  }

  mutating func read() -> MomentColumn {
    for index in cells.indices { entries.append(entry(index)) }
    settleOffsets()
    settleDays()
    var style = MomentStyle(told: told.dates)
    for (cell, entry) in zip(cells, entries) {
      if let start = entry.start { style.add(start, cell.bytes, at: cell.place) }
      if let end = entry.end { style.add(end, cell.bytes, at: cell.place) }
    }
    let (order, problem) = style.finding()
    if let problem { result.problems.append(problem) }
    let isWrong = !result.problems.isEmpty
    for (cell, entry) in zip(cells, entries) {
      let start = entry.start?.moment(order)
      if entry.start != nil, start == nil, problem == nil {
        note(cell, "does not exist", "a date of the calendar" + (told.dates == nil ? "" : ", \(order.rawValue)"))
      }
      result.moments.append(start)
      result.ends.append(start == nil ? nil : entry.end?.moment(order))
    }
    if !isWrong { close() }
    return result
  }

  private mutating func note(_ cell: Cell, _ wrong: String, _ expected: String) {
    result.problems.append(
      TableProblem(
        "\(Table.shown(String(decoding: cell.bytes, as: UTF8.self))) \(wrong)", expected: expected, line: cell.place.line,
        column: cell.place.column))
  }

  private mutating func entry(_ index: Int) -> Entry {
    let cell = cells[index]
    if Table.isNothing(cell.bytes) {
      result.empty.append(index)
      return Entry()
    }
    if let whole = MomentCell.read(cell.bytes), whole.timeAfterMinus == nil { return Entry(start: whole) }
    if let range = MomentRange.read(cell.bytes) { return Entry(start: range.start, end: range.end) }
    if let said, let start = MomentCell.read(cell.bytes, as: said) { return Entry(start: start) }
    if let near = told.near, let start = YearlessDate.read(cell.bytes, near: near) {
      result.yearless += 1
      return Entry(start: start)
    }
    result.problems.append(bad(cell))
    return Entry()
  }

  /// `2026-09-14 08:00-06:00` is an offset where it is the same in every line, a range where it moves with the start.
  private mutating func settleOffsets() {
    let doubtful = cells.indices.filter { MomentCell.read(cells[$0].bytes)?.timeAfterMinus != nil }
    guard !doubtful.isEmpty else { return }
    let ends = Set(doubtful.map { entries[$0].end?.time ?? -1 })
    let runsBack = doubtful.contains { (entries[$0].end?.time ?? 0) <= (entries[$0].start?.time ?? 0) }
    if runsBack || (doubtful.count > 1 && ends.count == 1) {
      for index in doubtful { entries[index] = Entry(start: MomentCell.read(cells[index].bytes)) }
    } else if doubtful.count == 1 {
      note(
        cells[doubtful[0]], "may be a range or a time with its offset from UTC",
        "a `T` between date and time for an offset, blanks around the minus sign for a range")
      entries[doubtful[0]] = Entry()
    }
  }

  /// Days of the week in two letters mean what the language says that has all of them.
  private mutating func settleDays() {
    let words = entries.compactMap { $0.start?.shortDay }
    for index in entries.indices {
      guard let word = entries[index].start?.shortDay else { continue }
      if let day = CalendarWords.weekday(word, among: words) {
        entries[index].start?.weekday = day
      } else {
        note(cells[index], "may be one day of the week or another", "whole names such as Monday")
        entries[index] = Entry()
      }
    }
  }

  /// Ends such as 08:29 or 08:29:59 of ranges from 08:00 mean 08:30, where every range is so.
  private mutating func close() {
    let pairs = result.moments.indices.filter { result.ends[$0] != nil && result.moments[$0] != nil }
    guard !pairs.isEmpty else { return }
    for unit in [Int64(60_000_000), 1_000_000, 1000] {
      let areShort = pairs.allSatisfy { index in
        let end = result.ends[index]!.time ?? 0
        let start = result.moments[index]!.time ?? 0
        return ((end - start + MomentCell.day) % MomentCell.day + unit) % 300_000_000 == 0 && end % 300_000_000 != 0
      }
      guard areShort else { continue }
      for index in pairs { result.ends[index]!.time = (result.ends[index]!.time ?? 0) + unit }
      result.closed = pairs.count
      return
    }
  }
}
