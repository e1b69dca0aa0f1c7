package import ReportKit
import Staffing

/// Every period and group with every column of `requirements.csv`.
package enum StaffPeriodsSection {
  package static let family = SectionFamily<StaffingContext>(
    name: "periods", title: "Every period", help: "every period and group with all columns of requirements.csv"
  ) { context in
    let result = context.result
    let columns = RequirementColumn.all.filter { $0.name != "certain" || result.certain != nil }
    let places = result.grid.periods.indices.flatMap { period in result.groups.map { (group: $0, period: period) } }
    if places.isEmpty { return [] }
    let formulas = [
      "contacts", "handle-time-s", "load-erlangs", "modified-load-erlangs", "erlang-c-sipp", "erlang-c-lagged", "erlang-c-load",
      "erlang-a-load",
    ]
    func table(_ title: String, _ names: (RequirementColumn) -> Bool) -> ReportTable {
      let columns = columns.filter(names)
      var table = ReportTable(
        columns: columns.enumerated().map { index, column in
          .init(
            index == 0 ? title : column.title, ["interval", "group", "why"].contains(column.name) ? .leading : .trailing,
            term: index == 0 ? nil : ReportTerm(column.title, "\(column.meaning) In requirements.csv: \(column.name)."))
        }, rows: places.prefix(mostRows).map { place in columns.map { cell(context, $0, place.group, place.period) } })
      table.rowIntervals = places.prefix(mostRows).map(\.period)
      table.leftOut = max(0, places.count - mostRows)
      table.restIn = "requirements.csv"
      // Hundreds of rows between the answer and where it comes from are in nobody's way while they are closed.
      table.isFolded = places.count > 30
      return table
    }
    return [
      .sentence(
        ReportText("Every period and group, as in requirements.csv; choosing a \(context.periodName) shows its rows.", .muted)),
      .table(table("Every period") { !formulas.contains($0.name) }),
      .table(table("Every period by formula") { formulas.contains($0.name) || ["interval", "group"].contains($0.name) }),
    ]
  }

  private static let mostRows = 2000

  private static func cell(_ context: StaffingContext, _ column: RequirementColumn, _ group: Int, _ period: Int) -> ReportText {
    let text = column.value(context.result, group, period)
    if column.name == "interval" { return ReportText(context.label(period)) }
    guard let value = Double(text), !["group", "why"].contains(column.name) else { return ReportText(text) }
    let quantity: Quantity = column.name == "handle-time-s" ? .duration : .count
    let words = quantity == .count && value == value.rounded() ? Words.fixed(value, decimals: 0) : Words.number(value, quantity)
    return ReportText(words, number: ReportNumber(value))
  }
}
