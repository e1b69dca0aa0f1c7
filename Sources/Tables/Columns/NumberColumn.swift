/// A column of numbers, read as a whole.
package struct NumberColumn: Sendable {
  /// One for each row of `Table.rows`, in that order; nil where the cell is empty or only a dash.
  package var values: [Double?] = []
  package var isPercent: [Bool] = []
  /// Rows (as in `Table.rows`) without a number.
  package var empty: [Int] = []
  package var problems: [TableProblem] = []
}
