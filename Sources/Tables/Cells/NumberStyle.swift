/// What the cells of a column say about how decimals are written.
package struct NumberStyle: Sendable {
  /// Cells that can only have a decimal point, and where the first of them stands (row).
  package private(set) var pointRow: Int?
  package private(set) var commaRow: Int?
  /// The first cell that can be read in two ways.
  package private(set) var ambiguousRow: Int?

  package init() {}

  package mutating func add(_ number: NumberCell, row: Int) {
    if number.point == nil { commaRow = commaRow ?? row }
    if number.comma == nil { pointRow = pointRow ?? row }
    if number.isAmbiguous { ambiguousRow = ambiguousRow ?? row }
  }

  /// A mark is known: what does not fit shows when the cells are read.
  var isSettled: Bool { pointRow != nil || commaRow != nil }

  package enum Finding: Equatable, Sendable {
    case mark(DecimalMark)
    /// No cell has decimals or thousands: any reading is the same.
    case indifferent
    /// Every reading of this row is possible, and they differ.
    case tie(row: Int)
    /// Both are there.
    case both(point: Int, comma: Int)
  }

  package var finding: Finding {
    switch (pointRow, commaRow) {
    case (let point?, let comma?): .both(point: point, comma: comma)
    case (_?, nil): .mark(.point)
    case (nil, _?): .mark(.comma)
    case (nil, nil): ambiguousRow.map { .tie(row: $0) } ?? .indifferent
    }
  }
}
