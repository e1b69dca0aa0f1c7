package import SimulationCore
import Tables

/// A day of intervals for a calculator, from a planner's table: a line for each interval with its contacts and handle time, and whatever else
/// is in it.
///
/// ```
/// interval,calls,aht
/// 09:00,84,3m10s
/// 09:30,97,3m05s
/// ```
///
/// Contacts are needed; handle time, patience, agents, a target, a cap on occupancy and shrinkage may be there, each found by its usual
/// names. A line without contacts needs nothing else.
package struct DemandTable: Sendable, Equatable {
  /// One interval.
  package struct Row: Sendable, Equatable {
    /// In the file, from 1.
    package var line: Int
    /// As written, the date before the time; the number of the row where there is no such column.
    package var interval: String
    /// Expected contacts.
    package var calls: Double
    /// nil: the file has no such column, or nothing there.
    package var handleTime: TimeSpan?
    /// Mean; nil: the file has no such column, or nothing there.
    package var patience: TimeSpan?
    /// Whole or not; nil: the file has no such column, or nothing there.
    package var agents: Double?
    package var target: ServiceLevelText?
    package var maxOccupancy: Double?
    package var shrinkage: Double?
    /// The other cells, as written, in the order of `otherColumns`.
    package var others: [String] = []
  }

  /// In the order of the file.
  package var rows: [Row]
  /// The names of the columns that are none of the above.
  package var otherColumns: [String] = []
  /// The commonest step from one line to the next, where the lines have times.
  package var step: TimeSpan?
  /// What was read, as `muster check` shows it of a scenario's tables.
  package var account: [String] = []

  /// What every line with contacts must have because nothing else says it; the words name what else could.
  package struct Need: Sendable, Equatable {
    /// `aht`, `patience` or `agents`.
    package var column: String
    /// What to give instead: `--aht for all lines`.
    package var instead: String

    package init(_ column: String, instead: String) {
      self.column = column
      self.instead = instead
    }
  }

  /// Reads a file. Every problem of it is reported at once. `columns`: `count=NCO`, `where=queue:sales`, `decimal=comma`: what the keys beside
  /// a table say in a scenario.
  package static func load(
    _ path: String, needing needs: [Need] = [], columns: [String] = [], using reader: SourceReader = .files
  ) throws(ScenarioProblems) -> DemandTable {
    let decoding = Decoding(documents: DocumentLoader(reader: reader))
    let table = DemandTableReader(path: path, needs: needs, decoding: decoding).read(columns)
    guard decoding.problems.isEmpty, let table else {
      throw ScenarioProblems(
        decoding.problems.isEmpty ? [Problem("the file cannot be read", at: SourcePlace(file: path))] : decoding.problems)
    }
    return table
  }
}

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

  /// `count=NCO` and `where=queue:sales` as the keys of a scenario would say them.
  private func keys(_ settings: [String]) -> Section? {
    let place = SourcePlace(file: "--column")
    var entries: [DocumentEntry] = []
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1).map { String($0).trimmingSpaces }
      guard parts.count == 2, !parts[1].isEmpty else {
        decoding.note(Problem("\(shortened(setting)) is no column", expected: "what it is and its name, as in count=Offered", at: place))
        return nil
      }
      var value = DocumentNode(content: .scalar(parts[1]), place: place)
      if parts[0] == "where" {
        let pair = parts[1].split(separator: ":", maxSplits: 1).map { String($0).trimmingSpaces }
        guard pair.count == 2 else {
          decoding.note(
            Problem("\(shortened(setting)) picks no lines", expected: "a column and a value, as in where=queue:sales", at: place))
          return nil
        }
        let inner = DocumentEntry(key: pair[0], keyPlace: place, value: DocumentNode(content: .scalar(pair[1]), place: place))
        value = DocumentNode(content: .map([inner]), place: place)
      }
      entries.append(.init(key: parts[0], keyPlace: place, value: value))
    }
    let node = DocumentNode(content: .map(entries), place: place)
    let section = Section(Field(node: node, path: ""), .demandTable, decoding)
    for key in ["dates", "decimal", "separator"] {
      if let field = section?[key], case .word(let words)? = KeyTable.demandTable[key]?.kind { _ = decoding.word(field, among: words) }
    }
    return decoding.problems.isEmpty ? section : nil
  }

  private func readDown(_ file: TableFile) -> DemandTable? {
    let table = file.table
    let columns = Columns(file)
    guard !file.isWrong, let count = count(file, columns) else { return nil }
    checkColumns(file, columns)
    guard !file.isWrong else { return nil }
    let mark = table.decimalMark(of: [count] + [columns.agents, columns.handle, columns.patience].compactMap { $0 })
    let calls = table.numbers(count, mark: mark)
    let staff = columns.agents.map { table.numbers($0, mark: mark) }
    let talk = columns.handle.map { table.spans($0, mark: mark, say: "a unit in each cell such as 3m") }
    let wait = columns.patience.map { table.spans($0, mark: mark, say: "a unit in each cell such as 2m") }
    for problems in [calls.problems, staff?.problems, talk?.problems, wait?.problems] { file.note(problems ?? []) }
    let lengths = [calls.values.count, staff?.values.count, talk?.values.count, wait?.values.count].compactMap { $0 }
    guard lengths.allSatisfy({ $0 == table.rows.count }) else { return nil }
    let others = table.namedColumns.filter { !columns.used.contains($0) }
    var rows: [DemandTable.Row] = []
    for (index, row) in table.rows.enumerated() {
      var read = DemandTable.Row(
        line: table.line(row), interval: interval(table, row, columns.date, columns.start) ?? "\(index + 1)",
        calls: calls.values[index] ?? 0)
      if read.calls > 1e9 {
        file.note(
          table.problem("\(Table.shown(table.text(row, count))) is too large", expected: "at most 1000000000", row: row, column: count))
      }
      read.handleTime = span(talk, index)
      read.patience = span(wait, index)
      read.agents = staff?.values[index]
      read.target = columns.target.flatMap { level(file, row, $0) }
      read.maxOccupancy = columns.occupancy.flatMap { share(file, row, $0) }
      read.shrinkage = columns.shrinkage.flatMap { share(file, row, $0) }
      read.others = others.map { table.text(row, $0) }
      if read.calls > 0 { checkNeeds(file, row, read, columns) }
      rows.append(read)
    }
    guard !file.isWrong else { return nil }
    file.account.sum = rows.reduce(0) { $0 + $1.calls }
    file.close()
    return DemandTable(
      rows: rows, otherColumns: others.map { table.names[$0].text }, step: step(table, columns.start, columns.date),
      account: file.account.sentences)
  }

  /// Where everything stands, as far as the table has it.
  private struct Columns {
    let start: Int?
    let date: Int?
    let count: Int?
    let handle: Int?
    let patience: Int?
    let agents: Int?
    let target: Int?
    let occupancy: Int?
    let shrinkage: Int?

    init(_ file: TableFile) {
      start = file.column(TableRoles.start)
      date = file.column(TableRoles.date)
      // Where an interval ends is nothing to a calculator; the column is known all the same.
      _ = file.column(TableRoles.end)
      count = file.column(TableRoles.count)
      handle = file.column(TableRoles.handle)
      patience = file.column(TableRoles.patience)
      agents = file.column(TableRoles.agents)
      target = file.column(TableRoles.target)
      occupancy = file.column(TableRoles.occupancy)
      shrinkage = file.column(TableRoles.shrinkage)
    }

    /// Columns that mean something here.
    var used: [Int] { [start, date, count, handle, patience, agents, target, occupancy, shrinkage].compactMap { $0 } }

    /// The column that answers a need.
    subscript(need: DemandTable.Need) -> Int? {
      need.column == "aht" ? handle : need.column == "patience" ? patience : agents
    }
  }

  private func count(_ file: TableFile, _ columns: Columns) -> Int? {
    if columns.count == nil {
      file.note(
        file.table.nameProblem(
          "there is no column of calls",
          expected: "a first line such as interval,calls,aht, or `count=` with one of \(file.table.columnList)"))
    }
    return columns.count
  }

  private func checkColumns(_ file: TableFile, _ columns: Columns) {
    for need in needs where columns[need] == nil && !(need.column == "agents" && columns.target != nil) {
      file.note(file.table.nameProblem("there is no column `\(need.column)`", expected: "one, or \(need.instead)"))
    }
  }

  private func interval(_ table: Table, _ row: Int, _ date: Int?, _ start: Int?) -> String? {
    let parts = [date, start].compactMap { $0 }.map { table.text(row, $0) }.filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private func span(_ column: SpanColumn?, _ index: Int) -> TimeSpan? {
    column?.values[index].flatMap { $0 > 0 ? TimeSpan(microseconds: $0) : nil }
  }

  private func checkNeeds(_ file: TableFile, _ row: Int, _ read: DemandTable.Row, _ columns: Columns) {
    for need in needs {
      let isThere =
        need.column == "aht"
        ? read.handleTime != nil : need.column == "patience" ? read.patience != nil : read.agents != nil || read.target != nil
      guard !isThere, let column = columns[need], !reported(file, row, column) else { continue }
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

  private func step(_ table: Table, _ start: Int?, _ date: Int?) -> TimeSpan? {
    guard let start else { return nil }
    let times = table.moments(start)
    let days = times.hasDates ? nil : date.map { table.moments($0) }
    guard times.problems.isEmpty, times.hasTimes, days?.problems.isEmpty ?? true else { return nil }
    let walls = times.moments.indices.compactMap { index -> Int64? in
      guard let moment = times.moments[index] else { return nil }
      return moment.wall + (moment.day == nil ? Int64(days?.moments[index]?.day ?? 0) * MomentCell.day : 0)
    }
    return IntervalLengths.commonestStep(Array(Set(walls)).sorted()).map { TimeSpan(microseconds: $0) }
  }

  private func readAcross(_ file: TableFile, _ across: AcrossTable) -> DemandTable? {
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
        let label = across.labels.map { table.text(row, $0) }.filter { !$0.isEmpty }.joined(separator: " ")
        rows.append(
          .init(
            line: table.line(row), interval: label.isEmpty || table.rows.count == 1 ? table.name(column) : "\(label) \(table.name(column))",
            calls: read[position].values[index] ?? 0))
      }
    }
    let times = across.moments.compactMap(\.time)
    return DemandTable(
      rows: rows, step: IntervalLengths.commonestStep(times).map { TimeSpan(microseconds: $0) }, account: file.account.sentences)
  }
}
