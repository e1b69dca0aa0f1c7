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
    for key in ["dates", "decimal", "separator", "unit"] {
      if let field = section?[key], case .word(let words)? = KeyTable.demandTable[key]?.kind { _ = decoding.word(field, among: words) }
    }
    return decoding.problems.isEmpty ? section : nil
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

  /// How long a line lasts: until its end, the end of its range, its length, or the commonest step; nil where nothing tells.
  private func step(_ table: Table, _ start: Int?, _ date: Int?) -> TimeSpan? {
    guard let start else { return nil }
    let times = table.moments(start)
    let days = times.hasDates ? nil : date.map { table.moments($0) }
    let own = table.column(quietly: TableRoles.end).flatMap { $0 == start ? nil : $0 }
    let ends = times.ends.contains { $0 != nil } ? times.ends : own.map { table.moments($0).moments }
    if let ends {
      let lengths = zip(times.moments, ends).compactMap { start, end -> Int64? in
        guard let from = start?.time, let to = end?.time else { return nil }
        return to > from ? to - from : to + MomentCell.day - from
      }
      if let length = IntervalLengths.commonest(lengths) { return TimeSpan(microseconds: length) }
    }
    if let column = table.column(quietly: TableRoles.length), column != start, table.names[column].unit != nil,
      let length = IntervalLengths.commonest(table.spans(column).values.compactMap { $0 })
    {
      return TimeSpan(microseconds: length)
    }
    let walls = times.moments.indices.compactMap { index -> Int64? in
      guard let moment = times.moments[index], moment.time != nil else { return nil }
      return moment.wall + (moment.day == nil ? Int64(days?.moments[index]?.day ?? 0) * MomentCell.day : 0)
    }
    return IntervalLengths.commonestStep(Array(Set(walls)).sorted()).map { TimeSpan(microseconds: $0) }
  }

  /// Lines that begin at nothing that is a time do not say how long they last.
  private func lengthProblem(_ table: Table, _ start: Int?) -> String? {
    guard let start, table.rows.count > 1 else { return nil }
    let times = table.moments(start)
    guard !times.hasTimes, let first = times.problems.first else { return nil }
    return first.wrong
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
