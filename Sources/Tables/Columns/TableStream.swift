/// A table too long to hold: two passes over its bytes, the first to see how its columns are written, the second to give its rows.
///
/// ```swift
/// let stream = try TableStream(source, roles: roles)
/// let problems = try stream.forEach([.moment(0), .number(3)]) { row in sum += row.number(1) ?? 0 }
/// ```
///
/// Memory in use does not grow with the file. Cells that are wrong come back as problems, at most `mostProblems`, with the number of the rest.
package struct TableStream: Sendable {
  package enum Ask: Sendable {
    case moment(Int, bare: BareMoment? = nil)
    case number(Int)
    case span(Int, unit: TimeUnit? = nil)
    case text(Int)
  }

  package struct Row {
    package fileprivate(set) var line = 0
    fileprivate var moments: [Moment?] = []
    fileprivate var numbers: [Double?] = []
    fileprivate var texts: [String] = []

    /// The answer to the ask at this position.
    package func moment(_ ask: Int) -> Moment? { moments[ask] }
    package func number(_ ask: Int) -> Double? { numbers[ask] }
    /// Microseconds.
    package func span(_ ask: Int) -> Double? { numbers[ask] }
    package func text(_ ask: Int) -> String { texts[ask] }
  }

  package static let mostProblems = 100

  private let source: ByteSource
  private let layout: TableLayout
  private let told: Dialect
  package var names: [HeaderName] { layout.names }

  package init(_ source: ByteSource, roles: [ColumnRole] = [], dialect: Dialect = Dialect()) throws(TableProblems) {
    self.source = source.unpacked()
    told = dialect
    do throws(TableFailure) {
      let separator: Dialect.Separator
      if let told = dialect.separator { separator = told } else { separator = try SeparatorFinder.find(self.source) }
      layout = try TableLayout(self.source, separator: separator, roles: roles)
    } catch {
      throw TableProblems([error.problem])
    }
  }

  /// The position of the column that plays a role.
  package func column(_ role: ColumnRole) -> Int? { names.firstIndex(where: role.matches) }

  /// Every row that is data, in order; the number of rows.
  @discardableResult
  package func forEach(_ asks: [Ask], _ body: (Row) -> Void) throws(TableProblems) -> Int {
    let styles = try styles(asks)
    var problems: [TableProblem] = []
    var row = Row()
    row.moments = Array(repeating: nil, count: asks.count)
    row.numbers = Array(repeating: nil, count: asks.count)
    row.texts = Array(repeating: "", count: asks.count)
    var count = 0
    try pass { record in
      row.line = record.line
      for (index, ask) in asks.enumerated() {
        if let wrong = read(ask, styles[index], record, index, &row), problems.count < Self.mostProblems {
          let place = record.place(ask.column)
          problems.append(
            TableProblem(
              "\(Table.shown(record.text(ask.column))) is not \(wrong)", line: place.line, column: place.column))
        }
      }
      count += 1
      body(row)
    }
    if !problems.isEmpty { throw TableProblems(problems) }
    return count
  }

  private struct Style {
    var order = DateOrder.dayFirst
    var mark = DecimalMark.point
    var bare: BareMoment?
  }

  private func pass(_ body: (Record) -> Void) throws(TableProblems) {
    do throws(TableFailure) {
      var reader = try RecordReader(source, separator: layout.separator.rawValue)
      var record = Record()
      while try reader.next(&record) { if layout.kind(record) == .data { body(record) } }
    } catch {
      throw TableProblems([error.problem])
    }
  }

  /// The first pass. Columns without dates and numbers of two meanings need none.
  private func styles(_ asks: [Ask]) throws(TableProblems) -> [Style] {
    var dates = asks.map { _ in MomentStyle(told: told.dates) }
    var numbers = asks.map { _ in NumberStyle() }
    var tie: (text: String, place: (line: Int, column: Int))?
    var first = [Double?](repeating: nil, count: asks.count)
    try pass { record in
      for (index, ask) in asks.enumerated() {
        let cell = record[ask.column]
        switch ask {
        case .moment:
          // Dates that begin with a year of four digits need no judging.
          if dates[index].isSettled || (cell.count > 4 && cell[cell.startIndex + 4] == UInt8(ascii: "-")) { continue }
          if let moment = MomentCell.read(cell) {
            dates[index].add(moment, cell, at: record.place(ask.column))
          } else if first[index] == nil {
            first[index] = NumberCell.read(cell)?.point
          }
        case .number, .span:
          guard !numbers[index].isSettled, let number = NumberCell.read(cell) else { continue }
          numbers[index].add(number, row: record.line)
          if number.isAmbiguous, tie == nil { tie = (record.text(ask.column), record.place(ask.column)) }
        case .text: break
        }
      }
    }
    var problems: [TableProblem] = []
    var marks: [DecimalMark] = []
    for style in numbers { if case .mark(let mark) = style.finding { marks.append(mark) } }
    var styles: [Style] = []
    for (index, ask) in asks.enumerated() {
      var style = Style()
      let finding = dates[index].finding()
      style.order = finding.order
      if let problem = finding.problem { problems.append(problem) }
      if case .moment(let column, let bare) = ask {
        style.bare = bare ?? (names.indices.contains(column) ? names[column].bareMoment(first: first[index]) : nil)
      }
      style.mark = told.decimal ?? marks.first ?? .point
      if case .mark(let mark) = numbers[index].finding { style.mark = mark }
      if case .tie = numbers[index].finding, told.decimal == nil, marks.isEmpty, let tie {
        problems.append(
          TableProblem(
            "\(Table.shown(tie.text)) may be a whole number with its thousands or a decimal",
            expected: "`decimal: point` or `decimal: comma`",
            line: tie.place.line, column: tie.place.column))
      }
      styles.append(style)
    }
    if !problems.isEmpty { throw TableProblems(problems) }
    return styles
  }

  /// Fills in the answer; what the cell is not, where it is wrong.
  private func read(_ ask: Ask, _ style: Style, _ record: Record, _ index: Int, _ row: inout Row) -> String? {
    let cell = record[ask.column]
    let isEmpty = Table.isNothing(cell)
    switch ask {
    case .text:
      row.texts[index] = record.text(ask.column)
      return nil
    case .moment:
      let read = MomentCell.read(cell) ?? style.bare.flatMap { MomentCell.read(cell, as: $0) }
      row.moments[index] = read?.moment(style.order)
      return isEmpty || row.moments[index] != nil ? nil : "a time"
    case .number:
      row.numbers[index] = NumberCell.read(cell)?.value(style.mark)
      return isEmpty || row.numbers[index] != nil ? nil : "a number"
    case .span(let column, let unit):
      let name = names.indices.contains(column) ? names[column] : nil
      switch SpanCell.read(cell, unit: unit ?? name?.unit, startsWithHours: name?.startsWithHours ?? false) {
      case .span(let span): row.numbers[index] = Double(span)
      case .number(let point, let comma): row.numbers[index] = style.mark == .point ? point : comma
      default: row.numbers[index] = nil
      }
      return isEmpty || row.numbers[index] != nil ? nil : "a length of time with a unit"
    }
  }
}

extension TableStream.Ask {
  var column: Int {
    switch self {
    case .moment(let column, _), .number(let column), .span(let column, _), .text(let column): column
    }
  }
}
