/// Where the names of the columns stand, and which lines are no data.
///
/// Above the names may be titles, comments and blank lines. The line of names is the one above the first line of data that holds the most
/// names the caller knows; without any, the last full line that holds no number and no time.
struct TableLayout {
  /// Lines looked at for names and the usual width.
  static let sample = 200

  let separator: Dialect.Separator
  var names: [HeaderName] = []
  var namePlaces: [(line: Int, column: Int)] = []
  var nameTexts: [String] = []
  private var firstName: ArraySlice<UInt8> = []
  /// The line of the names; 0 where there are none.
  var line = 0
  /// Lines above the first line of data are titles up to this one.
  var lastTitle = 0
  /// The usual number of cells.
  var width = 1

  init(_ source: ByteSource, separator: Dialect.Separator, roles: [ColumnRole]) throws(TableFailure) {
    self.separator = separator
    var reader = try RecordReader(source, separator: separator.rawValue)
    var record = Record()
    var head: [Record] = []
    while head.count < Self.sample, try reader.next(&record) {
      if record.filled > 0, !Self.isComment(record), SeparatorFinder.declared(record) == nil { head.append(record) }
    }
    guard !head.isEmpty else { throw .empty }
    width = max(1, SeparatorFinder.commonest(head.map(SeparatorFinder.width)).width)
    let known = head.map { record in record.indices.count { cell in roles.contains { $0.matches(HeaderName(record.text(cell))) } } }
    // Two known names are no accident: nothing above them is data.
    let surest = head.indices.filter { known[$0] > 1 }.max { (known[$0], -$0) < (known[$1], -$1) }
    let first = surest ?? head.indices.first { known[$0] == 0 && isData($0, head) } ?? head.count
    guard let chosen = surest ?? choice(first, head, known) ?? headOfColumn(head) else {
      // Titles above data without names.
      if first < head.count, width > 1 { lastTitle = head[..<first].last { $0.filled == 1 }?.line ?? 0 }
      return
    }
    let header = head[chosen]
    line = header.line
    lastTitle = line
    nameTexts = header.indices.map(header.text)
    names = nameTexts.map(HeaderName.init)
    firstName = Array((nameTexts.first ?? "").utf8)[...]
    namePlaces = header.indices.map(header.place)
    while let last = nameTexts.last, last.isEmpty {
      nameTexts.removeLast()
      names.removeLast()
    }
  }

  private func choice(_ first: Int, _ head: [Record], _ known: [Int]) -> Int? {
    let full = head.indices.prefix(first).filter { index in
      let record = head[index]
      return record.filled * 2 >= width && (width == 1 || record.filled > 1)
    }
    if let best = full.filter({ known[$0] > 0 && !holdsNumber(head[$0]) }).max(by: {
      (known[$0], head[$0].filled, $0) < (known[$1], head[$1].filled, $1)
    }) {
      return best
    }
    // Below days across there may be words only, as in a roster.
    if first == head.count, let across = full.first(where: { isAcross($0, head) }) { return across }
    return full.last { isAcross($0, head) || (head[$0].filled >= width && !holdsValue(head[$0])) }
  }

  private func holdsValue(_ record: Record) -> Bool { record.indices.contains { !record[$0].isEmpty && Self.isValue(record[$0]) } }

  private func holdsNumber(_ record: Record) -> Bool {
    record.indices.contains {
      !record[$0].isEmpty && MomentCell.read(record[$0]) == nil && MomentRange.read(record[$0]) == nil && Self.isValue(record[$0])
    }
  }

  /// A single column with a name that nobody knows above values.
  private func headOfColumn(_ head: [Record]) -> Int? {
    guard width == 1, head.count > 1, !Self.isValue(head[0][0]), head.dropFirst().allSatisfy({ Self.isValue($0[0]) }) else { return nil }
    return 0
  }

  /// A number, a time or a length of time.
  static func isValue(_ cell: ArraySlice<UInt8>) -> Bool {
    NumberCell.read(cell) != nil || MomentCell.read(cell) != nil || SpanCell.read(cell) != nil || MomentRange.read(cell) != nil
  }

  /// A line of values, not of names; names may be times where they stand across.
  private func isData(_ index: Int, _ head: [Record]) -> Bool {
    let record = head[index]
    let filled = record.indices.filter { !record[$0].isEmpty }
    guard !isAcross(index, head), width == 1 || filled.count > 1 else { return false }
    let values = filled.count { Self.isValue(record[$0]) }
    return values > 0 && (values * 2 >= filled.count || values >= 2)
  }

