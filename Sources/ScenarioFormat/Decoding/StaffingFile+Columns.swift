import Tables

/// Which column has the people, and parts of them.
extension StaffingFile {
  /// What `round` says of parts of people.
  func rounding(_ file: TableFile) -> FloatingPointRoundingRule? {
    switch file.keys?["round"].flatMap({ decoding.word($0, among: ["up", "nearest", "down"]) }) {
    case "up": .up
    case "down": .down
    case "nearest": .toNearestOrAwayFromZero
    default: nil
    }
  }

  func noteParts(_ file: TableFile, _ parts: [(row: Int, column: Int)], _ rule: FloatingPointRoundingRule?) {
    guard let first = parts.first else { return }
    if let rule {
      let way = rule == .up ? "up" : rule == .down ? "down" : "to the nearest"
      file.account.repaired.append("\(parts.count) value\(parts.count == 1 ? "" : "s") with parts of people: rounded \(way)")
      return
    }
    file.note(
      file.table.problem(
        "\(Table.shown(file.table.text(first.row, first.column))) is not a whole number of people"
          + (parts.count > 1 ? ", and \(parts.count - 1) more are not" : ""), expected: "whole people, or `round: up`", row: first.row,
        column: first.column))
  }

  /// The column of this name, else the only one of people.
  func peopleColumn(_ file: TableFile, _ wanted: String, isTold: Bool) -> Int? {
    let table = file.table
    if !isTold, table.names.isEmpty {
      file.use(1, "people")
      return 1
    }
    let named = try? table.column(named: wanted)
    if let named, !file.used.contains(where: { $0.column == named }) {
      file.use(named, "people")
      return named
    }
    if !isTold {
      do {
        if let found = try table.column(TableRoles.people) {
          file.use(found, "people")
          return found
        }
      } catch {
        file.note(error)
        return nil
      }
    }
    let others = table.namedColumns.filter { index in !file.used.contains { $0.column == index } }.map { table.names[$0].text }
    let numbers = file.columns { NumberCell.read($0) != nil }
    if !isTold, nearest(to: wanted, among: others) == nil, !numbers.isEmpty {
      file.note(
        table.nameProblem(
          "no column says how many people of `\(shortened(wanted))` there are", expected: file.choice("column", among: numbers)))
      return nil
    }
    file.note(
      table.nameProblem(
        "the file has no column `\(shortened(wanted))`", expected: decoding.expectation(of: wanted, among: others),
        nearest: nearest(to: wanted, among: others).map { "`\($0)`" }))
    return nil
  }
}
