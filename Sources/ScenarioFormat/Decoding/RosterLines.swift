import SimulationCore
import SupportModel
import Tables

/// The persons of a roster table and what each works.
struct RosterLines {
  struct Person {
    var name: String
    var entries: [(entry: RosterFile.Entry, row: Int, column: Int)] = []
  }

  let file: TableFile
  let group: String
  let keys: Section?
  let decoding: Decoding
  private var people: [Person] = []
  private var positions: [String: Int] = [:]
  private var free = 0

  init(file: TableFile, group: String, keys: Section?, decoding: Decoding) {
    self.file = file
    self.group = group
    self.keys = keys
    self.decoding = decoding
  }

  private static let offWords: Set<String> = [
    "off", "o", "x", "rdo", "rest", "rest day", "day off", "do", "free", "leave", "annual leave", "al", "a l", "vacation", "vac", "holiday",
    "hol", "ph",
    "public holiday", "bank holiday", "bh", "sick", "sick leave", "sl", "pto", "absent", "absence", "loa", "unpaid leave", "maternity",
    "maternity leave",
    "parental leave", "not working", "nw", "frei", "urlaub", "u", "krank", "k", "feiertag", "repos", "rh", "congé", "conges", "congés",
    "cp", "libre", "vacaciones", "ferie",
    "riposo", "vrij", "verlof", "none", "na", "n a",
  ]

  mutating func read() -> [Person]? {
    let table = file.table
    guard keepTeam() else { return nil }
    if table.names.isEmpty {
      guard table.width == 2 else {
        file.note(
          table.nameProblem("the columns have no names, and there are \(table.width)", expected: "a first line such as agent,date,shift"))
        return nil
      }
      file.use(0, "agent")
      file.use(1, "shift")
      for row in table.rows { add(row, agent: 0, cell: 1, day: nil, weekday: nil) }
      return finished()
    }
    var found = file.column(TableRoles.agent)
    if found == nil, !file.isWrong { found = file.column(TableRoles.agentNumber) }
    guard let agent = found else {
      if !file.isWrong {
        file.note(table.nameProblem("no column says who works", expected: "`agent:` with one of \(table.columnList)"))
      }
      return nil
    }
    if let across = table.across(), !file.isTold(TableRoles.shift) {
      guard readGrid(across, agent) else { return nil }
    } else {
      guard readList(agent) else { return nil }
    }
    return finished()
  }

  private func finished() -> [Person]? {
    if free > 0 { file.account.repaired.append("\(free) day\(free == 1 ? "" : "s") off or empty") }
    if people.allSatisfy(\.entries.isEmpty), !file.isWrong {
      file.report("nobody of the file has a shift", expected: "some")
      return nil
    }
    return people.filter { !$0.entries.isEmpty }
  }

  /// Only the lines of this group, where a column says whose they are.
  private func keepTeam() -> Bool {
    let table = file.table
    let isTold = file.isTold(TableRoles.team)
    guard let column = file.column(TableRoles.team) else { return !file.isWrong }
    let name = keys?["name"].flatMap { decoding.text($0) } ?? group
    let there = table.distinct(column, limit: 1000)
    // One team only: the file is this group's own, whatever it is called.
    if there.count <= 1, !isTold, keys?["name"] == nil { return true }
    guard there.contains(where: { $0.lowercased() == name.lowercased() }) else {
      let place = table.namePlace(column)
      file.note(
        TableProblem(
          "no line of `\(table.name(column))` has `\(shortened(name))`",
          expected: "`roster-csv: {csv: …, name: …}` with what this group is called there: \(quotedList(there))",
          nearest: nearest(to: name, among: there).map { "`\($0)`" }, line: place.line, column: place.column))
      return false
    }
    let before = table.rows.count
    file.keep { $0.text($1, column).lowercased() == name.lowercased() }
    file.account.elsewhere += before - file.table.rows.count
    file.account.filters.append("\(table.name(column)) = \(name)")
    return true
  }

  // MARK: Layouts

  private mutating func readGrid(_ across: AcrossTable, _ agent: Int) -> Bool {
    file.note(across.problems)
    guard !file.isWrong else { return false }
    guard across.moments.allSatisfy({ $0.day != nil || $0.weekday != nil }) else {
      file.note(
        file.table.nameProblem(
          "times stand across, and a roster has days there", expected: "dates or days of the week as names of columns",
          column: across.columns[0]))
      return false
    }
    guard decoding.clock.hasDates else {
      file.report("the file has days, and the scenario has none", expected: "horizon.start, for example 2026-09-14T00:00")
      return false
    }
    for column in across.columns { file.use(column, "days across") }
    for row in file.table.rows {
      for (moment, column) in zip(across.moments, across.columns) {
        add(row, agent: agent, cell: column, day: moment.day, weekday: moment.day == nil ? moment.weekday : nil)
      }
    }
    return true
  }

