import SimulationCore
import Tables

/// What a file leaves open, and what is said of it.
extension TableFile {
  /// More values than names: an unquoted decimal comma, most often.
  func noteRagged() {
    guard !table.names.isEmpty else { return }
    var found: [TableProblem] = []
    for row in table.rows where table.isFilled(row, from: table.names.count) {
      let values = table.cellCount(row)
      found.append(
        table.problem(
          "the line has \(values) values under \(table.names.count) names",
          expected: table.separator == .comma ? "as many; a decimal comma needs quotes around it" : "as many", row: row,
          column: table.names.count))
    }
    note(found)
  }

  /// The moments of a column, its problems noted.
  func moments(_ column: Int) -> MomentColumn {
    let read = table.moments(column, bare: bare)
    note(read.problems)
    noteYearless(read.yearless)
    return read
  }

  func noteYearless(_ count: Int) {
    let sentence = "dates without a year: taken as those nearest to the horizon"
    if count > 0, !account.repaired.contains(sentence) { account.repaired.append(sentence) }
  }

  /// Columns with a name, not used for anything, of which every cell that is not empty holds what the test asks for.
  func columns(where holds: (ArraySlice<UInt8>) -> Bool) -> [Int] {
    table.namedColumns.filter { column in
      guard !used.contains(where: { $0.column == column }) else { return false }
      let cells = table.rows.lazy.map { self.table[$0, column] }.filter { !Table.isNothing($0) }
      return !cells.isEmpty && cells.allSatisfy(holds)
    }
  }

  /// What to say of a role that no column plays: those that hold such values, else all.
  func choice(_ key: String, among columns: [Int]) -> String {
    let names = columns.map { "`\(key): \(Table.shown(table.names[$0].text))`" }
    return names.isEmpty || names.count > 8 ? "`\(key):` with one of \(table.columnList)" : orList(names)
  }
}
