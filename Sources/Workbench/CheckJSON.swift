import ReportKit
package import ScenarioFormat
import SupportModel

/// What `muster check --json` prints: the remarks, and the account of every table that the scenario names.
package enum CheckJSON {
  package static let schema = 1

  /// Of a scenario that cannot be read: what is wrong with it, line by line.
  package static func text(problems: [String], file: String) -> String {
    var head = heading(file)
    head.set("problems", problems)
    return head.text(closingWith: "tables", [])
  }

  private static func heading(_ file: String) -> JSONObject {
    var head = JSONObject()
    head.set("schema", schema)
    head.set("muster", Provenance.version)
    head.set("command", "check")
    head.set("file", file)
    return head
  }

  package static func text(_ loaded: LoadedScenario, file: String) -> String {
    var head = heading(file)
    head.set("scenario", loaded.scenario.name)
    head.set("problems", [String]())
    head.set("remarks", loaded.remarks.map(\.text))
    head.set("picture", loaded.picture)
    return head.text(closingWith: "tables", loaded.accounts.map(account))
  }

  private static func account(_ account: FileAccount) -> JSONObject {
    var row = JSONObject()
    row.set("file", account.path)
    row.set("purpose", account.purpose)
    row.set("lines", account.lines)
    row.set("rows", account.rows)
    row.set("dialect", account.dialect)
    var columns = JSONObject()
    for column in account.columns { columns.set(column.role, column.name) }
    row.set("columns", columns)
    row.set("ignored", account.ignored)
    row.set("filters", account.filters)
    row.set("elsewhere", account.elsewhere)
    row.set("sum", account.sum)
    row.set("inside", account.inside)
    row.set("unit", account.unit)
    if let first = account.first { row.set("first", first) }
    if let last = account.last { row.set("last", last) }
    row.set("outside", account.outside)
    var out = JSONObject()
    for (reason, lines) in account.leftOut { out.set(reason, lines.map(String.init)) }
    row.set("left-out", out)
    row.set("repaired", account.repaired)
    row.set("gaps", account.gaps)
    return row
  }
}