  private mutating func readList(_ agent: Int) -> Bool {
    let table = file.table
    let shift = file.column(TableRoles.shift, fits: { $0 != agent })
    let start = shift != nil && !file.isTold(TableRoles.start) ? nil : file.column(TableRoles.start)
    let end = start == nil ? nil : file.column(TableRoles.end)
    let date = file.column(TableRoles.date)
    let weekday = file.column(ColumnRole("weekday", TableRoles.weekday.words))
    let breaks = file.column(TableRoles.breaks)
    guard !file.isWrong else { return false }
    guard shift != nil || (start != nil && end != nil) else {
      file.note(
        table.nameProblem(
          start == nil ? "no column says which shift" : "no column says when shifts end",
          expected: start == nil
            ? "`shift:`, or `start:` and `end:`, with one of \(table.columnList)" : "`end:` with one of \(table.columnList)"))
      return false
    }
    let days = (date ?? weekday).map { table.moments($0, bare: file.bare) }
    let starts = start.map { table.moments($0, bare: file.bare) }
    let ends = end.map { table.moments($0, bare: file.bare) }
    for read in [days, starts, ends] { file.note(read?.problems ?? []) }
    guard !file.isWrong else { return false }
    if days != nil || starts?.hasDates == true, !decoding.clock.hasDates {
      file.report("the file has dates, and the scenario has none", expected: "horizon.start, for example 2026-09-14T00:00")
      return false
    }
    for (index, row) in table.rows.enumerated() {
      let moment = days?.moments[index] ?? starts?.moments[index]
      if let date, days?.moments[index] == nil {
        file.note(table.problem("the line has no date", expected: "one in every line", row: row, column: date))
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

  // MARK: Entries

  private mutating func addTimes(
    _ row: Int, _ agent: Int, _ start: Moment?, _ end: Moment?, column: Int, day: Int?, weekday: Int?, _ breaks: Int?
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
    enter(row, agent, column, from, to, breaks, day, weekday)
  }

  private mutating func add(_ row: Int, agent: Int, cell: Int, day: Int?, weekday: Int?, breaks: Int? = nil) {
    let table = file.table
    let text = table.text(row, cell)
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
    if further.contains(text.lowercased()) || Self.offWords.contains(HeaderName(text).words) {
      free += 1
      _ = person(row, agent)
      return
    }
    if let range = MomentRange.read(table[row, cell]), let from = range.start.time, let to = range.end.time {
      enter(row, agent, cell, from, to, breaks, day, weekday)
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

  /// A shift by its times: the declared one with these times, else one that is called by them.
  private func shift(from: Int64, to: Int64, breaks: [ShiftPattern.Break]) -> RosterShift {
    let length = TimeSpan(microseconds: to > from ? to - from : to + MomentCell.day - from)
    let start = TimeSpan(microseconds: from)
    if breaks.isEmpty,
      let declared = decoding.names.shifts.compactMap({ decoding.shiftPatterns[$0] }).first(where: {
        $0.start == start && $0.length == length
      })
    {
      return RosterShift(name: declared.name, pattern: declared)
    }
    func text(_ time: Int64) -> String { TimeOfDay(seconds: Int(time / 1_000_000)).text }
    let name = "\(text(from))-\(text(to))"
    return RosterShift(name: name, pattern: ShiftPattern(name: name, days: .everyDay, start: start, length: length, breaks: breaks))
  }

  private mutating func enter(
    _ row: Int, _ agent: Int, _ column: Int, _ from: Int64, _ to: Int64, _ breaks: Int?, _ day: Int?, _ weekday: Int?
  ) {
    let length = to > from ? to - from : to + MomentCell.day - from
    guard to != from else {
      file.note(file.table.problem("the shift ends when it begins", expected: "an end after the start", row: row, column: column))
      return
    }
    guard let pauses = pauses(row, breaks, from, length) else { return }
    enter(row, agent, column, .init(what: shift(from: from, to: to, breaks: pauses), day: day, weekday: weekday))
  }

  /// `12:00-12:30; 15:00-15:15`; nil after a problem.
  private func pauses(_ row: Int, _ column: Int?, _ from: Int64, _ length: Int64) -> [ShiftPattern.Break]? {
    guard let column, !Table.isNothing(file.table[row, column]) else { return [] }
    func note(_ wrong: String, _ expected: String) {
      file.note(file.table.problem(wrong, expected: expected, row: row, column: column))
    }
    var breaks: [ShiftPattern.Break] = []
    for part in file.table[row, column].split(whereSeparator: { [0x3B, 0x2C, 0x7C, 0x0A].contains($0) }) {
      guard let range = MomentRange.read(part), let start = range.start.time, let end = range.end.time, start != end else {
        note("\(Table.shown(String(decoding: part, as: UTF8.self))) is no break", "from and to such as 12:00-12:30")
        return nil
      }
      let at = start >= from ? start - from : start + MomentCell.day - from
      breaks.append(.init(at: TimeSpan(microseconds: at), length: TimeSpan(microseconds: (end - start + MomentCell.day) % MomentCell.day)))
    }
    breaks.sort { $0.at < $1.at }
    if zip(breaks, breaks.dropFirst()).contains(where: { $1.at < $0.end }) {
      note("the breaks overlap", "breaks one after the other")
      return nil
    }
    if let last = breaks.last, last.end.microseconds > length {
      note("a break lies outside the shift", "breaks inside it")
      return nil
    }
    return breaks
  }

  private mutating func person(_ row: Int, _ agent: Int) -> Int? {
    let name = file.table.text(row, agent)
    guard !name.isEmpty else {
      file.note(file.table.problem("the line has no agent", expected: "a name in `\(file.table.name(agent))`", row: row, column: agent))
      return nil
    }
    if let index = positions[name] { return index }
    positions[name] = people.count
    people.append(Person(name: name))
    return people.count - 1
  }

  private mutating func enter(_ row: Int, _ agent: Int, _ column: Int, _ entry: RosterFile.Entry) {
    guard let index = person(row, agent) else { return }
    if people[index].entries.contains(where: { $0.entry == entry }) {
      file.note(
        file.table.problem(
          "\(people[index].name) has the shift `\(entry.what.name)` already", expected: "each agent and shift once", row: row,
          column: column))
      return
    }
    people[index].entries.append((entry, row, column))
  }
}
