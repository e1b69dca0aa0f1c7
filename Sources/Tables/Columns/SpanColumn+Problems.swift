extension Table {
  /// The unit that makes a sensible time of the number: seconds, or minutes of less than 20, or milliseconds of 20,000 and more.
  func unitProblem(_ row: Int, _ column: Int, _ say: String) -> TableProblem {
    let number = NumberCell.read(self[row, column])
    let value = number?.point ?? number?.comma ?? 0
    let unit = value < 20 ? "min" : value >= 20_000 ? "ms" : "s"
    return problem(
      "\(Self.shown(text(row, column))) has no unit",
      expected: "a name such as `\(name(column)) (\(unit))`, or \(say.replacing("s`", with: "\(unit)`"))", row: row, column: column)
  }

  func badSpan(_ row: Int, _ column: Int) -> TableProblem {
    problem(
      "\(Self.shown(text(row, column))) is not a length of time", expected: "such as 00:04:30, 4:30 or 270 s", row: row, column: column)
  }
}
