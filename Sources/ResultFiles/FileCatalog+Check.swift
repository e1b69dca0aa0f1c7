/// What `muster check --json` prints: no file, but keys like those of the others.
extension FileCatalog {
  static let checkParts = [
    Part(
      "check --json", nil,
      [
        .init("schema", "version of this layout, now 1"), .init("muster", "version of the program"),
        .init("command", "the subcommand, `check`"),
        .init("scenario", "its name"), .init("file", "as it was named"), .init("remarks", "what is well-formed and doubtful, in sentences"),
        .init("problems", "what is wrong, a sentence each; then there is nothing else"),
        .init("picture", "what was understood, in the sentences of `muster check`"), .init("tables", "a row for each table that was read"),
      ]),
    Part(
      "check --json", "tables",
      [
        .init("file", "its path"), .init("purpose", "what it was read for"), .init("lines", "lines of the file"),
        .init("rows", "lines with values"), .init("dialect", "separator, encoding where it is not UTF-8, line of the names"),
        .init("columns", "the column that was read for each role"), .init("ignored", "columns that were not read"),
        .init("filters", "what `where` and teams picked"), .init("elsewhere", "lines that these left aside"),
        .init("sum", "what the values add up to; `null` where nothing is counted"),
        .init("inside", "of it in the horizon, where that may be less"),
        .init("unit", "of the sum"), .init("first", "where the lines begin"), .init("last", "where they end"),
        .init("outside", "lines of which nothing lies in the horizon"), .init("left-out", "lines that are no data, by reason"),
        .init("repaired", "what was taken to mean something, in sentences"), .init("gaps", "stretches without a line, in sentences"),
      ]),
  ]
}
