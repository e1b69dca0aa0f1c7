/// Rows of cells under column titles. The title of the first column is the title of the table.
package struct ReportTable: Sendable, Equatable {
  /// Where the cells of a column line up.
  package enum Alignment: Sendable {
    case leading, trailing
  }

  /// A heading and how what is below it lines up.
  package struct Column: Sendable, Equatable {
    /// May be empty over labels.
    package var title: String
    /// Numbers line up at their end.
    package var alignment: Alignment
    /// May be cut with an ellipsis where the table is too wide.
    package var mayShorten: Bool
    /// The last column only: its cells are sentences, which stand below their rows where the table is too wide for a line.
    package var mayStandBelow: Bool
    /// Stays in sight where the table is wider than the screen: what the row comes to.
    package var isVerdict: Bool
    /// What the title means, where it has to be explained.
    package var term: ReportTerm?

    package init(
      _ title: String, _ alignment: Alignment = .leading, mayShorten: Bool = false, mayStandBelow: Bool = false, isVerdict: Bool = false,
      term: ReportTerm? = nil
    ) {
      self.isVerdict = isVerdict
      self.title = title
      self.alignment = alignment
      self.mayShorten = mayShorten
      self.mayStandBelow = mayStandBelow
      self.term = term
    }
  }

  /// As many as every row has cells.
  package var columns: [Column]
  /// As many cells in each row as there are columns.
  package var rows: [[ReportText]]
  /// Where room is short, rows beyond these many may be left out; what is left out is counted.
  package var essentialRows: Int
  /// Rows that were left out at the end.
  package var leftOut = 0
  /// So long that a page opens it only on request.
  package var isFolded = false
  /// The file that has them all.
  package var restIn = "results.json"
  /// The interval of each row, as index into `ReportDocument.intervals`; empty where rows are not about intervals.
  package var rowIntervals: [Int] = []

  package init(columns: [Column], rows: [[ReportText]], essentialRows: Int? = nil) {
    precondition(rows.allSatisfy { $0.count == columns.count })
    self.columns = columns
    self.rows = rows
    self.essentialRows = essentialRows ?? rows.count
  }
}
