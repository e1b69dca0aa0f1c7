import Tables

/// Keys beside the name of a table's file: how it is written, and which column is what.
extension KeyTable {
  /// How the file is written, where it does not tell by itself.
  static let dialectKeys: [Key] = [
    Key(
      "where", .named(.oneOrMany(.text)), "only lines with this value in that column; several values add up", leftOut: "every line",
      example: "{queue: sales}"),
    Key(
      "dates", .word(DateOrder.allCases.map(\.rawValue) + BareMoment.allCases.map(\.rawValue)),
      "order of day and month, or what bare numbers are", leftOut: "found in the column"),
    Key(
      "decimal", .word(DecimalMark.allCases.map(\.rawValue)), "decimal mark, where the numbers do not tell", leftOut: "found in the numbers"
    ),
    Key("separator", .word(Dialect.Separator.allCases.map(\.name)), "what stands between the cells", leftOut: "found"),
  ]

  /// Columns of a table of intervals.
  static let intervalColumns: [Key] = [
    Key(
      "start", .text, "column of interval starts, times of day or dates and times; found by its usual names",
      leftOut: "found by its usual names", example: "Interval"),
    Key("date", .text, "column of dates, where they stand apart from the times", leftOut: "found by its usual names", example: "Datum"),
    Key("end", .text, "column of interval ends", leftOut: "found by its usual names", example: "Bis"),
    Key("every", .duration, "length of a line", leftOut: "the commonest step of the file"),
  ]

  private static let unitKey = Key(
    "unit", .word(["ms", "s", "min", "h"]), "unit of bare handle times", leftOut: "as the cells or the name of their column say",
    example: "s")

  /// The keys of `arrivals` that are about a table.
  static let arrivalColumns =
    intervalColumns + [
      Key("count", .text, "column of contacts", leftOut: "found by its usual names", example: "Calls Offered"),
      Key(
        "handle", .text, "column of mean handle times: talk and wrap-up keep their shapes and are scaled to it",
        leftOut: "the table says nothing of handle times", example: "AHT (s)"),
      unitKey,
      Key("at", .text, "column of the instants of a `trace`", leftOut: "found by its usual names", example: "Created time"),
    ] + dialectKeys

  static let profileFile = KeyTable(
    "profile-table", "the profile",
    help: "Relative volume over a local day, from a table of times and weights; one for each weekday where it has them",
    example: "{csv: profile.csv}",
    [Key("csv", .path, "the table", isRequired: true, example: "profile.csv")] + intervalColumns
      + [Key("weight", .text, "column of weights: shares, percentages or counts", leftOut: "found by its usual names", example: "Share")]
      + dialectKeys)

  static let history = KeyTable(
    "history", "the history", help: "Past contacts by interval, averaged to a weekday profile with its spread",
    example: "{csv: last-month.csv, use: same-weekdays}",
    [
      Key("csv", .path, "table of intervals with dates", isRequired: true, example: "last-month.csv"),
      Key("use", .word(["same-weekdays", "all-days"]), "which past days stand for a day", leftOut: "same-weekdays"),
    ] + intervalColumns + [Key("count", .text, "column of contacts", leftOut: "found by its usual names", example: "Offered")] + dialectKeys
  )

  static let staffingColumns =
    intervalColumns + [
      Key("round", .word(["up", "nearest", "down"]), "what becomes of parts of people such as 7.4", leftOut: "they are a mistake"),
      Key(
        "team", .text, "column of groups, where each line is one group's", leftOut: "a column of that name, where it names this group",
        example: "Team"),
    ] + dialectKeys

  static let rosterFile = KeyTable(
    "roster-table", "the roster",
    help: "People and their shifts, from a table: a line for each shift, or for each person with the days across",
    example: "{csv: people.csv, agent: Name, shift: Code}",
    [
      Key("csv", .path, "the table", isRequired: true, example: "people.csv"),
      Key("agent", .text, "column of persons", leftOut: "found by its usual names", example: "Name"),
      Key("shift", .text, "column of shift names, or of times such as 08:00-16:30", leftOut: "found by its usual names", example: "Code"),
      Key(
        "date", .text, "column of dates; without one a shift comes on all its days", leftOut: "found by its usual names", example: "Date"),
      Key("start", .text, "column of shift starts", leftOut: "found by its usual names", example: "From"),
      Key("end", .text, "column of shift ends", leftOut: "found by its usual names", example: "To"),
      Key("breaks", .text, "column of breaks: 12:00-12:30, several with semicolons", leftOut: "found by its usual names", example: "Lunch"),
      Key("team", .text, "column of groups; only lines of this group are its people", leftOut: "found by its usual names", example: "Team"),
      Key("name", .text, "what the group is called in that column", leftOut: "the group's own name", example: "Front line"),
      Key(
        "off", .oneOrMany(.text), "further words for a day without a shift", leftOut: "OFF, leave and their like", example: "[TRN, LOA2]"),
    ] + dialectKeys)
}

extension KeyTable {
  /// What `--column` may say of the table of a calculator.
  static let demandTable = KeyTable(
    "demand-table", "the table", help: "Columns of a table of intervals", example: "{count: Offered}",
    intervalColumns.filter { $0.name != "every" } + [
      Key("count", .text, "column of contacts"), Key("handle", .text, "column of mean handle times"), unitKey,
      Key("patience", .text, "column of mean patiences"), Key("agents", .text, "column of agents to look at"),
      Key("target", .text, "column of targets such as 80/20"), Key("occupancy", .text, "column of caps on occupancy"),
      Key("shrinkage", .text, "column of shrinkages"),
    ] + dialectKeys)
}
