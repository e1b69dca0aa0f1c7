import SimulationCore
import Tables

/// Reads the table of a calculator.
struct DemandTableReader {
  let path: String
  let needs: [DemandTable.Need]
  let decoding: Decoding

  func read(_ settings: [String]) -> DemandTable? {
    guard let keys = keys(settings) else { return nil }
    let field = Field(node: DocumentNode(content: .scalar(path), place: SourcePlace(file: path)), path: "")
    let roles = [
      TableRoles.start, TableRoles.date, TableRoles.end, TableRoles.count, TableRoles.handle, TableRoles.patience, TableRoles.agents,
      TableRoles.target, TableRoles.occupancy, TableRoles.shrinkage, TableRoles.scopes,
    ]
    guard let file = TableFile(field, keys: keys, roles: roles, purpose: "intervals", decoding) else { return nil }
    if file.table.names.isEmpty {
      file.note(file.table.nameProblem("the columns have no names", expected: "a first line such as interval,calls,aht"))
      return nil
    }
    if let across = file.table.across(), file.table.column(quietly: TableRoles.count) == nil, !file.isTold(TableRoles.count) {
      return readAcross(file, across)
    }
    return readDown(file)
  }

  /// What each column is; all but the contacts may be missing.
  private struct Columns {
    var start: Int?
    var date: Int?
    var count: Int
    var handle: Int?
    var patience: Int?
    var agents: Int?
    var target: Int?
    var occupancy: Int?
    var shrinkage: Int?

    var all: [Int] { [start, date, count, handle, patience, agents, target, occupancy, shrinkage].compactMap { $0 } }
  }

  private func columns(_ file: TableFile) -> Columns? {
    // Of lines that say only when they end the end is their name, too.
    let end = file.column(TableRoles.end)
    let start = file.column(TableRoles.start) ?? end
    let date = file.column(TableRoles.date)
    let count = file.column(TableRoles.count)
    var columns = Columns(start: start, date: date, count: count ?? 0)
    columns.handle = file.column(TableRoles.handle)
    columns.patience = file.column(TableRoles.patience)
    columns.agents = file.column(TableRoles.agents)
    columns.target = file.column(TableRoles.target)
    columns.occupancy = file.column(TableRoles.occupancy)
    columns.shrinkage = file.column(TableRoles.shrinkage)
    guard !file.isWrong else { return nil }
    guard count != nil else {
      file.note(
        file.table.nameProblem(
          "there is no column of calls",
          expected: "a first line such as interval,calls,aht, or `count=` with one of \(file.table.columnList)"))
      return nil
    }
    for need in needs {
      let column = need.column == "aht" ? columns.handle : need.column == "patience" ? columns.patience : columns.agents
      if column == nil, !(need.column == "agents" && columns.target != nil) {
        file.note(file.table.nameProblem("there is no column `\(need.column)`", expected: "one, or \(need.instead)"))
      }
    }
    return file.isWrong ? nil : columns
  }

