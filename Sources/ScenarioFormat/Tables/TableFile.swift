import SimulationCore
import Tables
import TerminalText

/// A table that a scenario names: opened, split, and asked by name.
///
/// What is wrong with it is noted at its own line and column; questions name the key that settles them.
final class TableFile {
  let decoding: Decoding
  /// The field that names the file.
  let field: Field
  let path: String
  /// The keys beside the file's name, where there are any.
  let keys: Section?
  private(set) var table: Table
  var account: FileAccount
  /// Columns that were asked for, with what for.
  private(set) var used: [(role: String, column: Int)] = []
  private(set) var isWrong = false

  /// Reads the file that `field` names. `purpose`: what for, as in `arrivals of call`.
  init?(_ field: Field, keys: Section?, roles: [ColumnRole], purpose: String, _ decoding: Decoding) {
    guard let name = decoding.text(field), TableFile.checkWords(keys, decoding) else { return nil }
    self.decoding = decoding
    self.field = field
    self.keys = keys
    path = decoding.documents.reader.resolve(name, namedIn: field.place)
    do {
      let bytes = try SourceText.bytes(path, using: decoding.documents.reader, namedAt: field.place.file == path ? nil : field.place)
      decoding.documents.noteRead(path)
      let known = roles + TableFile.told(keys)
      table = try Table(ByteSource(bytes), roles: known, dialect: TableFile.dialect(keys, decoding))
    } catch let problem as Problem {
      decoding.note(problem)
      return nil
    } catch {
      for problem in (error as? TableProblems)?.problems ?? [] { decoding.note(Self.problem(problem, path, field)) }
      return nil
    }
    account = FileAccount(path: path, purpose: purpose, table)
    noteOtherTable()
    if isWrong { return nil }
    noteRagged()
    if table.rows.isEmpty {
      note(TableProblem("the file has no lines of values", expected: "lines below the names", line: max(table.nameLine, 1), column: 1))
    }
    if isWrong { return nil }
    guard keepWhere() else { return nil }
  }

  /// The names that the scenario gives columns, so that the line of names is found by them.
  private static func told(_ keys: Section?) -> [ColumnRole] {
    guard let entries = keys?.field.node.map else { return [] }
    let names = entries.flatMap { entry in
      [entry.value.scalar].compactMap { $0 } + (entry.key == "where" ? entry.value.map?.map(\.key) ?? [] : [])
    }
    return names.map { ColumnRole("told", [HeaderName($0).words]) }
  }

  /// The words of `dates`, `decimal` and `separator` are known ones.
  private static func checkWords(_ keys: Section?, _ decoding: Decoding) -> Bool {
    guard let keys else { return true }
    var isRight = true
    for key in ["dates", "decimal", "separator", "unit"] {
      guard case .word(let words)? = keys.table[key]?.kind, let field = keys[key] else { continue }
      if decoding.word(field, among: words) == nil { isRight = false }
    }
    return isRight
  }

  private static func dialect(_ keys: Section?, _ decoding: Decoding) -> Dialect {
    let near = decoding.clock.hasDates ? decoding.clock.firstDay : nil
    guard let keys else { return Dialect(near: near) }
    func word(_ key: String) -> String? { keys.table[key] == nil ? nil : keys[key]?.node.scalar }
    return Dialect(
      separator: word("separator").flatMap { name in Dialect.Separator.allCases.first { $0.name == name } },
      decimal: word("decimal").flatMap(DecimalMark.init(rawValue:)), dates: word("dates").flatMap(DateOrder.init(rawValue:)),
      near: near)
  }

  /// What `dates` says of bare numbers.
  var bare: BareMoment? {
    guard let keys, keys.table["dates"] != nil else { return nil }
    return keys["dates"]?.node.scalar.flatMap(BareMoment.init(rawValue:))
  }

  // MARK: Problems

  private static func problem(_ problem: TableProblem, _ path: String, _ field: Field) -> Problem {
    Problem(
      problem.wrong, expected: problem.expected, nearest: problem.nearest,
      at: SourcePlace(file: path, line: problem.line, column: problem.column), path: field.path)
  }

  func note(_ problem: TableProblem) {
    isWrong = true
    decoding.note(Self.problem(problem, path, field))
  }

  /// All of them up to a hundred, then how many more.
  func note(_ problems: [TableProblem]) {
    for problem in problems.prefix(100) { note(problem) }
    if problems.count > 100 {
      note(
        TableProblem(
          "and \(problems.count - 100) more cells like these", line: problems[100].line, column: problems[100].column))
    }
  }

