import SimulationCore
import SupportModel
import Tables

/// A table of expected counts by time: `interval,calls`, with whatever else its writer keeps there.
struct CountsFile {
  let decoding: Decoding
  /// Whose arrivals, for the account.
  let contact: String

  struct Demand {
    var segments: [ArrivalProcess.RateSegment]
    /// Mean handle time in seconds from each instant on, where the scenario asks for it.
    var handle: [(from: SimInstant, seconds: Double)] = []
  }

  /// The lines with their counts, whatever becomes of them; nil after problems.
  struct Counted {
    var table: IntervalTable
    /// One for each line of `table`.
    var counts: [Double]
    /// Seconds; nil where a line has no contacts.
    var handle: [Double?]?
  }

  func read(_ field: Field, _ keys: Section) -> Demand? {
    guard let counted = lines(field, keys) else { return nil }
    guard counted.table.kind != .days else {
      counted.table.file.report(
        "the file has whole days, and nothing says how a day's contacts spread over it",
        expected: "`profile: {every: 1h, weights: […]}` or `profile: {csv: …}` beside `csv`")
      return nil
    }
    return demand(counted)
  }

  /// The lines of the file, each with its count.
  func lines(_ field: Field, _ keys: Section) -> Counted? {
    let roles = [
      TableRoles.start, TableRoles.date, TableRoles.end, TableRoles.count, TableRoles.handle, TableRoles.weekday, TableRoles.scopes,
    ]
    guard let file = TableFile(field, keys: keys, roles: roles, purpose: "arrivals of \(contact)", decoding) else { return nil }
    let every = keys["every"].flatMap(decoding.positiveDuration)
    guard var table = IntervalTable(file) else {
      if !file.table.names.isEmpty, file.isTold(TableRoles.count) || file.table.across() == nil, let column = countColumn(file) {
        file.noteNumbers(column)
      }
      return nil
    }
    guard let counts = values(table) else { return nil }
    guard table.measure(every) else { return nil }
    var handle: [Double?]?
    if keys.table["handle"] != nil, keys["handle"] != nil {
      handle = handleTimes(table, counts)
      if handle == nil { return nil }
    }
    guard !file.isWrong else { return nil }
    var kept = table
    var added = counts
    if file.adds { (kept, added, handle) = Self.added(table, counts, handle) }
    kept.noteGaps("0")
    return Counted(table: kept, counts: added, handle: handle)
  }

  private func countColumn(_ file: TableFile) -> Int? {
    file.required(TableRoles.count, "no column says how many contacts come") {
      file.choice("count", among: file.columns { NumberCell.read($0) != nil })
    }
  }

  private func values(_ table: IntervalTable) -> [Double]? {
    let file = table.file
    let count: Int?
    if table.lines.contains(where: { $0.across != nil }) {
      count = nil
    } else if file.table.names.isEmpty {
      count = 1
      file.use(1, "count")
    } else {
      count = countColumn(file)
      if count == nil { return nil }
    }
    let columns = count.map { [$0] } ?? Array(Set(table.lines.compactMap(\.across))).sorted()
    // Handle times such as 270,5 tell how the counts beside them are written.
    let mark = file.table.decimalMark(of: columns + [file.table.column(quietly: TableRoles.handle)].compactMap { $0 })
    var read: [Int: NumberColumn] = [:]
    for column in columns { read[column] = file.table.numbers(column, mark: mark) }
    for column in columns { file.note(read[column]!.problems) }
    guard !file.isWrong else { return nil }
    let positions = Dictionary(uniqueKeysWithValues: file.table.rows.enumerated().map { ($1, $0) })
    var empty: [Int] = []
    let values = table.lines.map { line -> Double in
      let column = line.across ?? count!
      if let value = read[column]?.values[positions[line.row]!] { return value }
      if file.table.cellCount(line.row) <= column, line.across == nil {
        file.note(
          file.table.problem("the line has no count", expected: "a value in `\(file.table.name(column))`", row: line.row, column: column))
      }
      empty.append(file.table.line(line.row))
      return 0
    }
    for column in columns where read[column]!.isPercent.contains(true) {
      let row = file.table.rows[read[column]!.isPercent.firstIndex(of: true)!]
      file.note(
        file.table.problem(
          "\(Table.shown(file.table.text(row, column))) is a share and no count", expected: "contacts", row: row, column: column))
    }
    if !empty.isEmpty {
      file.account.repaired.append(
        "\(empty.count) value\(empty.count == 1 ? "" : "s") left empty (line \(empty[0])\(empty.count > 1 ? " and on" : "")): taken as 0")
    }
    return file.isWrong ? nil : values
  }