  /// Moments as names of columns: several in order, or one or two in a full line of text that have nothing of their kind below them.
  private func isAcross(_ index: Int, _ head: [Record]) -> Bool {
    let record = head[index]
    if Self.isAcross(record) { return true }
    let filled = record.indices.filter { !record[$0].isEmpty }
    func moment(_ record: Record, _ cell: Int) -> MomentCell? {
      MomentRange.read(record[cell])?.start ?? MomentCell.read(record[cell]) ?? YearlessDate.read(record[cell], near: 20_000)
    }
    let found = filled.filter { cell in moment(record, cell).map { $0.date != .impossible } ?? false }
    let days = found.filter { moment(record, $0)?.weekday != nil }
    // One word may be a day of the week in some language; two are.
    let moments = days.count == 1 && record[days[0]].count < 3 ? found.filter { $0 != days[0] } : found
    guard !moments.isEmpty, moments.count < max(filled.count, record.count), record.count >= width, index + 1 < head.count,
      filled.allSatisfy({ moments.contains($0) || !Self.isValue(record[$0]) })
    else { return false }
    return head[(index + 1)...].allSatisfy { below in
      moments.allSatisfy { cell in
        guard let under = moment(below, cell), let name = moment(record, cell) else { return true }
        return (under.date == .none) != (name.date == .none)
      }
    }
  }

  /// Times or dates in order from some cell on, none of them a bare number, as names of columns.
  static func isAcross(_ record: Record) -> Bool {
    let moments = record.indices.map { cell -> MomentCell? in
      if record[cell].isEmpty { return nil }
      return MomentRange.read(record[cell])?.start ?? MomentCell.read(record[cell]) ?? YearlessDate.read(record[cell], near: 20_000)
    }
    let found = moments.compactMap { $0 }
    guard found.count >= 3 || (found.count == 2 && record.count > 2 && record[0].isEmpty) else { return false }
    let times = found.compactMap(\.time)
    if times.count == found.count, found.allSatisfy({ $0.date == .none }) { return zip(times, times.dropFirst()).allSatisfy { $0 < $1 } }
    if found.allSatisfy({ $0.time == nil && $0.weekday == nil }) { return found.count >= 3 }
    return found.allSatisfy { $0.weekday != nil && $0.time == nil } && found.count >= 3
  }

  /// `# closed for lunch`. `#77519` is the number of a ticket and `#` alone the name of a column.
  static func isComment(_ record: Record) -> Bool {
    guard !record.beginsQuoted, let first = record.bytes.first, !record[0].isEmpty else { return false }
    if record[0].starts(with: [0x2F, 0x2F]) { return true }
    guard first == 0x23, record[0].count > 1 else { return false }
    let next = record[0][record[0].startIndex + 1]
    return !(next >= 0x30 && next <= 0x39)
  }

  /// Why a line below the names is no data.
  enum Kind {
    case data, blank, comment, total, repeatedNames, title
  }

  func kind(_ record: Record) -> Kind {
    if record.filled == 0 { return .blank }
    if record.line <= lastTitle { return .title }
    if Self.isComment(record) || SeparatorFinder.declared(record) != nil { return .comment }
    if !names.isEmpty, record[0] == firstName, record.indices.allSatisfy({ record.text($0) == name($0) }) {
      return .repeatedNames
    }
    return isTotal(record) ? .total : .data
  }

  private func name(_ cell: Int) -> String { nameTexts.indices.contains(cell) ? nameTexts[cell] : "" }

  /// No name of a queue or a person.
  private static let totals: Set<String> = [
    "total", "totals", "subtotal", "grand total", "summe", "gesamt", "gesamtsumme", "insgesamt", "zwischensumme", "gesamtergebnis",
    "ergebnis", "somme", "totaux", "suma", "totales", "totale", "totaal", "subtotaal", "eindtotaal", "toplam",
  ]
  /// Only where nothing else stands in their cell: `Som` is a person, too.
  private static let aggregates: Set<String> = [
    "sum", "som", "somma", "ensemble", "average", "averages", "avg", "mean", "mittelwert", "durchschnitt", "moyenne", "promedio", "media",
    "gemiddelde", "summary", "overall", "zusammenfassung",
  ]

  /// A column of totals: `Grand Total`, `Total calls`, `Sum`.
  static func isTotal(named words: String) -> Bool {
    let parts = words.split(separator: " ").map(String.init)
    return totals.contains(words) || aggregates.contains(words) || parts.first.map(totals.contains) ?? false
      || parts.last.map(totals.contains) ?? false
  }

  /// The first words of the line say so, before any of its values: `Total`, `Monday total`, `Sum 14.09.2026`, `Sales Total`. Several words in
  /// front of a time or a word are none: a queue may be called `Total Care`.
  private func isTotal(_ record: Record) -> Bool {
    for cell in record.indices where !record[cell].isEmpty {
      guard record[cell].count < 60, record[cell].contains(where: { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }) else { return false }
      if MomentCell.read(record[cell]) != nil { return false }
      let words = HeaderName(record.text(cell)).words
      if Self.totals.contains(words) { return true }
      if let next = record.indices.first(where: { $0 > cell && !record[$0].isEmpty }), NumberCell.read(record[next]) == nil { continue }
      if Self.aggregates.contains(words) { return true }
      let parts = words.split(separator: " ").map(String.init).filter { !$0.allSatisfy(\.isNumber) }
      guard let first = parts.first, let last = parts.last, parts.count <= 4 else { return false }
      return Self.totals.contains(first) || Self.totals.contains(last) || (parts.count == 1 && Self.aggregates.contains(first))
    }
    return false
  }
}
