import TerminalText

/// Markdown with tables, as issue trackers and chats show it. Nothing a scenario names becomes markup.
package struct MarkdownRenderer: ReportRenderer {
  /// `--format md`.
  package static let family = RendererFamily(name: "md", help: "Markdown, for a ticket or a chat") { MarkdownRenderer($0) }

  package init(_ options: RenderOptions) {}

  /// Terms are left out: there is nowhere to unfold them.
  package func render(_ document: ReportDocument) -> String {
    var parts = ["## \(escaped(document.title.text))"]
    for section in document.sections { parts += section.blocks.flatMap(part) }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func part(_ block: ReportBlock) -> [String] {
    switch block {
    case .heading(let text): return text.isEmpty ? [] : ["### \(escaped(text))"]
    case .sentence(let text): return [escaped(text.text)]
    case .keyValues(let pairs): return [pairs.map { "- \(escaped($0.key)): \(words($0.value))" }.joined(separator: "\n")]
    case .table(let table) where table.columns.count == 1:
      return [
        "**\(escaped(table.columns[0].title))**", (table.rows.map { "- \(escaped($0[0].text))" } + rest(table)).joined(separator: "\n"),
      ]
    case .table(let table): return [self.table(table)]
    case .bars(let bars):
      return [
        bars.bars.map { "- \(escaped($0.label)): `\(Glyphs.bar($0.length, from: $0.from))` \(words($0.value))" }.joined(separator: "\n")
      ]
    case .sparks(let sparks):
      let width = sparks.rows.map { DisplayWidth.of($0.label) }.max() ?? 0
      let lines = sparks.rows.map { row in
        let label = DisplayWidth.padded(Legible.text(row.label), width)
        return "\(label)  \(Glyphs.spark(row.values, maximum: row.maximum))  \(row.note.text)"
      }
      return [escaped(sparks.title), fenced(lines.joined(separator: "\n"))]
    case .ranges(let ranges):
      return [ranges.rows.map { "- \(escaped($0.label)): \(escaped($0.words)): \(words($0.verdict))" }.joined(separator: "\n")]
    case .flow(let flow):
      return [flow.lines.map { "- \(escaped($0))" }.joined(separator: "\n")]
    case .tracks(let tracks):
      return [tracks.rows.map { "- \(escaped($0.label)): \(escaped($0.words))" }.joined(separator: "\n")]
    case .chart(let chart):
      guard let view = chart.views.first else { return [] }
      return ["**\(escaped(chart.title))**", table(chart.table(view))]
    case .heatMap(let map):
      guard let view = map.views.first else { return [] }
      let columns = [ReportTable.Column(map.corner)] + map.columns.map { .init($0, .trailing) }
      let rows = view.rows.map { [ReportText($0.label)] + $0.cells.map { ReportText($0.text) } }
      return ["**\(escaped(map.title)): \(escaped(view.name))**", table(ReportTable(columns: columns, rows: rows))]
    case .timeline(let timeline):
      return [timeline.moments.map { "- \(escaped($0.time)): \(escaped($0.sentence.text))" }.joined(separator: "\n")]
    case .terms, .grid: return []
    case .listing(let listing): return ["\(escaped(listing.title)):", fenced(listing.text)]
    }
  }

  private func table(_ table: ReportTable) -> String {
    let titles = table.columns.map { escaped($0.title) }
    let rule = table.columns.map { $0.alignment == .trailing ? "---:" : ":---" }
    let lines = [titles, rule] + table.rows.map { $0.map(words) }
    return (lines.map { "| \($0.joined(separator: " | ")) |" } + (table.leftOut > 0 ? [""] + rest(table) : [])).joined(separator: "\n")
  }

  private func rest(_ table: ReportTable) -> [String] { table.leftOut > 0 ? ["… \(table.leftOut) more in \(table.restIn)"] : [] }

  private func words(_ text: ReportText) -> String {
    switch text.tone {
    case .good, .bad, .unsure, .strong: text.text.isEmpty ? "" : "**\(escaped(text.text))**"
    case .plain, .muted: escaped(text.text)
    }
  }

  /// A fence longer than any run of backticks inside.
  private func fenced(_ text: String) -> String {
    var longest = 0
    var run = 0
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)\n\(text)\n\(fence)"
  }

  /// Characters that mean something in Markdown or HTML become what they look like; line breaks become spaces.
  private func escaped(_ text: String) -> String {
    var escaped = ""
    var isStart = true
    for scalar in Legible.text(text).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "|", "~", "@":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "#" where isStart, "-" where isStart, "+" where isStart:
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      default: escaped.unicodeScalars.append(scalar)
      }
      isStart = false
    }
    return escaped
  }
}
