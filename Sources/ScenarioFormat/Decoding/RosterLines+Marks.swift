import Tables

/// Columns named after groups, with a mark for each of their people.
extension RosterLines {
  private static let marks: Set<String> = ["x", "1", "yes", "y", "true", "ja", "j", "oui", "sí", "si", "✓", "✔", "primary", "p"]
  private static let blanks: Set<String> = ["", "-", "–", "0", "no", "n", "false", "nein", "non"]

  /// The columns that are named after groups of the scenario and hold nothing but marks; nil where this group has none.
  func markColumns(_ name: String) -> (own: Int, others: [Int])? {
    func column(_ group: String) -> Int? {
      let table = file.table
      guard let column = table.column(quietly: ColumnRole("group", [HeaderName(group).words])) else { return nil }
      let cells = table.rows.map { table.text($0, column).lowercased() }
      return cells.allSatisfy { Self.marks.contains($0) || Self.blanks.contains($0) } && cells.contains { Self.marks.contains($0) }
        ? column : nil
    }
    guard let own = column(name) else { return nil }
    return (own, decoding.names.groups.filter { $0 != group }.compactMap(column).filter { $0 != own })
  }

  /// Who is marked for this group and for no other: nobody works in two at once.
  func keepMarked(_ columns: (own: Int, others: [Int]), _ name: String) -> Bool {
    func isMarked(_ table: Table, _ row: Int, _ column: Int) -> Bool { Self.marks.contains(table.text(row, column).lowercased()) }
    let table = file.table
    let others = columns.others.filter { !file.whereColumns.contains($0) }
    let shared = table.rows.count { row in isMarked(table, row, columns.own) && others.contains { isMarked(table, row, $0) } }
    if shared > 0 {
      let all = ([columns.own] + others).map { "\(table.name($0)): x" }.joined(separator: ", ")
      file.account.repaired.append(
        "\(shared) line\(shared == 1 ? "" : "s") of people of several groups: not taken; give them a group of their own with `where: {\(all)}`"
      )
    }
    let before = table.rows.count
    file.keep { table, row in isMarked(table, row, columns.own) && !others.contains { isMarked(table, row, $0) } }
    file.account.elsewhere += before - file.table.rows.count
    file.account.filters.append("marked `\(table.name(columns.own))`")
    file.use(columns.own, "team")
    return true
  }
}
