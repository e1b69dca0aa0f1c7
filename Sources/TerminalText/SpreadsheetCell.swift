/// Text in a cell of a CSV file that a spreadsheet must not take for a formula.
///
/// Text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return and is no number gets an apostrophe in front, as does text that begins with
/// an apostrophe before one of these; our own readers take that one apostrophe away again, so that every name survives.
///
/// Source: OWASP, *CSV Injection*.
package enum SpreadsheetCell {
  package static func inert(_ text: String) -> String { isDangerous(text) && !isNumber(text) ? "'" + text : text }

  /// What was written before it was made inert.
  package static func original(_ cell: String) -> String {
    cell.utf8.first == apostrophe && isDangerous(String(cell.dropFirst())) ? String(cell.dropFirst()) : cell
  }

  private static let apostrophe = UInt8(ascii: "'")

  /// Begins like a formula, behind any number of apostrophes.
  private static func isDangerous(_ text: String) -> Bool {
    guard let first = text.utf8.first(where: { $0 != apostrophe }) else { return false }
    return [UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 13].contains(first)
  }

  /// `-2.5e-3`: a sign, digits with one point or comma, an exponent.
  private static func isNumber(_ text: String) -> Bool {
    var rest = text.utf8[...]
    func digits() -> Int {
      let count = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    func take(_ letters: [UInt8]) -> Bool {
      guard let first = rest.first, letters.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    let signs = [UInt8(ascii: "+"), UInt8(ascii: "-")]
    _ = take(signs)
    var count = digits()
    if take([UInt8(ascii: "."), UInt8(ascii: ",")]) { count += digits() }
    if count == 0 { return false }
    if take([UInt8(ascii: "e"), UInt8(ascii: "E")]) {
      _ = take(signs)
      if digits() == 0 { return false }
    }
    return rest.isEmpty
  }
}
