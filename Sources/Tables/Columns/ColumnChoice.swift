/// Finding columns by name.
extension Table {
  /// The column that plays a role: the one the caller names, else the one whose name is among the role's.
  ///
  /// Two that could be it are a question; `fits` may tell them apart by what they hold. `say` words an answer in the caller's language:
  /// `count: volume`.
  package func column(
    _ role: ColumnRole, told: String? = nil, fits: (Int) -> Bool = { _ in true },
    say: (_ key: String, _ name: String) -> String = { "\($0): \($1)" }
  ) throws(TableProblem) -> Int? {
    if let told { return try column(named: told, role.key) }
    var found = namedColumns.filter { role.matches(names[$0]) }
    if found.count > 1 {
      let fitting = found.filter(fits)
      if !fitting.isEmpty { found = fitting }
    }
    if found.count > 1, Set(found.map { names[$0].text.lowercased() }).count == found.count {
      throw nameProblem(
        "\(Self.list(found.map { "`\(names[$0].text)`" }, "and")) may both be the `\(role.key)`",
        expected: Self.list(found.map { "`\(say(role.key, names[$0].text))`" }, "or"), column: found[1])
    }
    if found.count > 1 {
      throw nameProblem("the column `\(names[found[1]].text)` is there twice", expected: "each name once", column: found[1])
    }
    return found.first
  }

  /// The one column whose name is among the role's; nil for none or several.
  package func column(quietly role: ColumnRole) -> Int? {
    let found = namedColumns.filter { role.matches(names[$0]) }
    return found.count == 1 ? found[0] : nil
  }

  /// The column with this name: as written, else whatever its case, blanks and unit.
  package func column(named name: String, _ key: String = "column") throws(TableProblem) -> Int {
    var found = namedColumns.filter { names[$0].text == name }
    if found.isEmpty { found = namedColumns.filter { names[$0].text.lowercased() == name.lowercased() } }
    let words = HeaderName(name).words
    if found.isEmpty { found = namedColumns.filter { !words.isEmpty && names[$0].words == words } }
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      throw nameProblem("the column `\(names[found[1]].text)` is there twice", expected: "each name once", column: found[1])
    }
    guard !names.isEmpty else {
      throw nameProblem(
        "the columns have no names, and `\(key)` asks for `\(name)`", expected: "a first line with the names of the columns")
    }
    throw nameProblem("the file has no column `\(name)`", expected: "one of \(columnList)", nearest: nearest(to: name))
  }

  /// The names of the columns, cut after twelve.
  package var columnList: String {
    let all = namedColumns.map { "`\(names[$0].text)`" }
    return all.count > 12 ? all.prefix(12).joined(separator: ", ") + " and \(all.count - 12) more" : Self.list(all, "or")
  }

  static func list(_ words: [String], _ last: String) -> String {
    words.count < 2 ? words.first ?? "" : words.dropLast().joined(separator: ", ") + " \(last) " + words[words.count - 1]
  }

  private func nearest(to name: String) -> String? {
    let key = HeaderName(name).words
    let scored = namedColumns.map { (index: $0, distance: Self.distance(key, names[$0].words)) }
    guard let best = scored.min(by: { $0.distance < $1.distance }), best.distance <= max(1, key.count / 3) else { return nil }
    return "`\(names[best.index].text)`"
  }

  /// Levenshtein's: letters to add, take away or change.
  private static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a.utf8.prefix(64)), Array(b.utf8.prefix(64)))
    var row = Array(0...b.count)
    for i in a.indices {
      var corner = row[0]
      row[0] = i + 1
      for j in b.indices {
        let change = corner + (a[i] == b[j] ? 0 : 1)
        corner = row[j + 1]
        row[j + 1] = min(change, row[j] + 1, corner + 1)
      }
    }
    return row[b.count]
  }
}
