import SupportModel

/// How a row's periods are summed, flat, because every play does it for every row: days and hours of the week from intervals, weeks from their days.
///
/// Columns of a row: the whole horizon, then the intervals, then the periods.
struct PeriodSums {
  /// One column that is added to another.
  struct Step {
    var from: Int32
    var into: Int32
  }

  /// Of the periods.
  let columns: Range<Int>
  /// In this order; all periods are empty before.
  let steps: [Step]
  /// Hours of the week that occur more than once: column, and how often.
  let repeated: [(column: Int, occurrences: Double)]

  init(_ horizon: Horizon) {
    let periods = horizon.periods
    let first = horizon.intervals.count + 1
    columns = first..<(first + periods.count)
    repeated = zip(first..., periods).filter { $1.occurrences > 1 }.map { (column: $0, occurrences: Double($1.occurrences)) }
    var dayOf: [Int: Int] = [:]
    for (column, period) in zip(first..., periods) where period.kind == .day {
      for interval in period.intervals { dayOf[interval] = column }
    }
    func step(_ from: Int, _ into: Int) -> Step { Step(from: Int32(from), into: Int32(into)) }
    var fromIntervals: [Step] = []
    var fromDays: [Step] = []
    for (column, period) in zip(first..., periods) {
      var days: [Int] = []
      for interval in period.intervals {
        if let day = dayOf[interval], days.last != day { days.append(day) }
      }
      // An interval of the week that no day has, or a day that is not all of the week's: no sum of days.
      let covered = days.reduce(0) { $0 + periods[$1 - first].intervals.count }
      if period.kind == .week, covered == period.intervals.count, period.intervals.allSatisfy({ dayOf[$0] != nil }) {
        fromDays += days.map { step($0, column) }
      } else {
        fromIntervals += period.intervals.map { step($0 + 1, column) }
      }
    }
    steps = fromIntervals + fromDays
  }

  /// Fills the periods of the row that begins at `base`.
  func fill<Cell>(_ cells: inout [Cell], row base: Int, empty: Cell, _ add: (inout Cell, Cell) -> Void) {
    for column in columns { cells[base + column] = empty }
    cells.withUnsafeMutableBufferPointer { cells in
      for step in steps { add(&cells[base + Int(step.into)], cells[base + Int(step.from)]) }
    }
  }
}