  /// Mean handle times in seconds; a line without contacts needs none.
  private func handleTimes(_ table: IntervalTable, _ counts: [Double]) -> [Double?]? {
    let file = table.file
    guard let column = file.column(TableRoles.handle) else { return nil }
    let unit = file.keys?["unit"]?.node.scalar.flatMap(TimeUnit.init(rawValue:))
    let read = file.table.spans(column, unit: unit, mark: file.table.decimalMark(of: [column]))
    file.note(read.problems)
    guard !file.isWrong else { return nil }
    let positions = Dictionary(uniqueKeysWithValues: file.table.rows.enumerated().map { ($1, $0) })
    return zip(table.lines, counts).map { line, count in
      let span = read.values[positions[line.row]!]
      if count > 0, (span ?? 0) <= 0 {
        file.note(
          file.table.problem("\(plain(count)) contacts have no handle time", expected: "one above 0", row: line.row, column: column))
      }
      return span.flatMap { $0 > 0 ? Double($0) / 1e6 : nil }
    }
  }

  /// Lines of the same time are one: counts add up, handle times are weighted by them.
  private static func added(
    _ table: IntervalTable, _ counts: [Double], _ handle: [Double?]?
  ) -> (IntervalTable, [Double], [Double?]?) {
    var lines: [IntervalTable.Line] = []
    var sums: [Double] = []
    var times: [Double] = []
    for (index, line) in table.lines.enumerated() {
      let weighted = counts[index] * ((handle?[index] ?? nil) ?? 0)
      if let last = lines.last, last.wall == line.wall, last.length == line.length {
        sums[sums.count - 1] += counts[index]
        times[times.count - 1] += weighted
      } else {
        lines.append(line)
        sums.append(counts[index])
        times.append(weighted)
      }
    }
    var kept = table
    kept.lines = lines
    return (kept, sums, handle == nil ? nil : zip(sums, times).map { $0 > 0 ? $1 / $0 : nil })
  }

  // MARK: On the horizon

  private func demand(_ counted: Counted) -> Demand? {
    let clock = decoding.clock
    let file = counted.table.file
    let placed = PlacedLines(counted.table, clock: clock, decoding)
    guard let pieces = placed.pieces(refusing: { counted.counts[$0] > 0 }) else { return nil }
    var demand = Demand(segments: [])
    var stretches: [ArrivalProcess.RateSegment] = []
    for piece in pieces {
      stretches.append(.init(start: piece.start, end: piece.end, expected: counted.counts[piece.line] * piece.share))
      if let seconds = counted.handle?[piece.line] { demand.handle.append((piece.start, seconds)) }
    }
    demand.segments = DayPattern.tiled(stretches, clock: clock)
    file.account.sum = counted.counts.reduce(0, +)
    file.account.inside = demand.segments.reduce(0) { $0 + $1.expected }
    file.account.outside = placed.outside(pieces)
    let skipped = placed.skipped
    if skipped > 0 {
      file.account.outside -= skipped
      file.account.repaired.append(
        "\(skipped) line\(skipped == 1 ? "" : "s") of the hour that the clocks leave out: nothing in \(skipped == 1 ? "it" : "them")")
    }
    if clock.days(in: clock.zone).count > 1, counted.table.kind == .daily || counted.table.kind == .weekly {
      file.account.repaired.append(
        counted.table.kind == .daily ? "times of day: every local day of the horizon alike" : "days of the week: every week alike")
    }
    guard file.account.inside! > 0 else {
      let horizon = "the horizon, \(clock.text(.zero)) to \(clock.text(clock.end))"
      file.report(
        file.account.sum! > 0
          ? "the file gives no contact inside \(horizon); its lines are from \(file.account.first ?? "?") to \(file.account.last ?? "?")"
          : "the file gives no contact: every count is 0", expected: "some contacts")
      return nil
    }
    file.close()
    return demand
  }
}

extension HorizonClock {
  /// `2026-09-14 09:00`, or the elapsed time without dates.
  func text(_ instant: SimInstant) -> String {
    guard hasDates else { return spelled(instant - .zero) }
    let (day, seconds) = local(instant, in: zone)
    return "\(CivilDate(dayNumber: day).text) \(TimeOfDay(seconds: seconds).text)"
  }
}