  private func readDown(_ file: TableFile) -> DemandTable? {
    guard let columns = columns(file) else { return nil }
    let table = file.table
    let mark = table.decimalMark(of: [columns.count, columns.agents, columns.handle, columns.patience].compactMap { $0 })
    let unit = file.keys?["unit"]?.node.scalar.flatMap(TimeUnit.init(rawValue:))
    let calls = table.numbers(columns.count, mark: mark)
    let staff = columns.agents.map { table.numbers($0, mark: mark) }
    let talk = columns.handle.map { table.spans($0, unit: unit, mark: mark, say: "`--column unit=s`") }
    let wait = columns.patience.map { table.spans($0, mark: mark, say: "a unit in each cell such as 2m") }
    for problems in [calls.problems, staff?.problems, talk?.problems, wait?.problems] { file.note(problems ?? []) }
    let counts = [calls.values.count, staff?.values.count, talk?.values.count, wait?.values.count].compactMap { $0 }
    guard counts.allSatisfy({ $0 == table.rows.count }) else { return nil }
    let others = table.namedColumns.filter { !columns.all.contains($0) }
    let queues = others.filter { TableRoles.scopes.matches(table.names[$0]) && table.distinct($0, limit: 2).count > 1 }
    var rows: [DemandTable.Row] = []
    for (index, row) in table.rows.enumerated() {
      var read = DemandTable.Row(
        line: table.line(row), interval: interval(table, row, columns.date, columns.start) ?? "\(index + 1)",
        calls: calls.values[index] ?? 0)
      if read.calls > 1e9 {
        file.note(
          table.problem(
            "\(Table.shown(table.text(row, columns.count))) is too large", expected: "at most 1000000000", row: row, column: columns.count))
      }
      read.handleTime = span(talk, index)
      read.patience = span(wait, index)
      read.agents = staff?.values[index]
      read.target = columns.target.flatMap { level(file, row, $0) }
      read.maxOccupancy = columns.occupancy.flatMap { share(file, row, $0) }
      read.shrinkage = columns.shrinkage.flatMap { share(file, row, $0) }
      read.others = others.map { table.text(row, $0) }
      read.queue = queues.map { table.text(row, $0) }.filter { !$0.isEmpty }.joined(separator: " ")
      if read.calls > 0 {
        checkNeeds(file, row, read, ["aht": columns.handle, "patience": columns.patience, "agents": columns.agents])
      }
      rows.append(read)
    }
    guard !file.isWrong else { return nil }
    file.account.sum = rows.reduce(0) { $0 + $1.calls }
    file.close()
    return DemandTable(
      rows: rows, otherColumns: others.map { table.names[$0].text }, step: step(table, columns.start, columns.date),
      lengthProblem: lengthProblem(table, columns.start), account: file.account.sentences)
  }

  private func interval(_ table: Table, _ row: Int, _ date: Int?, _ start: Int?) -> String? {
    let parts = [date, start].compactMap { $0 }.map { table.text(row, $0) }.filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private func span(_ column: SpanColumn?, _ index: Int) -> TimeSpan? {
    column?.values[index].flatMap { $0 > 0 ? TimeSpan(microseconds: $0) : nil }
  }

  private func checkNeeds(_ file: TableFile, _ row: Int, _ read: DemandTable.Row, _ columns: [String: Int?]) {
    for need in needs {
      let isThere =
        need.column == "aht"
        ? read.handleTime != nil : need.column == "patience" ? read.patience != nil : read.agents != nil || read.target != nil
      guard !isThere, let column = columns[need.column] ?? nil, !reported(file, row, column) else { continue }
      file.note(
        file.table.problem("the line has contacts and no \(need.column)", expected: "one, or \(need.instead)", row: row, column: column))
    }
  }

  /// The cell has a problem already.
  private func reported(_ file: TableFile, _ row: Int, _ column: Int) -> Bool {
    let place = file.table.place(row, column)
    return decoding.problems.contains { $0.file == file.path && $0.line == place.line && $0.column == place.column }
  }

  private func level(_ file: TableFile, _ row: Int, _ column: Int) -> ServiceLevelText? {
    let text = file.table.text(row, column)
    if text.isEmpty { return nil }
    switch ServiceLevelText.read(text) {
    case .success(let level): return level
    case .failure(let complaint):
      file.note(file.table.problem(complaint.wrong, expected: complaint.expected, nearest: complaint.nearest, row: row, column: column))
      return nil
    }
  }

  /// `30%`, `0.3`, or 30 under a name with `%`.
  private func share(_ file: TableFile, _ row: Int, _ column: Int) -> Double? {
    let table = file.table
    let bytes = table[row, column]
    if Table.isNothing(bytes) { return nil }
    let number = NumberCell.read(bytes)
    if var value = number?.point ?? number?.comma {
      if number?.isPercent == false, table.names[column].text.contains("%") { value /= 100 }
      if (0...1).contains(value) { return value }
    }
    file.note(
      table.problem(
        "\(Table.shown(table.text(row, column))) is not a share", expected: "a share such as 80% or 0.8", row: row, column: column))
    return nil
  }
}
