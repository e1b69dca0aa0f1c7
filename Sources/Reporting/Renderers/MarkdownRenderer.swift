/// GitHub-flavoured Markdown, for summaries of CI runs and for pull requests. What the tone of a text would colour is in its words already; bad news
/// is set in bold besides.
package struct MarkdownRenderer: ReportRenderer {
  package static let family = RendererFamily(name: "markdown", help: "Markdown with tables") { _ in MarkdownRenderer() }

  package init() {}

  package func render(_ document: ReportDocument) -> String {
    var parts = ["## " + Self.escaped(document.title.text)]
    for section in document.sections { parts += section.blocks.map(block).filter { !$0.isEmpty } }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func block(_ block: ReportBlock) -> String {
    switch block {
    case .heading(let text): return text.isEmpty ? "" : "### " + Self.escaped(text)
    case .sentence(let text): return inked(text)
    case .keyValues(let pairs): return pairs.map { "- **\(Self.escaped($0.key))**: \(inked($0.value))" }.joined(separator: "\n")
    case .bars(let bars): return bars.bars.map { "- \(Self.escaped($0.label)): \(inked($0.value))" }.joined(separator: "\n")
    case .table(let table): return lines(table).joined(separator: "\n")
    }
  }

  private func lines(_ table: ReportTable) -> [String] {
    if table.columns.count == 1 {
      return ["**\(Self.escaped(table.columns[0].title))**", ""] + table.rows.map { "- " + inked($0[0]) } + rest(table)
    }
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    return [line(table.columns.map { Self.escaped($0.title) }), line(table.columns.map { $0.alignment == .trailing ? "--:" : ":--" })]
      + table.rows.map { line($0.map(inked)) } + rest(table)
  }

  private func rest(_ table: ReportTable) -> [String] { table.leftOut > 0 ? ["", "… \(table.leftOut) more"] : [] }

  private func inked(_ text: ReportText) -> String {
    let escaped = Self.escaped(text.text)
    return text.tone == .bad && !escaped.isEmpty ? "**\(escaped)**" : escaped
  }

  /// Characters that mean something to Markdown mean themselves here; a name cannot open a tag or a link.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\", "`", "*", "_", "[", "]", "|", "#", "~": escaped += "\\\(character)"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "@": escaped += "&#64;"
      case "\n", "\r", "\r\n": escaped += " "
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
