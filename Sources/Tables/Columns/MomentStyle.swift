/// How the dates of a column are written, gathered cell by cell: the one order of day and month under which every date of it exists.
package struct MomentStyle: Sendable {
  private let told: DateOrder?
  private var orders: [DateOrder]
  /// The first cell that has two meanings, and the last that left out an order.
  private var doubtful: (cell: MomentCell, text: String, place: (line: Int, column: Int))?
  private var excluding = ""
  private var hasDots = false
  private var conflict: TableProblem?
  package init(told: DateOrder?) {
    self.told = told
    orders = told.map { [$0] } ?? [.dayFirst, .monthFirst]
  }

  /// Nothing more can be learnt: what does not fit shows when the cells are read.
  var isSettled: Bool { told != nil || orders.count == 1 || conflict != nil }

  package mutating func add(_ cell: MomentCell, _ bytes: ArraySlice<UInt8>, at place: (line: Int, column: Int)) {
    guard case .numbers(_, _, _, _, let separator) = cell.date, conflict == nil, told == nil else { return }
    if separator == UInt8(ascii: ".") { hasDots = true }
    if orders.count > 1 || cell.day(orders[0]) == nil {
      let possible = orders.filter { cell.day($0) != nil }
      if possible.isEmpty {
        let text = Table.shown(String(decoding: bytes, as: UTF8.self))
        let exists = DateOrder.allCases.contains { cell.day($0) != nil }
        conflict = TableProblem(
          excluding.isEmpty
            ? "\(text) is no date with the day or the month first"
            : "\(text) is no date \(orders[0].rawValue), and \(excluding) above can only be that",
          expected: exists ? "one order of day, month and year in a column" : "a date of the calendar", line: place.line,
          column: place.column)
        return
      }
      if possible.count < orders.count { excluding = Table.shown(String(decoding: bytes, as: UTF8.self)) }
      orders = possible
    }
    if doubtful == nil, orders.count > 1, cell.day(.dayFirst) != cell.day(.monthFirst) {
      doubtful = (cell, Table.shown(String(decoding: bytes, as: UTF8.self)), place)
    }
  }

  /// The order, and what is wrong: cells that need two orders, or none that tells.
  package func finding() -> (order: DateOrder, problem: TableProblem?) {
    // With dots the day comes first, in every country that writes them.
    if let conflict { return (orders[0], conflict) }
    guard orders.count > 1, let doubtful, !hasDots else { return (orders[0], nil) }
    let readings = [DateOrder.dayFirst, .monthFirst].map { CalendarDay.text(doubtful.cell.day($0) ?? 0) }
    return (
      orders[0],
      TableProblem(
        "\(doubtful.text) may be \(readings[0]) or \(readings[1]), and no other date of the column tells",
        expected: "`dates: d/m/y` or `dates: m/d/y`", line: doubtful.place.line, column: doubtful.place.column)
    )
  }
}
