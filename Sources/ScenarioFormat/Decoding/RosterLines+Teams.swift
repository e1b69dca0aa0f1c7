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
}
