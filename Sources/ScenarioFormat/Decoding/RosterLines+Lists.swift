import SimulationCore
import SupportModel
import Tables
import TerminalText

/// Rosters with a line for each shift.
extension RosterLines {
  private static let startRole = ColumnRole(
    "start",
    TableRoles.start.words + [
      "shift start", "shift start time", "start shift", "start of shift", "shift begin", "scheduled start", "schedule start",
      "planned start", "clock in",
      "schichtbeginn", "schichtanfang", "dienstbeginn", "arbeitsbeginn", "anfang", "prise de poste", "début de poste", "entrada",
      "inicio de turno", "inizio turno",
      "dienst start", "in",
    ], refusesUnits: true)
  private static let endRole = ColumnRole(
    "end",
    TableRoles.end.words + [
      "shift end time", "end shift", "end of shift", "shift finish", "scheduled end", "schedule end", "planned end", "clock out",
      "arbeitsende",
      "fin de poste", "salida", "fin turno", "fine turno", "dienst einde", "out",
    ], refusesUnits: true)

  mutating func readList(_ agent: Int) -> Bool {
    let table = file.table
    var shift = file.column(TableRoles.shift, fits: { $0 != agent })
    var activity: Int?
    let hasTimes = table.column(quietly: Self.startRole) != nil && table.column(quietly: Self.endRole) != nil
    // Beside starts and ends it says what is done then, unless it names shifts.
    if let named = shift, hasTimes, !file.isTold(TableRoles.shift), !namesShifts(named) {
      (shift, activity) = (nil, named)
      file.release(named, TableRoles.shift.key)
    }
    let start = shift != nil && !file.isTold(TableRoles.start) ? nil : file.column(Self.startRole)
    let end = start == nil ? nil : file.column(Self.endRole)
    let date = file.column(TableRoles.date)
    let weekday = file.column(ColumnRole("weekday", TableRoles.weekday.words))
    let breaks = pauseColumns()
    guard !file.isWrong else { return false }
    guard shift != nil || (start != nil && end != nil) else {
      file.note(
        table.nameProblem(
          start == nil ? "no column says which shift" : "no column says when shifts end",
          expected: start == nil
            ? "`shift:`, or `start:` and `end:`, with one of \(table.columnList)" : "`end:` with one of \(table.columnList)"))
      return false
    }
    let days = (date ?? weekday).map { file.moments($0) }
    let starts = start.map { file.moments($0) }
    let ends = end.map { file.moments($0) }
    guard !file.isWrong else { return false }
    if days != nil || starts?.hasDates == true, !decoding.clock.hasDates {
      file.report("the file has dates, and the scenario has none", expected: "horizon.start, for example 2026-09-14T00:00")
      return false
    }
    guard let works = activities(activity) else { return false }
    for (index, row) in table.rows.enumerated() {
      let moment = days?.moments[index] ?? starts?.moments[index]
      if let date, days?.moments[index] == nil {
        file.note(table.problem("the line has no date", expected: "one in every line", row: row, column: date))
        continue
      }
      guard works[index] else {
        _ = person(row, agent)
        continue
      }
      if let starts, let ends {
        addTimes(row, agent, starts.moments[index], ends.moments[index], column: start!, day: moment?.day, weekday: moment?.weekday, breaks)
      } else {
        add(row, agent: agent, cell: shift!, day: moment?.day, weekday: moment?.weekday, breaks: breaks)
      }
    }
    return !file.isWrong
  }

  /// Some cell of the column is a declared shift, or hours.
  private func namesShifts(_ column: Int) -> Bool {
    let declared = decoding.names.shifts.map { $0.lowercased() }
    return file.table.rows.contains { row in
      declared.contains(file.table.text(row, column).lowercased()) || ShiftHours.readAll(file.table[row, column]) != nil
    }
  }

  /// Which lines are work: of a column of activities, breaks and leave are none, and several others are a question. nil after a problem.
  private mutating func activities(_ column: Int?) -> [Bool]? {
    let table = file.table
    guard let column else { return Array(repeating: true, count: table.rows.count) }
    file.use(column, "activity")
    let words = table.rows.map { table.text($0, column) }
    let kinds = words.reduce(into: [String]()) { found, word in
      if !word.isEmpty, !RosterWords.isOff(word), !RosterWords.isPause(word), !found.contains(word) { found.append(word) }
    }
    guard kinds.count < 2 || file.whereColumns.contains(column) else {
      file.note(
        table.nameProblem(
          "`\(table.name(column))` tells \(kinds.count) kinds of work apart: \(andList(kinds.prefix(4).map { "`\(Table.shown($0))`" }))",
          expected: "which of them take contacts, for example `where: {\(table.name(column)): \(kinds[0])}`, or a list", column: column))
      return nil
    }
    free += words.count { RosterWords.isOff($0) }
    let pauses = words.count { RosterWords.isPause($0) }
    if pauses > 0 { file.account.repaired.append("\(pauses) line\(pauses == 1 ? "" : "s") of breaks: not worked") }
    return words.map { !RosterWords.isOff($0) && !RosterWords.isPause($0) }
  }

  /// A column of breaks, or `Lunch Start` and `Lunch End`.
  private func pauseColumns() -> Pauses {
    if file.isTold(TableRoles.breaks), keys?["breaks"]?.node.scalar == "none" { return Pauses() }
    let table = file.table
    var pairs: [(start: Int, end: Int)] = []
    for first in table.namedColumns {
      let words = table.names[first].words.split(separator: " ").map(String.init)
      guard let last = words.last, ["start", "begin", "from", "von", "beginn", "début", "inicio", "in"].contains(last), words.count > 1,
        RosterWords.isPause(words.dropLast().joined(separator: " "))
      else { continue }
      let ends = ["end", "finish", "to", "bis", "ende", "fin", "out"].map { (words.dropLast() + [$0]).joined(separator: " ") }
      if let second = table.namedColumns.first(where: { ends.contains(table.names[$0].words) }) { pairs.append((first, second)) }
    }
    for pair in pairs {
      file.use(pair.start, "breaks")
      file.use(pair.end, "breaks")
    }
    return Pauses(column: pairs.isEmpty || file.isTold(TableRoles.breaks) ? file.column(TableRoles.breaks) : nil, pairs: pairs)
  }
}
