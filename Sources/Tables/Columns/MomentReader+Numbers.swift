/// What to say of cells that are no moments.
extension MomentReader {
  func bad(_ cell: Cell) -> TableProblem {
    let shown = Table.shown(String(decoding: cell.bytes, as: UTF8.self))
    func problem(_ wrong: String, _ expected: String) -> TableProblem {
      TableProblem(wrong, expected: expected, line: cell.place.line, column: cell.place.column)
    }
    guard let number = NumberCell.read(cell.bytes) else {
      return problem("\(shown) is not a time", "a date and time such as 2026-09-14 08:00, or a time of day such as 08:00")
    }
    if said == .hours { return problem("\(shown) is no hour of the day", "0 to 23, each the hour with which it begins") }
    let words = Self.meanings(cell.bytes, number.point ?? number.comma ?? 0)
    return problem(
      "\(shown) is a bare number and no time",
      words.isEmpty
        ? "a column of times" : "a column of times, or \(Table.list(words.map { "`dates: \($0.rawValue)`" }, "or")) if these are")
  }

  /// What a bare number could be if somebody said so: only what would give a sensible time.
  static func meanings(_ cell: ArraySlice<UInt8>, _ value: Double) -> [BareMoment] {
    if value > 1e11 { return [.epochMilliseconds] }
    if value > 1e8 { return [.epochSeconds] }
    if value > 1.8e7 { return [.compact, .epochSeconds] }
    var words: [BareMoment] = []
    let isWhole = cell.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    if isWhole, value <= 23 { words.append(.hours) }
    if isWhole, cell.count >= 3, MomentCell.read(cell, as: .digits) != nil { words.append(.digits) }
    if !isWhole, MomentCell.read(cell, as: .dotted) != nil { words.append(.dotted) }
    // Whole days from 1954 to 2118, or parts of a day.
    if (20_000..<80_000).contains(value) || (value < 1 && value > 0) { words.append(.excel) }
    return words
  }
}
