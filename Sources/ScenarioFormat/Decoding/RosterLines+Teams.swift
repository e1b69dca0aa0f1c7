import Tables

/// Whose people the lines of a roster are.
extension RosterLines {
  /// Only the lines of this group, where a column says whose they are.
  func keepTeam() -> Bool {
    let table = file.table
    let isTold = file.isTold(TableRoles.team)
    let name = keys?["name"].flatMap { decoding.text($0) } ?? group
    if !isTold, let marks = markColumns(name) { return keepMarked(marks, name) }
    guard let column = file.column(TableRoles.team) else { return !file.isWrong }
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
    let shared = there.filter { $0.lowercased() != name.lowercased() && Self.teams($0).contains(name.lowercased()) }
    if let first = shared.first {
      file.account.repaired.append(
        "people of several groups are not taken, such as those of `\(Table.shown(first))`: give them a group of their own with `name: \(first)`"
      )
    }
    let before = table.rows.count
    file.keep { $0.text($1, column).lowercased() == name.lowercased() }
    file.account.elsewhere += before - file.table.rows.count
    file.account.filters.append("\(table.name(column)) = \(name)")
    return true
  }

  /// `desk, billing` names two.
  private static func teams(_ text: String) -> [String] {
    text.lowercased().split { ",;/+&|".contains($0) }.map { String($0).trimmingSpaces }
  }

  private static let marks: Set<String> = ["x", "1", "yes", "y", "true", "ja", "j", "oui", "sí", "si", "✓", "✔", "primary", "p"]
  private static let blanks: Set<String> = ["", "-", "–", "0", "no", "n", "false", "nein", "non"]

  /// The columns that are named after groups of the scenario and hold nothing but marks; nil where this group has none.
  private func markColumns(_ name: String) -> (own: Int, others: [Int])? {
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
  private func keepMarked(_ columns: (own: Int, others: [Int]), _ name: String) -> Bool {
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
