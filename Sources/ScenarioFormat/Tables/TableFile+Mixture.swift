import Tables

extension TableFile {
  /// Lines of several queues, teams or sites without a `where` that picks are a question.
  func refuseMixture(of scopes: ColumnRole = TableRoles.scopes, except: [Int] = []) {
    guard keys == nil || keys!.table["where"] != nil else { return }
    for column in table.namedColumns
    where scopes.matches(table.names[column]) && !whereColumns.contains(column) && !except.contains(column)
      && !used.contains(where: { $0.column == column })
    {
      let values = table.distinct(column, limit: 20)
      guard values.count > 1 else { continue }
      let name = table.names[column].text
      let place = table.namePlace(column)
      let sample = andList(values.prefix(4).map { "`\(Table.shown($0))`" }) + (values.count > 4 ? " …" : "")
      note(
        TableProblem(
          "`\(Table.shown(name))` tells \(values.count) kinds of lines apart: \(sample)",
          expected: "which ones, for example `where: {\(name): \(values[0])}`, or a list of them to add up", line: place.line,
          column: place.column))
    }
  }
}
