/// A table as it was written: named columns, rows of cells with their places, and what was left out. What a cell means is asked of its column.
package struct Table: Sendable {
  /// Empty where the file has no names.
  package let names: [HeaderName]
  /// The line of the names; 0 without.
  package let nameLine: Int
  package let separator: Dialect.Separator
  package private(set) var encoding = TextEncoding.utf8
  package let told: Dialect
  /// The usual number of cells.
  package let width: Int
  /// Lines that are no data, in order.
  package private(set) var leftOut: [LeftOut]
  /// Lines of the file, blank ones too.
  package private(set) var lineCount = 0
  private let namePlaces: [(line: Int, column: Int)]

  // All cells one after the other.
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var places: [UInt64] = []
  /// The first cell of each row, and one more.
  private var firsts: [UInt32] = [0]
  private var lines: [UInt32] = []
  /// Rows that count, as positions in `lines`.
  package private(set) var rows: [Int] = []

  package struct LeftOut: Sendable, Equatable {
    package enum Reason: String, Sendable {
      case title, blank, comment, total, repeatedNames = "repeated names", footnote
    }

    package var line: Int
    package var reason: Reason
    /// How it begins.
    package var text: String
  }

  /// Bytes of text that a table in memory may have, unpacked.
  package static let largest = 256 << 20
  /// Cells that a table in memory may have; longer ones are read with `TableStream`.
  package static let mostCells = 40_000_000

  /// Reads a whole file. `roles`: what its columns may be, to tell their names from titles.
  package init(_ source: ByteSource, roles: [ColumnRole] = [], dialect: Dialect = Dialect()) throws(TableProblems) {
    do throws(TableFailure) {
      self = try Table(reading: source.unpacked(limit: Self.largest), roles, dialect)
    } catch {
      throw TableProblems([error.problem])
    }
  }

  private init(reading source: ByteSource, _ roles: [ColumnRole], _ dialect: Dialect) throws(TableFailure) {
    let separator: Dialect.Separator
    if let told = dialect.separator { separator = told } else { separator = try SeparatorFinder.find(source) }
    let layout = try TableLayout(source, separator: separator, roles: roles)
    self.separator = separator
    told = dialect
    names = layout.names
    nameLine = layout.line
    namePlaces = layout.namePlaces
    width = layout.width
    leftOut = []
    var reader = try RecordReader(source, separator: separator.rawValue)
    var record = Record()
    var out: [LeftOut] = []
    while try reader.next(&record) {
      let reason: LeftOut.Reason
      switch layout.kind(record) {
      case .data:
        guard ends.count + record.count < Self.mostCells, bytes.count + record.bytes.count < Int(UInt32.max) else {
          throw .tooLarge(limit: Int(UInt32.max))
        }
        append(record)
        continue
      case .title:
        if record.line == layout.line { continue }
        reason = .title
      case .blank: reason = .blank
      case .comment: reason = .comment
      case .total: reason = .total
      case .repeatedNames: reason = .repeatedNames
      }
      out.append(LeftOut(line: record.line, reason: reason, text: String(record.text(0).prefix(40))))
    }
    lineCount = reader.line - 1
    encoding = reader.decoder.found
    rows = Array(lines.indices)
    leftOut = out
    dropFootnotes()
  }

  private mutating func append(_ record: Record) {
    let base = UInt32(bytes.count)
    bytes += record.bytes
    for cell in record.indices {
      ends.append(base + UInt32(record[cell].endIndex))
      let place = record.place(cell)
      places.append(UInt64(place.line) << 32 | UInt64(UInt32(clamping: place.column)))
    }
    firsts.append(UInt32(ends.count))
    lines.append(UInt32(record.line))
  }

  /// Lines of text below the last line of values, in a column that holds numbers or times.
  private mutating func dropFootnotes() {
    guard width > 1 else { return }
    var notes: [LeftOut] = []
    while let last = rows.last, rows.count > 1 {
      let filled = (0..<cellCount(last)).filter { !self[last, $0].isEmpty }
      guard filled.count == 1, !TableLayout.isValue(self[last, filled[0]]),
        rows.dropLast().contains(where: { TableLayout.isValue(self[$0, filled[0]]) })
      else { break }
      notes.append(LeftOut(line: line(last), reason: .footnote, text: String(text(last, filled[0]).prefix(40))))
      rows.removeLast()
    }
    leftOut += notes.reversed()
  }

  // MARK: Cells

  package func cellCount(_ row: Int) -> Int { Int(firsts[row + 1] - firsts[row]) }

  /// The cell of a row in a column; empty where the row is shorter.
  package subscript(row: Int, column: Int) -> ArraySlice<UInt8> {
    guard column >= 0, column < cellCount(row) else { return [] }
    let cell = Int(firsts[row]) + column
    return bytes[(cell > 0 ? Int(ends[cell - 1]) : 0)..<Int(ends[cell])]
  }

  /// A value stands in this column or behind it.
  package func isFilled(_ row: Int, from column: Int) -> Bool {
    cellCount(row) > column && (column..<cellCount(row)).contains { !self[row, $0].isEmpty }
  }

  package func text(_ row: Int, _ column: Int) -> String { String(decoding: self[row, column], as: UTF8.self) }

  package func line(_ row: Int) -> Int { Int(lines[row]) }

  /// Line and column where a cell begins; the line's begin where there is none.
  package func place(_ row: Int, _ column: Int) -> (line: Int, column: Int) {
    guard column >= 0, column < cellCount(row) else { return (line(row), 1) }
    let place = places[Int(firsts[row]) + column]
    return (Int(place >> 32), Int(place & 0xFFFF_FFFF))
  }

  package func namePlace(_ column: Int) -> (line: Int, column: Int) {
    namePlaces.indices.contains(column) ? namePlaces[column] : (max(nameLine, 1), 1)
  }

  /// `calls`, or `column 2` without names.
  package func name(_ column: Int) -> String { names.indices.contains(column) ? names[column].text : "column \(column + 1)" }

  /// Columns that have a name.
  package var namedColumns: [Int] { names.indices.filter { !names[$0].text.isEmpty } }

  package func problem(_ wrong: String, expected: String? = nil, nearest: String? = nil, row: Int, column: Int) -> TableProblem {
    let place = place(row, column)
    return TableProblem(wrong, expected: expected, nearest: nearest, line: place.line, column: place.column)
  }

  package func nameProblem(_ wrong: String, expected: String? = nil, nearest: String? = nil, column: Int = 0) -> TableProblem {
    let place = namePlace(column)
    return TableProblem(wrong, expected: expected, nearest: nearest, line: place.line, column: place.column)
  }

  // MARK: Rows

  /// Keeps the rows that satisfy a condition.
  package mutating func keep(_ condition: (Int) -> Bool) { rows = rows.filter(condition) }

  package mutating func leaveOut(_ row: Int, _ reason: LeftOut.Reason) {
    rows.removeAll { $0 == row }
    leftOut.append(LeftOut(line: line(row), reason: reason, text: String(text(row, 0).prefix(40))))
    leftOut.sort { $0.line < $1.line }
  }

  /// What a column holds, in order of first mention, at most `limit` of them.
  package func distinct(_ column: Int, limit: Int = 20) -> [String] {
    var found: [String] = []
    for row in rows {
      let text = text(row, column)
      if !text.isEmpty, !found.contains(text) {
        found.append(text)
        if found.count == limit { break }
      }
    }
    return found
  }
}
