import SimulationCore
import SupportModel
import Tables

/// Reads a profile from a table: times and weights; a column of weekdays, or the weekdays across, where days differ.
struct ProfileFile {
  let decoding: Decoding
  let contact: String

  private func weightColumn(_ file: TableFile, _ weight: ColumnRole) -> Int? {
    file.required(weight, "no column says how much comes when") { "`weight:` with one of \(file.table.columnList)" }
  }

  func read(_ field: Field) -> DayProfile? {
    guard let keys = Section(field, .profileFile, decoding), let path = keys["csv"] else { return nil }
    let weight = ColumnRole("weight", TableRoles.weight.words + TableRoles.count.words)
    let roles = [TableRoles.start, TableRoles.date, TableRoles.end, weight, TableRoles.weekday, TableRoles.scopes]
    guard let file = TableFile(path, keys: keys, roles: roles, purpose: "profile of \(contact)", decoding) else { return nil }
    guard var table = IntervalTable(file) else {
      if !file.table.names.isEmpty, file.isTold(weight) || file.table.across() == nil, let column = weightColumn(file, weight) {
        file.noteNumbers(column)
      }
      return nil
    }
    guard table.kind == .daily || table.kind == .weekly else {
      file.report("the profile has dates", expected: "times of day, or of weekdays; for past days with dates, `history: {csv: …}`")
      return nil
    }
    var column: Int?
    if !table.lines.contains(where: { $0.across != nil }) {
      column = file.table.names.isEmpty ? 1 : weightColumn(file, weight)
      if column == nil { return nil }
    }
    let columns = column.map { [$0] } ?? Array(Set(table.lines.compactMap(\.across))).sorted()
    let mark = file.table.decimalMark(of: columns)
    var read: [Int: NumberColumn] = [:]
    for index in columns { read[index] = file.table.numbers(index, mark: mark) }
    for index in columns { file.note(read[index]!.problems) }
    guard !file.isWrong, table.measure(keys["every"].flatMap(decoding.positiveDuration)) else { return nil }
    let positions = Dictionary(uniqueKeysWithValues: file.table.rows.enumerated().map { ($1, $0) })
    var slots = Array(repeating: [DayProfile.Slot](), count: 7)
    var sum = 0.0
    for line in table.lines {
      let weight = read[line.across ?? column!]?.values[positions[line.row]!] ?? 0
      sum += weight
      let slot = DayProfile.Slot(time: line.moment.time ?? 0, length: line.length, weight: weight)
      for day in line.moment.weekday.map({ [$0] }) ?? Array(0..<7) { slots[day].append(slot) }
    }
    guard sum > 0 else {
      file.report("the weights are all zero", expected: "at least one above 0")
      return nil
    }
    table.noteGaps("0")
    file.account.sum = sum
    file.account.unit = "in weights"
    file.close()
    return DayProfile(clock: decoding.clock, slots: slots)
  }
}
