/// Bytes of one file, readable from the start as often as needed: a column is judged as a whole before its cells are read.
///
/// The caller opens files; `Tables` never does. Memory in use is one chunk, whatever the size of the file.
package struct ByteSource: Sendable {
  /// A new pass over the bytes: each call of the result gives the next chunk, nil at the end.
  package typealias Pass = () throws(TableFailure) -> [UInt8]?

  package let open: @Sendable () throws(TableFailure) -> Pass

  package init(open: @escaping @Sendable () throws(TableFailure) -> Pass) { self.open = open }

  package init(_ bytes: [UInt8]) {
    self.init { () throws(TableFailure) in
      var at = 0
      return { () throws(TableFailure) -> [UInt8]? in
        guard at < bytes.count else { return nil }
        let end = min(at + ByteSource.chunk, bytes.count)
        defer { at = end }
        return Array(bytes[at..<end])
      }
    }
  }

  /// Bytes that a source in memory gives at a time.
  package static let chunk = 1 << 18

  /// The same without gzip, if it was compressed. A file that unpacks to more than `limit` bytes is refused.
  package func unpacked(limit: Int = .max) -> ByteSource {
    ByteSource { () throws(TableFailure) in
      let pass = try self.open()
      var first = try pass()
      guard let head = first, Gunzip.isCompressed(head) else {
        return { () throws(TableFailure) -> [UInt8]? in
          if let chunk = first {
            first = nil
            return chunk
          }
          return try pass()
        }
      }
      let gunzip = try Gunzip(limit: limit)
      return { () throws(TableFailure) -> [UInt8]? in
        while true {
          if let chunk = try gunzip.next(), !chunk.isEmpty { return chunk }
          var more = first
          first = nil
          if more == nil { more = try pass() }
          guard let more else {
            try gunzip.finish()
            return nil
          }
          gunzip.feed(more)
        }
      }
    }
  }
}

/// Why a file as a whole is no table.
package enum TableFailure: Error, Equatable, Sendable {
  case empty
  /// An Excel or OpenDocument workbook, by its first bytes.
  case workbook
  /// Neither text nor a known workbook: its name where known (`a PDF`).
  case notText(String)
  case damagedArchive
  case tooLarge(limit: Int)
  /// A quote that opens at a place and is not closed, or text behind a closing quote.
  case openQuote(line: Int, column: Int)
  case brokenQuote(line: Int, column: Int)
  case strangeByte(UInt8, line: Int, column: Int)
  case tooManyColumns(line: Int)
  /// The bytes could not be had; the reason is the caller's.
  case unreadable(String)

  /// What is wrong, what was expected, and where; line 0 is the file as a whole.
  package var problem: TableProblem {
    switch self {
    case .empty: TableProblem("the file is empty", expected: "rows of values")
    case .workbook:
      TableProblem(
        "this is a workbook (.xlsx, .xls or .ods), not a table in text",
        expected: "one sheet of it as text: open it and choose Save As, \"CSV UTF-8 (comma delimited)\"")
    case .notText(let what): TableProblem("this is \(what)", expected: "a table in text: open it in a spreadsheet and save it as CSV")
    case .damagedArchive: TableProblem("the gzip file is damaged or cut off", expected: "the whole file")
    case .tooLarge(let limit): TableProblem("the file unpacks to more than \(limit >> 20) MB", expected: "at most that")
    case .openQuote(let line, let column):
      TableProblem("a quote that opens on this line is not closed", expected: "\"…\" around the whole value", line: line, column: column)
    case .brokenQuote(let line, let column):
      TableProblem(
        "the quotes of this line are broken", expected: "\"…\" around the whole value, and \"\" for a quote inside it", line: line,
        column: column)
    case .strangeByte(let byte, let line, let column):
      TableProblem(
        "the byte \(byte) is no text in UTF-8, UTF-16 or Windows-1252", expected: "a file saved as UTF-8", line: line, column: column)
    case .tooManyColumns(let line):
      TableProblem("the line has more than \(RecordReader.mostCells) columns", expected: "fewer", line: line, column: 1)
    case .unreadable(let reason): TableProblem("the file cannot be read: \(reason)")
    }
  }
}

/// One thing wrong with a table, at a line and column that count from 1; line 0 is the file as a whole.
package struct TableProblem: Error, Hashable, Sendable {
  package var wrong: String
  package var expected: String?
  package var nearest: String?
  package var line: Int
  package var column: Int

  package init(_ wrong: String, expected: String? = nil, nearest: String? = nil, line: Int = 0, column: Int = 0) {
    self.wrong = wrong
    self.expected = expected
    self.nearest = nearest
    self.line = line
    self.column = column
  }
}

/// Everything wrong with a table, in one go.
package struct TableProblems: Error, Equatable, Sendable {
  package var problems: [TableProblem]

  package init(_ problems: [TableProblem]) { self.problems = problems }
}
