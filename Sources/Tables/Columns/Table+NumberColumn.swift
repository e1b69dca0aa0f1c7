extension Table {
  /// How decimals are written in these columns together; nil where nothing tells.
  ///
  /// Evidence is shared by all columns that are read as numbers: a file comes from one program in one country.
  package func decimalMark(of columns: [Int]) -> DecimalMark? {
    if let mark = told.decimal { return mark }
    var found: DecimalMark?
    for column in columns {
      guard case .mark(let mark) = style(column).finding else { continue }
      if let found, found != mark { return nil }
      found = mark
    }
    return found
  }

  private func style(_ column: Int) -> NumberStyle {
    var style = NumberStyle()
    for row in rows { if let number = NumberCell.read(self[row, column]) { style.add(number, row: row) } }
    return style
  }

  /// Numbers of 0 or more, unless `signed`. `mark` is what other columns say (`decimalMark`); `settle` names the key that settles a tie.
  package func numbers(_ column: Int, mark: DecimalMark? = nil, signed: Bool = false, settle: String = "decimal") -> NumberColumn {
    var result = NumberColumn()
    let style = style(column)
    var decimal = told.decimal ?? .point
    if told.decimal == nil {
      switch style.finding {
      case .mark(let found): decimal = found
      case .indifferent: break
      case .tie(let row):
        if let mark { decimal = mark } else { result.problems.append(tie(row, column, settle)) }
      case .both(let point, let comma):
        let later = max(point, comma)
        result.problems.append(
          problem(
            "\(Self.shown(text(later, column))) has another decimal mark than \(Self.shown(text(min(point, comma), column))) above",
            expected: "one way of writing decimals in `\(name(column))`", row: later, column: column))
      }
    }
    guard result.problems.isEmpty else { return result }
    for row in rows {
      let cell = self[row, column]
      if Self.isNothing(cell) {
        result.empty.append(row)
        result.values.append(nil)
        result.isPercent.append(false)
        continue
      }
      let number = NumberCell.read(cell)
      let value = number?.value(decimal)
      if let value, signed || value >= 0 {
        result.values.append(value)
      } else {
        result.values.append(nil)
        result.problems.append(bad(row, column, isNegative: value != nil))
      }
      result.isPercent.append(number?.isPercent ?? false)
    }
    return result
  }

  private func bad(_ row: Int, _ column: Int, isNegative: Bool) -> TableProblem {
    let shown = Self.shown(text(row, column))
    return isNegative
      ? problem("\(shown) is negative", expected: "a number of 0 or more", row: row, column: column)
      : problem("\(shown) is not a number", expected: "a plain number such as 12 or 0.5", row: row, column: column)
  }

  private func tie(_ row: Int, _ column: Int, _ settle: String) -> TableProblem {
    let cell = text(row, column)
    let number = NumberCell.read(self[row, column])
    return problem(
      "\(Self.shown(cell)) may be \(Self.plain(number?.point)) or \(Self.plain(number?.comma)), and no other number of `\(name(column))` tells",
      expected: "`\(settle): point` or `\(settle): comma`", row: row, column: column)
  }

  /// Empty, or the dash that spreadsheets show for nothing.
  package static func isNothing(_ cell: ArraySlice<UInt8>) -> Bool {
    cell.isEmpty || cell.elementsEqual([0x2D]) || cell.elementsEqual("–".utf8) || cell.elementsEqual("—".utf8)
  }

  /// A cell for a message: in one line, cut after forty characters, empty as `""`.
  package static func shown(_ text: String) -> String {
    let line = String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    return line.isEmpty ? "\"\"" : line.count > 40 ? String(line.prefix(39)) + "…" : line
  }

  static func plain(_ number: Double?) -> String {
    guard let number else { return "nothing" }
    return number.rounded() == number && abs(number) < 1e15 ? String(Int64(number)) : String(number)
  }
}
