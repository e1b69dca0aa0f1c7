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

  private func bad(_ cell: Cell) -> TableProblem {
    let shown = Table.shown(String(decoding: cell.bytes, as: UTF8.self))
    func problem(_ wrong: String, _ expected: String) -> TableProblem {
      TableProblem(wrong, expected: expected, line: cell.place.line, column: cell.place.column)
    }
    guard let number = NumberCell.read(cell.bytes) else {
      return problem("\(shown) is not a time", "a date and time such as 2026-09-14 08:00, or a time of day such as 08:00")
    }
    if said == .hours { return problem("\(shown) is no hour of the day", "0 to 23, each the hour with which it begins") }
    let words = Self.meanings(cell.bytes, number.point ?? number.comma ?? 0)
    return problem(
      "\(shown) is a bare number and no time",
      words.isEmpty
        ? "a column of times" : "a column of times, or \(Table.list(words.map { "`dates: \($0.rawValue)`" }, "or")) if these are")
  }

  /// What a bare number could be if somebody said so: only what would give a sensible time.
  private static func meanings(_ cell: ArraySlice<UInt8>, _ value: Double) -> [BareMoment] {
    if value > 1e11 { return [.epochMilliseconds] }
    if value > 1e8 { return [.epochSeconds] }
    if value > 1.8e7 { return [.compact, .epochSeconds] }
    var words: [BareMoment] = []
    let isWhole = cell.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    if isWhole, value <= 23 { words.append(.hours) }
    if isWhole, cell.count >= 3, MomentCell.read(cell, as: .digits) != nil { words.append(.digits) }
    if !isWhole, MomentCell.read(cell, as: .dotted) != nil { words.append(.dotted) }
    // Whole days from 1954 to 2118, or parts of a day.
    if (20_000..<80_000).contains(value) || (value < 1 && value > 0) { words.append(.excel) }
    return words
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

extension Table {
  /// Moments, the order of day and month found from the column as a whole. `bare`: what bare numbers are, where somebody says so.
  package func moments(_ column: Int, bare: BareMoment? = nil) -> MomentColumn {
    var reader = MomentReader(
      rows.map { .init(bytes: self[$0, column], place: place($0, column)) }, said: bare ?? said(column), told: told)
    return reader.read()
  }

  /// What the name of the column says of bare numbers below it.
  private func said(_ column: Int) -> BareMoment? {
    guard names.indices.contains(column) else { return nil }
    return names[column].bareMoment(first: rows.lazy.compactMap { NumberCell.read(self[$0, column])?.point }.first { $0 != 0 })
  }
}

extension HeaderName {
  /// `first`: the first number below the name.
  func bareMoment(first: Double?) -> BareMoment? {
    // Ten digits are seconds until the year 2286, thirteen are milliseconds.
    if saysEpoch { return unit == .milliseconds || (first ?? 0) > 1e11 ? .epochMilliseconds : .epochSeconds }
    let isHour = ["hour", "hour of day", "hour of the day", "stunde", "heure", "hora"].contains { words == $0 || words.hasSuffix(" " + $0) }
    return isHour && unit == nil ? .hours : nil
  }
}
