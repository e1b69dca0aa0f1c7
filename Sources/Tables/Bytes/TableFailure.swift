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
