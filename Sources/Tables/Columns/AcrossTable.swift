/// A table with moments as the names of columns: `skill,8:00,8:30,9:00`, `time,Mon,Tue,Wed`, `interval,14/09/2026,15/09/2026`.
package struct AcrossTable: Sendable {
  /// Columns before, between and behind them that are no moments.
  package var labels: [Int]
  package var columns: [Int]
  /// One for each of `columns`.
  package var moments: [Moment]
  package var ends: [Moment?]
  package var problems: [TableProblem]
  /// Dates without a year.
  package var yearless = 0
}

extension Table {
  /// nil where no name is a moment, or only one that is a day of the week: `Sat` may be anything.
  package func across() -> AcrossTable? {
    let named = namedColumns
    let columns = named.filter { index in
      let bytes = Array(names[index].text.utf8)[...]
      return MomentCell.read(bytes) != nil || MomentRange.read(bytes) != nil || (told.near != nil && YearlessDate.isOne(bytes))
    }
    guard columns.count >= 2 || columns.contains(where: { !isWeekday(names[$0]) }) else { return nil }
    var reader = MomentReader(
      columns.map { .init(bytes: Array(names[$0].text.utf8)[...], place: namePlace($0)) }, said: nil, told: told)
    let read = reader.read()
    let labels = (0..<max(names.count, width)).filter { index in
      !columns.contains(index) && !(names.indices.contains(index) && TableLayout.isTotal(named: names[index].words))
    }
    return AcrossTable(
      labels: labels, columns: columns, moments: read.moments.map { $0 ?? Moment() }, ends: read.ends, problems: read.problems,
      yearless: read.yearless)
  }

  private func isWeekday(_ name: HeaderName) -> Bool {
    MomentCell.read(Array(name.text.utf8)[...]).map { $0.weekday != nil && $0.date == .none } ?? false
  }
}
