package import SimulationCore

/// A day of intervals for a calculator, from a CSV file: one line per interval with its contacts and handle time.
///
/// ```
/// interval,calls,aht
/// 09:00,84,3m10s
/// 09:30,97,3m05s
/// ```
///
/// The first line names the columns: `calls` is needed; `aht`, `patience` and `agents` may be there, `interval` is copied. In columns
/// `aht-s` and `patience-s` a bare number means seconds.
package struct DemandTable: Sendable, Equatable {
  /// One interval.
  package struct Row: Sendable, Equatable {
    /// In the file, from 1.
    package var line: Int
    /// As written; the number of the row where there is no such column.
    package var interval: String
    /// Expected contacts.
    package var calls: Double
    /// nil: the file has no such column, or nothing there.
    package var handleTime: TimeSpan?
    /// Mean; nil: the file has no such column, or nothing there.
    package var patience: TimeSpan?
    /// Whole or not; nil: the file has no such column, or nothing there.
    package var agents: Double?
  }

  /// In the order of the file.
  package var rows: [Row]

  static let columns = ["interval", "calls", "aht", "aht-s", "patience", "patience-s", "agents"]

  /// What every line must have because nothing else says it; the words name what else could.
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

  /// Reads a file. Every problem of it is reported at once.
  package static func load(
    _ path: String, needing needs: [Need] = [], using reader: SourceReader = .files
  ) throws(ScenarioProblems) -> DemandTable {
    let lines: [CsvFile.Row]
    do {
      lines = try CsvFile.rows(of: path, using: reader, namedAt: nil)
    } catch {
      throw ScenarioProblems([error])
    }
    var table = Reader(path: path, needs: needs)
    table.readHeader(lines[0])
    if table.problems.isEmpty {
      for line in lines.dropFirst() { table.read(line) }
      if lines.count == 1 {
        table.note("the file has no intervals", expected: "lines of \(orList(["interval", "calls", "aht"])) below the names", line: 1)
      }
    }
    guard table.problems.isEmpty else { throw ScenarioProblems(table.problems) }
    return DemandTable(rows: table.rows)
  }

  private struct Reader {
    let path: String
    let needs: [Need]
    var places: [String: Int] = [:]
    var rows: [Row] = []
    var problems: [Problem] = []

    mutating func note(_ wrong: String, expected: String? = nil, nearest: String? = nil, line: Int, column: Int = 1) {
      problems.append(
        Problem(wrong, expected: expected, nearest: nearest, at: SourcePlace(file: path, line: line, column: column)))
    }

    mutating func readHeader(_ line: CsvFile.Row) {
      if line.cells.count == 1, let separator = [";", "\t"].first(where: line.cells[0].contains) {
        let name = separator == ";" ? "semicolons" : "tabs"
        return note("the columns are separated by \(name)", expected: "commas, and a point in decimals", line: line.line)
      }
      for (index, cell) in line.cells.enumerated() {
        let name = cell.lowercased().replacing("_", with: "-")
        if name.isEmpty { continue }
        guard DemandTable.columns.contains(name) else {
          let near = decimalNumber(cell) == nil ? ScenarioFormat.nearest(to: name, among: DemandTable.columns) : nil
          note(
            "there is no column `\(cell)`", expected: "names of columns: \(quotedList(DemandTable.columns))",
            nearest: near.map { "`\($0)`" },
            line: line.line, column: column(line, index))
          continue
        }
        if places[name] != nil { note("the column `\(name)` is there twice", line: line.line, column: column(line, index)) }
        places[name] = index
      }
      if problems.isEmpty, places["calls"] == nil {
        note("there is no column `calls`", expected: "a first line such as interval,calls,aht", line: line.line)
      }
      guard problems.isEmpty else { return }
      for need in needs where places[need.column] == nil && places[need.column + "-s"] == nil {
        note("there is no column `\(need.column)`", expected: "one, or \(need.instead)", line: line.line)
      }
    }

    /// Where a cell begins, as far as its line is written without quotes and blanks.
    private func column(_ line: CsvFile.Row, _ index: Int) -> Int { line.cells.prefix(index).reduce(1) { $0 + $1.count + 1 } }

    mutating func read(_ line: CsvFile.Row) {
      func text(_ name: String) -> (text: String, column: Int)? {
        guard let index = places[name], line.cells.indices.contains(index), !line.cells[index].isEmpty else { return nil }
        return (line.cells[index], column(line, index))
      }
      func value<T>(_ cell: (text: String, column: Int)?, _ read: (String) -> Result<T, ScalarComplaint>) -> T? {
        guard let cell else { return nil }
        switch read(cell.text) {
        case .success(let value): return value
        case .failure(let complaint):
          note(complaint.wrong, expected: complaint.expected, nearest: complaint.nearest, line: line.line, column: cell.column)
          return nil
        }
      }
      func amount(_ cell: String) -> Result<Double, ScalarComplaint> {
        switch NumberText.number(cell) {
        case .success(let number) where number < 0:
          .failure(ScalarComplaint("\(cell) is negative", expected: "a number of 0 or more"))
        case .success(let number) where number > 1e9:
          .failure(ScalarComplaint("\(cell) is too large", expected: "at most 1000000000"))
        case let other: other
        }
      }
      func time(_ name: String) -> TimeSpan? {
        func positive(_ cell: String) -> Result<TimeSpan, ScalarComplaint> {
          DurationText.read(cell).flatMap { duration in
            duration.span > .zero
              ? .success(duration.span) : .failure(ScalarComplaint("\(cell) is no time at all", expected: "a duration of more than 0s"))
          }
        }
        return value(text(name), positive) ?? value(text(name + "-s")) { decimalNumber($0) == nil ? positive($0) : positive($0 + "s") }
      }
      for need in needs where text(need.column) == nil && text(need.column + "-s") == nil {
        note("the line has no \(need.column)", expected: "one, or \(need.instead)", line: line.line)
      }
      guard let cell = text("calls") else {
        note("the line has no calls", expected: "a number of contacts", line: line.line)
        return
      }
      let calls = value(cell, amount)
      let row = Row(
        line: line.line, interval: text("interval")?.text ?? "\(rows.count + 1)", calls: calls ?? 0, handleTime: time("aht"),
        patience: time("patience"), agents: value(text("agents"), amount))
      rows.append(row)
    }
  }
}
