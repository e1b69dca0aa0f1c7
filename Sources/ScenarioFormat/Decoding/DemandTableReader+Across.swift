import SimulationCore
import Tables

extension DemandTableReader {
  func readAcross(_ file: TableFile, _ across: AcrossTable) -> DemandTable? {
    let table = file.table
    file.note(across.problems)
    for need in needs {
      file.note(table.nameProblem("there is no column `\(need.column)` where times stand across", expected: need.instead))
    }
    guard !file.isWrong else { return nil }
    let mark = table.decimalMark(of: across.columns)
    let read = across.columns.map { table.numbers($0, mark: mark) }
    for column in read { file.note(column.problems) }
    guard !file.isWrong else { return nil }
    var rows: [DemandTable.Row] = []
    for (index, row) in table.rows.enumerated() {
      for (position, column) in across.columns.enumerated() {
        let labels = across.labels.map { table.text(row, $0) }
        let queue = table.rows.count > 1 ? labels.filter { !$0.isEmpty }.joined(separator: " ") : ""
        rows.append(
          .init(
            line: table.line(row), interval: table.name(column), queue: queue, calls: read[position].values[index] ?? 0, others: labels))
      }
    }
    let times = across.moments.compactMap(\.time)
    return DemandTable(
      rows: rows, otherColumns: across.labels.map(table.name),
      step: IntervalLengths.commonestStep(times).map { TimeSpan(microseconds: $0) }, account: file.account.sentences)
  }
}
