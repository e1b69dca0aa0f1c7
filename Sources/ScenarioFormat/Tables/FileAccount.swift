import Tables

/// What was read of a table, reconciled: how many lines, what they add up to, and where the rest went.
package struct FileAccount: Sendable {
  package var path: String
  /// What the file is for: `arrivals of call`.
  package var purpose: String
  /// Lines of the file, and those that hold values.
  package var lines: Int
  package var rows: Int
  /// `semicolons, Windows-1252, names in line 3`.
  package var dialect: [String]
  package var columns: [(role: String, name: String)] = []
  package var ignored: [String] = []
  /// `where`, as read, and how many lines it left aside.
  package var filters: [String] = []
  package var elsewhere = 0
  /// What the counts of the file add up to, and what of it lies in the horizon; nil where nothing is counted.
  package var sum: Double?
  package var inside: Double?
  /// The unit of the sum: `contacts`, `agent-hours`, `shifts`.
  package var unit = "contacts"
  package var first: String?
  package var last: String?
  /// Lines outside the horizon.
  package var outside = 0
  package var leftOut: [(reason: String, lines: [Int])] = []
  /// What was taken to mean something: `3 lines without a count: taken as 0`.
  package var repaired: [String] = []
  package var gaps: [String] = []

  init(path: String, purpose: String, _ table: Table) {
    self.path = path
    self.purpose = purpose
    lines = table.lineCount
    rows = table.rows.count
    dialect = ["\(table.separator.name)s".replacing("pipes", with: "bars")]
    if table.namedColumns.count <= 1 { dialect = ["one column"] }
    if table.encoding != .utf8 { dialect.append(table.encoding.rawValue) }
    dialect.append(table.names.isEmpty ? "no names" : "names in line \(table.nameLine)")
    for reason in [Table.LeftOut.Reason.title, .comment, .blank, .total, .repeatedNames, .footnote] {
      let lines = table.leftOut.filter { $0.reason == reason }.map(\.line)
      if !lines.isEmpty { leftOut.append((reason.rawValue, lines)) }
    }
  }

  /// For `muster check`: a heading and its lines.
  package var sentences: [String] {
    var text = ["\(path) (\(purpose)): \(counted(rows, "line")) of values in \(counted(lines, "line")); \(dialect.joined(separator: ", "))"]
    if !columns.isEmpty {
      text.append(
        "  read: " + columns.map { $0.role == $0.name ? $0.name : "\($0.role) = \(Table.shown($0.name))" }.joined(separator: ", "))
    }
    if !ignored.isEmpty { text.append("  not read: " + ignored.map { Table.shown($0) }.joined(separator: ", ")) }
    if !filters.isEmpty { text.append("  only \(filters.joined(separator: ", ")); \(counted(elsewhere, "other line"))") }
    if let sum {
      let isOne = sum == 1 && (unit.hasPrefix("shifts") || unit == "contacts")
      var line = "  \(amount(sum)) \(isOne ? unit.replacing(/^(shift|contact)s/) { $0.1 } : unit)"
      if let first, let last { line += " from \(first) to \(last)" }
      if let inside {
        let isAll = abs(inside - sum) < 1e-9 * max(1, sum)
        line += isAll ? ", all in the horizon" : ", \(amount(inside)) \(inside > sum ? "" : "of them ")in the horizon"
      }
      text.append(line)
    }
    if outside > 0 { text.append("  \(counted(outside, "line")) outside the horizon") }
    if !leftOut.isEmpty {
      text.append(
        "  left out: " + leftOut.map { "\($0.reason) (line\($0.lines.count == 1 ? "" : "s") \(numbers($0.lines)))" }.joined(separator: ", ")
      )
    }
    text += repaired.map { "  \($0)" }
    text += gaps.map { "  \($0)" }
    return text
  }

  private func numbers(_ lines: [Int]) -> String {
    lines.prefix(6).map(String.init).joined(separator: ", ") + (lines.count > 6 ? " and \(lines.count - 6) more" : "")
  }

  private func counted(_ count: Int, _ what: String) -> String { "\(count) \(what)\(count == 1 ? "" : "s")" }

  private func amount(_ value: Double) -> String { plain((value * 1000).rounded() / 1000) }
}
