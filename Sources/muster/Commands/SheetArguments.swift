import ArgumentParser
import ResultFiles

/// How the sheet for a spreadsheet is written; shared by the commands that write `half-hours.csv`.
struct SheetArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Decimal mark of half-hours.csv: point, or comma with semicolons between the cells, for spreadsheets that write 32,5.",
      valueName: "mark"))
  var decimals: HalfHoursCSV.DecimalMark = .point
}

extension HalfHoursCSV.DecimalMark: ExpressibleByArgument {}
