/// One thing wrong with a table, at a line and column that count from 1; line 0 is the file as a whole.
package struct TableProblem: Error, Hashable, Sendable {
  package var wrong: String
  package var expected: String?
  package var nearest: String?
  package var line: Int
  package var column: Int

  package init(_ wrong: String, expected: String? = nil, nearest: String? = nil, line: Int = 0, column: Int = 0) {
    self.wrong = wrong
    self.expected = expected
    self.nearest = nearest
    self.line = line
    self.column = column
  }
}
