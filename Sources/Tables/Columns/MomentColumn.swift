/// A column of moments, read as a whole.
package struct MomentColumn: Sendable {
  /// One for each row of `Table.rows`; nil where the cell is empty or wrong.
  package var moments: [Moment?] = []
  /// The end of a range, where the cells are ranges.
  package var ends: [Moment?] = []
  package var empty: [Int] = []
  package var problems: [TableProblem] = []
  /// Ranges that ended a minute or a second early (`08:00-08:29`) and were closed.
  package var closed = 0
  /// Dates without a year, which were taken as those nearest to `Dialect.near`.
  package var yearless = 0

  package var hasDates: Bool { moments.contains { $0?.day != nil } }
  package var hasTimes: Bool { moments.contains { $0?.time != nil } }
}
