extension Table {
  /// Lengths of time. Bare numbers need a unit: of the column's name, or `unit`. `say` names the key that gives one.
  package func spans(_ column: Int, unit: TimeUnit? = nil, mark: DecimalMark? = nil, say: String = "`unit: s`") -> SpanColumn {
    var result = SpanColumn()
    let name = names.indices.contains(column) ? names[column] : nil
    let unit = unit ?? name?.unit
    var style = NumberStyle()
    for row in rows { if let number = NumberCell.read(self[row, column]) { style.add(number, row: row) } }
    var decimal = told.decimal ?? mark ?? .point
    if told.decimal == nil {
      switch style.finding {
      case .mark(let found): decimal = found
      case .tie(let row) where mark == nil:
        let number = NumberCell.read(self[row, column])
        result.problems.append(
          problem(
            "\(Self.shown(text(row, column))) may be \(Self.plain(number?.point)) or \(Self.plain(number?.comma)), and no other number tells",
            expected: "`decimal: point` or `decimal: comma`", row: row, column: column))
        return result
      default: break
      }
    }
    for row in rows {
      let cell = self[row, column]
      var value: Int64?
      if Self.isNothing(cell) {
        result.empty.append(row)
      } else {
        switch SpanCell.read(cell, unit: unit, startsWithHours: name?.startsWithHours ?? false) {
        case .span(let span): value = span
        case .number(let point, let comma):
          let span = decimal == .point ? point : comma
          if let span, span >= 0, span < 3.2e15 { value = Int64(span.rounded()) } else { result.problems.append(badSpan(row, column)) }
        case .bare:
          result.problems.append(unitProblem(row, column, say))
        case nil: result.problems.append(badSpan(row, column))
        }
      }
      result.values.append(value)
    }
    return result
  }
}
