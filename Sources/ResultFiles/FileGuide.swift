import Experiments
import Foundation
import ServiceMetrics

/// The tables of `output/README.md`, from the catalogues of files and metrics. Each stands between two marks that name it.
package enum FileGuide {
  /// By the name of the marks between which each stands.
  package static let tables: [(name: String, text: String)] = {
    var tables = [
      ("files", files), ("results.json", columns("key", FileCatalog.results.columns)), ("row", columns("key", FileCatalog.row)),
    ]
    let families: [FileFamily] =
      [FileCatalog.halfHours, FileCatalog.intervals] + FileCatalog.periods
      + [
        FileCatalog.agents, FileCatalog.contacts, FileCatalog.touches, FileCatalog.phases, FileCatalog.options, FileCatalog.plan,
        FileCatalog.requirements, FileCatalog.answers,
      ]
    tables += families.map { ($0.name, columns("column", $0.columns)) }
    tables.append(("course", columns("column", FileCatalog.courseColumns + FileCatalog.legColumns + FileCatalog.feedbackColumns)))
    tables += FileCatalog.parts.map { ($0.name, columns("key", shortened($0.columns))) }
    tables.append(("metrics", metrics))
    return tables
  }()

  /// The page with every table as the catalogues have it now; nil where a table has no marks.
  package static func filled(_ page: String) -> String? {
    var page = page
    for (name, text) in tables {
      guard let start = page.range(of: "<!-- table: \(name) -->\n"),
        let end = page.range(of: "<!-- end of table -->", range: start.upperBound..<page.endIndex)
      else { return nil }
      page.replaceSubrange(start.upperBound..<end.lowerBound, with: text)
    }
    return page
  }

  private static var files: String {
    table(
      ["file", "what it holds", "by", "written"],
      FileCatalog.all.map { file in
        ["`\(file.name)`", file.help, file.commands.map { "`muster \($0)`" }.joined(separator: ", "), file.written]
      })
  }

  /// The keys that say what a row is about in one line: `results.json` has explained them.
  private static func shortened(_ columns: [FileFamily.Column]) -> [FileFamily.Column] {
    let names = FileCatalog.scope.map(\.name)
    guard let start = columns.firstIndex(where: { $0.name == names[0] }), columns[start...].prefix(names.count).map(\.name) == names else {
      return columns
    }
    var short = columns
    let scope = FileFamily.Column("\(names[0])` … `\(names.last!)", "what it is about, as in `results.json`")
    short.replaceSubrange(start..<start + names.count, with: [scope])
    return short
  }

  private static func columns(_ title: String, _ columns: [FileFamily.Column]) -> String {
    table([title, "meaning"], columns.map { ["`\($0.name)`", $0.meaning] })
  }

  private static var metrics: String {
    table(
      ["metric", "kind", "unit", "better", "definition"],
      MetricCatalog.all.map { metric in
        let better =
          switch metric.direction {
          case .higherIsBetter: "higher"
          case .lowerIsBetter: "lower"
          case .neutral: ""
          }
        return [
          "`\(metric.name)`", metric.kind.rawValue, metric.unit == .money ? "`currency`" : metric.unit.rawValue, better, metric.definition,
        ]
      })
  }

  private static func table(_ titles: [String], _ rows: [[String]]) -> String {
    func line(_ cells: [String]) -> String { "| \(cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ")) |\n" }
    return line(titles) + "|\(titles.map { _ in "---" }.joined(separator: "|"))|\n" + rows.map(line).joined()
  }
}