  /// A question or mistake at the key of the scenario that it is about.
  func report(_ wrong: String, expected: String? = nil, key: String? = nil) {
    isWrong = true
    decoding.report(wrong, expected: expected, at: key.flatMap { keys?[$0] } ?? field)
  }

  // MARK: Columns

  /// The column of a role: told by the key of that name, or found by its usual names.
  func column(_ role: ColumnRole, told: String? = nil, fits: (Int) -> Bool = { _ in true }) -> Int? {
    let key = keys?.table[role.key] != nil ? keys?[role.key] : nil
    let name = told ?? key?.node.scalar
    do {
      let found = try table.column(role, told: name, fits: fits)
      if let found { use(found, role.key) }
      return found
    } catch {
      note(error)
      return nil
    }
  }

  /// The column of a role that there must be; nil after the one problem it has is noted.
  func required(_ role: ColumnRole, _ missing: String, expected: () -> String) -> Int? {
    let key = keys?.table[role.key] != nil ? keys?[role.key] : nil
    do {
      guard let found = try table.column(role, told: key?.node.scalar) else {
        note(table.nameProblem(missing, expected: expected()))
        return nil
      }
      use(found, role.key)
      return found
    } catch {
      note(error)
      return nil
    }
  }

  /// Says what is wrong with the values of a column where the times beside them cannot be read, so that all of it is said at once.
  func noteNumbers(_ column: Int) { note(table.numbers(column, mark: table.decimalMark(of: [column])).problems) }

  func use(_ column: Int, _ role: String) {
    if !used.contains(where: { $0.column == column && $0.role == role }) { used.append((role, column)) }
  }

  /// It turned out to be something else.
  func release(_ column: Int, _ role: String) { used.removeAll { $0.column == column && $0.role == role } }

  /// The key of a role is there: not finding it is a mistake of the scenario.
  func isTold(_ role: ColumnRole) -> Bool { keys?.table[role.key] != nil && keys?[role.key] != nil }

  /// Finishes the account: which columns were used and which were not.
  func close() {
    let across = used.filter { $0.role.hasSuffix(" across") }
    for (role, column) in used where !role.hasSuffix(" across") {
      let name = table.name(column)
      if let index = account.columns.firstIndex(where: { $0.role == role }) {
        account.columns[index].name += " and " + name
      } else {
        account.columns.append((role: role, name: name))
      }
    }
    if let first = across.first, let last = across.last {
      account.columns.append((role: first.role, name: "\(table.name(first.column)) to \(table.name(last.column))"))
    }
    account.ignored = table.namedColumns.filter { index in !used.contains { $0.column == index } }.map { table.names[$0].text }
    decoding.accounts.append(account)
  }

  // MARK: Rows

  /// Keeps the lines of `where`; false after a problem.
  func keepWhere() -> Bool {
    guard let keys, keys.table["where"] != nil, let field = keys["where"],
      let entries = decoding.entries(field, .named(.oneOrMany(.text)))
    else { return true }
    for entry in entries {
      let wanted = (decoding.items(entry.field, .oneOrMany(.text), orOne: true) ?? []).compactMap(decoding.text)
      let column: Int
      do {
        column = try table.column(named: entry.name, "where")
      } catch {
        note(error)
        return false
      }
      use(column, "where")
      whereColumns.append(column)
      let there = table.distinct(column, limit: 1000).map(SpreadsheetCell.original)
      for value in wanted where !there.contains(where: { $0.lowercased() == value.lowercased() }) {
        decoding.report(
          "no line has `\(shortened(value))` in `\(entry.name)`", expected: quotedList(there),
          nearest: nearest(to: value, among: there).map { "`\($0)`" }, at: entry.field)
        isWrong = true
      }
      let before = table.rows.count
      let lower = wanted.map { $0.lowercased() }
      keep { lower.contains(SpreadsheetCell.original($0.text($1, column)).lowercased()) }
      account.elsewhere += before - table.rows.count
      account.filters.append("\(entry.name) = \(wanted.joined(separator: " or "))")
      adds = adds || wanted.count > 1
    }
    return !isWrong
  }

  private(set) var whereColumns: [Int] = []
  /// `where` names several values: lines of the same time add up.
  private(set) var adds = false

  /// Keeps the lines that satisfy a condition.
  func keep(_ condition: (Table, Int) -> Bool) {
    let whole = table
    table.keep { condition(whole, $0) }
  }
}
