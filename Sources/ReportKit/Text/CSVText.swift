import TerminalText

/// Comma-separated values with the quoting of RFC 4180. Lines end with LF alone, as other command-line tools write and expect them.
package struct CSVText: Sendable {
  /// Everything appended so far, with its line breaks.
  package private(set) var text = ""
  /// Between the cells of a line.
  private let separator: Character

  package init(header: [String], separator: Character = ",") {
    self.separator = separator
    append(header)
  }

  /// One line; every field is escaped by itself.
  package mutating func append(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { text.append(separator) }
      text += Self.escaped(field, separator: separator)
    }
    text += "\n"
  }

  /// A cell that no spreadsheet takes for a formula and no terminal for a command, in quotes where it needs them.
  package static func escaped(_ field: String, separator: Character = ",") -> String {
    // Line breaks stay as they are: quotes hold them.
    func legible(_ text: Substring) -> String {
      text.split(separator: "\n", omittingEmptySubsequences: false).map { Legible.text(String($0)) }.joined(separator: "\n")
    }
    let field = SpreadsheetCell.inert(
      field.split(separator: "\r\n", omittingEmptySubsequences: false).map(legible).joined(separator: "\r\n"))
    let needsQuotes = field.utf8.contains { $0 == separator.asciiValue || $0 == 0x22 || $0 == 0x0a || $0 == 0x0d }
    guard needsQuotes else { return field }
    var quoted = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// Full precision; nothing where the number is undefined.
  package static func number(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "" }
    return JSONObject.number(value)
  }

  /// Microseconds as seconds, exactly; nothing for -1 (it never came to that).
  package static func seconds(microseconds: Int64) -> String {
    if microseconds == -1 { return "" }
    let (whole, rest) = abs(microseconds).quotientAndRemainder(dividingBy: 1_000_000)
    var text = (microseconds < 0 ? "-" : "") + String(whole)
    if rest > 0 {
      let digits = String(rest)
      text += "." + String(repeating: "0", count: 6 - digits.count) + digits
      while text.last == "0" { text.removeLast() }
    }
    return text
  }
}
