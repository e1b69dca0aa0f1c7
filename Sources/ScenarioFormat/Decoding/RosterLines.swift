import SimulationCore
import SupportModel
import Tables
import TerminalText

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
  var free = 0
  /// The column that completes a name which stands in two.
  private var surname: Int?

  init(file: TableFile, group: String, keys: Section?, decoding: Decoding) {
    self.file = file
    self.group = group
    self.keys = keys
    self.decoding = decoding
  }

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
    // A name in two columns first: `Nom` alone would be half of it.
    var found = file.isTold(TableRoles.agent) ? nil : nameInTwo()
    if found == nil { found = file.column(TableRoles.agent) }
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

  // MARK: Layouts

  private mutating func readGrid(_ across: AcrossTable, _ agent: Int) -> Bool {
    file.note(across.problems)
    file.noteYearless(across.yearless)
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

  /// `First name` and `Last name`.
  private mutating func nameInTwo() -> Int? {
    let first = ColumnRole(
      "agent", ["first name", "firstname", "given name", "forename", "vorname", "prénom", "prenom", "nombre", "voornaam"])
    let last = ColumnRole(
      "agent", ["last name", "lastname", "surname", "family name", "nachname", "nom", "apellido", "apellidos", "cognome", "achternaam"])
    guard let given = file.table.column(quietly: first), let family = file.table.column(quietly: last) else { return nil }
    file.use(given, "agent")
    file.use(family, "agent")
    surname = family
    return given
  }

  func name(_ row: Int, _ agent: Int) -> String {
    let given = SpreadsheetCell.original(file.table.text(row, agent))
    guard let surname else { return given }
    return [given, SpreadsheetCell.original(file.table.text(row, surname))].filter { !$0.isEmpty }.joined(separator: " ")
  }

  mutating func person(_ row: Int, _ agent: Int) -> Int? {
    let name = name(row, agent)
    guard !name.isEmpty else {
      file.note(file.table.problem("the line has no agent", expected: "a name in `\(file.table.name(agent))`", row: row, column: agent))
      return nil
    }
    if let index = positions[name] { return index }
    positions[name] = people.count
    people.append(Person(name: name))
    return people.count - 1
  }

  mutating func enter(_ row: Int, _ agent: Int, _ column: Int, _ entry: RosterFile.Entry) {
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
