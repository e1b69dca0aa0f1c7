import SwiftCSV
import TerminalText

/// A CSV file named by a scenario, each row with its line.
struct CsvFile {
  struct Row {
    var line: Int
    var cells: [String]
  }

  var path: String
  /// Never empty; rows without any text are left out.
  var rows: [Row]

  /// Reads the file that `field` names. Problems are noted with the file and line where they are.
  init?(_ field: Field, _ decoding: Decoding) {
    guard let name = decoding.text(field) else { return nil }
    let file = decoding.documents.reader.resolve(name, namedIn: field.place)
    path = file
    do {
      rows = try CsvFile.rows(of: file, using: decoding.documents.reader, namedAt: field.place, key: field.path) {
        decoding.documents.noteRead(file)
      }
    } catch {
      decoding.note(error)
      return nil
    }
  }

  /// The rows of a file, at least one. `whenRead` is called as soon as the file could be read.
  static func rows(
    of path: String, using reader: SourceReader, namedAt place: SourcePlace?, key: String = "", whenRead: () -> Void = {}
  ) throws(Problem) -> [Row] {
    let text = try SourceText.load(path, using: reader, namedAt: place)
    whenRead()
    guard let parsed = parse(text) else {
      throw Problem(
        "the quotes of this line are broken", expected: "values separated by commas, with \"…\" around values that hold a comma",
        at: SourcePlace(file: path, line: firstBrokenLine(text), column: 1), path: key)
    }
    var rows: [Row] = []
    var line = 1
    for cells in parsed {
      let trimmed = cells.map { SpreadsheetCell.original($0.trimmingSpaces) }
      if trimmed.contains(where: { !$0.isEmpty }) { rows.append(Row(line: line, cells: trimmed)) }
      let newlines = cells.reduce(0) { $0 + $1.count(where: \.isNewline) }
      if newlines > 0 {
        throw Problem("a quote that opens on this line is not closed", at: SourcePlace(file: path, line: line, column: 1), path: key)
      }
      line += 1
    }
    if rows.isEmpty { throw Problem("the file is empty", expected: "rows of values", at: SourcePlace(file: path), path: key) }
    return rows
  }

  private static func parse(_ text: String) -> [[String]]? {
    guard let csv = try? EnumeratedCSV(string: text, delimiter: .comma, loadColumns: false, rowLimit: 0) else { return nil }
    var rows: [[String]] = []
    guard (try? csv.enumerateAsArray(startAt: 0, rowLimit: nil, { rows.append($0) })) != nil else { return nil }
    return rows
  }

  private static func firstBrokenLine(_ text: String) -> Int {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return (lines.firstIndex { parse(String($0)) == nil } ?? 0) + 1
  }

  /// A cell as a field of its own, with the place of its line.
  func cell(_ row: Row, _ column: Int, _ what: String, _ decoding: Decoding) -> Field? {
    let place = SourcePlace(file: path, line: row.line, column: 1)
    guard row.cells.indices.contains(column), !row.cells[column].isEmpty else {
      decoding.note(Problem("the line has no \(what)", expected: "a value in column \(column + 1)", at: place, path: what))
      return nil
    }
    return Field(node: DocumentNode(content: .scalar(row.cells[column]), place: place), path: what)
  }
}
