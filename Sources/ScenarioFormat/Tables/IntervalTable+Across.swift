import SimulationCore
import SupportModel
import Tables

/// Tables with times as the names of their columns.
extension IntervalTable {
  mutating func readAcross(_ across: AcrossTable) -> Bool {
    let table = file.table
    file.note(across.problems)
    file.noteYearless(across.yearless)
    guard !file.isWrong else { return false }
    // A column of dates, of times of day or of weekdays beside the names completes them.
    var beside: (column: Int, read: MomentColumn)?
    for column in across.labels where !file.whereColumns.contains(column) && holdsTimes(column) && beside == nil {
      let read = moments(column)
      guard read.empty.count < table.rows.count else { continue }
      beside = (column, read)
      file.use(column, "start")
    }
    guard !file.isWrong else { return false }
    for column in across.columns { file.use(column, "times across") }
    for (index, row) in table.rows.enumerated() {
      for (position, column) in across.columns.enumerated() {
        var moment = across.moments[position]
        if let label = beside?.read.moments[index] {
          moment = Self.joined(moment, label)
          moment.weekday = moment.weekday ?? label.weekday
        }
        if let end = across.ends[position] ?? beside?.read.ends[index] { ends[lines.count] = end }
        lines.append(Line(row: row, across: column, moment: moment))
      }
    }
    guard beside == nil, table.rows.count > 1 else { return true }
    let labels = across.labels.filter { table.distinct($0).count > 1 && !file.whereColumns.contains($0) }
    guard let label = labels.first else { return true }
    let name = table.name(label)
    file.note(
      table.nameProblem(
        "\(table.rows.count) lines have the same times across",
        expected: "which one, for example `where: {\(name): \(table.distinct(label)[0])}`",
        column: label))
    return false
  }
}
