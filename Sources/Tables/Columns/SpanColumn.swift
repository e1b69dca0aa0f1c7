/// A column of lengths of time, read as a whole.
package struct SpanColumn: Sendable {
  /// Microseconds, one for each row of `Table.rows`; nil where the cell is empty.
  package var values: [Int64?] = []
  package var empty: [Int] = []
  package var problems: [TableProblem] = []
}
