import SimulationCore
import SupportModel
import Tables

/// A table of people by time: a line for each interval, a column for each group or one group's lines, as planners' requirement sheets and
/// `muster staff` have it.
///
/// Starts are times of day, which repeat every local day of the horizon; or dates and times; or lengths of time from the start of a horizon
/// without dates. Nobody is there where no line says so. Where the last line reaches the end of the horizon its people stay, so that open
/// work can be finished; a first line that begins with the end of the warm-up holds for the warm-up too.
struct StaffingFile {
  let decoding: Decoding

  func read(_ field: Field, _ keys: Section, group: String, closed: Set<Int>) -> [AgentGroup.StaffingStep]? {
    if !closed.isEmpty {
      decoding.report("`holidays` does not go with people from a table", expected: "no `holidays`, and 0 people in the file", at: field)
      return nil
    }
    let wanted = keys["column"].flatMap { decoding.text($0) } ?? group
    let roles = [
      TableRoles.start, TableRoles.date, TableRoles.end, TableRoles.people, TableRoles.weekday, TableRoles.team,
      ColumnRole("column", [HeaderName(wanted).words]),
    ]
    guard let file = TableFile(field, keys: keys, roles: roles, purpose: "people of \(group)", decoding) else { return nil }
    var team: [Int] = []
    if let column = teamColumn(file, group) { team = [column] }
    guard !file.isWrong else { return nil }
    guard var table = IntervalTable(file, exceptScopes: team) else {
      if !file.table.names.isEmpty, file.table.across() == nil, let column = peopleColumn(file, wanted, isTold: keys["column"] != nil) {
        file.noteNumbers(column)
      }
      return nil
    }
    guard table.kind != .days else {
      file.report("the file has whole days and no times", expected: "a line for each interval with people")
      return nil
    }
    guard let counts = counts(table, wanted, isTold: keys["column"] != nil), !file.isWrong,
      table.measure(keys["every"].flatMap(decoding.positiveDuration))
    else { return nil }
    table.noteGaps("nobody")
    return steps(table, counts)
  }

  /// Lines of several groups: those of this one, by its name.
  private func teamColumn(_ file: TableFile, _ group: String) -> Int? {
    guard file.table.column(quietly: ColumnRole("column", [HeaderName(group).words])) == nil || file.isTold(TableRoles.team),
      let column = file.isTold(TableRoles.team) ? file.column(TableRoles.team) : file.table.column(quietly: TableRoles.team)
    else { return nil }
    let there = file.table.distinct(column, limit: 1000)
    guard there.contains(where: { $0.lowercased() == group.lowercased() }) else { return nil }
    let before = file.table.rows.count
    file.keep { $0.text($1, column).lowercased() == group.lowercased() }
    file.account.elsewhere += before - file.table.rows.count
    file.account.filters.append("\(file.table.name(column)) = \(group)")
    file.use(column, "team")
    return column
  }

  private func counts(_ table: IntervalTable, _ wanted: String, isTold: Bool) -> [Int]? {
    let file = table.file
    var column: Int?
    if !table.lines.contains(where: { $0.across != nil }) {
      column = peopleColumn(file, wanted, isTold: isTold)
      if column == nil { return nil }
    }
    let positions = Dictionary(uniqueKeysWithValues: file.table.rows.enumerated().map { ($1, $0) })
    let columns = column.map { [$0] } ?? Array(Set(table.lines.compactMap(\.across))).sorted()
    let mark = file.table.decimalMark(of: columns)
    var read: [Int: NumberColumn] = [:]
    for index in columns {
      read[index] = file.table.numbers(index, mark: mark)
      file.note(read[index]!.problems)
    }
    guard !file.isWrong else { return nil }
    var empty = 0
    var parts: [(row: Int, column: Int)] = []
    let rule = rounding(file)
    let counts = table.lines.map { line -> Int in
      let column = line.across ?? column!
      guard let value = read[column]?.values[positions[line.row]!] else {
        if file.table.cellCount(line.row) <= column {
          file.note(
            file.table.problem("the line has no people", expected: "a count in `\(file.table.name(column))`", row: line.row, column: column)
          )
        }
        empty += 1
        return 0
      }
      guard value <= 1_000_000 else {
        file.note(
          file.table.problem(
            "\(Table.shown(file.table.text(line.row, column))) is too many people", expected: "at most 1000000", row: line.row,
            column: column))
        return 0
      }
      if value.rounded() != value { parts.append((line.row, column)) }
      return Int(rule.map(value.rounded) ?? value)
    }
    noteParts(file, parts, rule)
    if empty > 0 { file.account.repaired.append("\(empty) value\(empty == 1 ? "" : "s") left empty: taken as nobody") }
    return counts
  }

  // MARK: On the horizon

  private func steps(_ table: IntervalTable, _ counts: [Int]) -> [AgentGroup.StaffingStep]? {
    let clock = decoding.clock
    let placed = PlacedLines(table, clock: clock, decoding)
    guard let pieces = placed.pieces(wide: true, refusing: { counts[$0] > 0 }) else { return nil }
    var steps: [AgentGroup.StaffingStep] = [.init(from: min(.zero, pieces.first?.start ?? .zero), count: 0)]
    var end = steps[0].from
    var hours = 0.0
    var liesInside = false
    func add(_ from: SimInstant, _ count: Int) {
      if let last = steps.last, last.from >= from { steps.removeLast() }
      if steps.last?.count != count { steps.append(.init(from: from, count: count)) }
    }
    for (index, piece) in pieces.enumerated() {
      var start = piece.start
      if index == 0, decoding.warmUp > .zero, start == .zero + decoding.warmUp, table.kind != .daily { start = .zero }
      if start > end { add(end, 0) }
      add(max(start, end), counts[piece.line])
      end = max(end, piece.end)
      let inside = (min(piece.end, clock.end) - max(start, .zero)).seconds
      if inside > 0 {
        liesInside = true
        hours += inside / 3600 * Double(counts[piece.line])
      }
    }
    let isPattern = table.kind == .daily || table.kind == .weekly
    if isPattern || end < clock.end { add(end, 0) }
    if steps.isEmpty { steps = [.init(from: .zero, count: 0)] }
    let file = table.file
    file.account.sum = hours
    file.account.unit = "agent-hours in the horizon"
    file.account.outside = placed.outside(pieces)
    // A column of zeros is a plan, too: nobody. A file beside the horizon is not.
    guard liesInside else {
      file.report(
        "the file gives nobody inside the horizon, \(clock.text(.zero)) to \(clock.text(clock.end)); its lines are from \(file.account.first ?? "?") to \(file.account.last ?? "?")",
        expected: "some people")
      return nil
    }
    file.close()
    // Keep one step at or before the start.
    if let first = steps.lastIndex(where: { $0.from <= .zero }) { steps.removeFirst(first) }
    return steps
  }
}
