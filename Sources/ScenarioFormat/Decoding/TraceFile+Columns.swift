import Tables

/// Which columns of a log have its times.
extension TraceFile {
  /// Tickets of several teams or sites come all, which is said.
  func noteMixture(_ file: TableFile) {
    for column in file.table.namedColumns
    where TableRoles.scopes.matches(file.table.names[column]) && !file.whereColumns.contains(column) {
      let values = file.table.distinct(column, limit: 4)
      guard values.count > 1 else { continue }
      let sample = andList(values.prefix(3).map { "`\(Table.shown($0))`" }) + (values.count > 3 ? " …" : "")
      file.account.repaired.append(
        "`\(Table.shown(file.table.name(column)))` has \(sample): lines of all of them are taken; `where` picks")
    }
  }

  /// The column of times: told, or found; where a date and a time stand apart, the one of times.
  func timeColumn(_ file: TableFile) -> Int? {
    let table = file.table
    if table.names.isEmpty {
      guard table.width == 1 else {
        file.note(
          table.nameProblem(
            "the columns have no names, and there are \(table.width)", expected: "a first line with names such as `created at`"))
        return nil
      }
      return 0
    }
    func sample(_ column: Int) -> MomentCell? {
      table.rows.lazy.compactMap { MomentCell.read(table[$0, column]) }.first
    }
    let role = TableRoles.at
    let named = file.isTold(role) ? [] : table.namedColumns.filter { role.matches(table.names[$0]) }
    // `Created date` and `Created time` beside each other are one time.
    let times = named.filter { sample($0)?.time != nil }
    let found = named.count > 1 && times.count == 1 ? times[0] : file.column(role, fits: { sample($0) != nil })
    if let found {
      file.use(found, role.key)
      return found
    }
    if !file.isWrong, let date = file.column(TableRoles.date, fits: { sample($0) != nil }) { return date }
    if !file.isWrong, table.namedColumns.count == 1 { return table.namedColumns[0] }
    if !file.isWrong {
      file.note(
        table.nameProblem(
          "no column says when contacts came", expected: file.choice("at", among: file.columns { MomentCell.read($0) != nil })))
    }
    return nil
  }

  func dateColumn(_ file: TableFile, besides column: Int) -> Int? {
    let table = file.table
    if file.isTold(TableRoles.date) { return file.column(TableRoles.date) }
    let words = ColumnRole("date", TableRoles.date.words + TableRoles.at.words)
    let found = table.namedColumns.filter { index in
      index != column && words.matches(table.names[index])
        && table.rows.lazy.compactMap { MomentCell.read(table[$0, index]) }.first.map { $0.date != .none || $0.time != nil } == true
    }
    guard found.count == 1 else { return nil }
    file.use(found[0], "date")
    return found[0]
  }
}
