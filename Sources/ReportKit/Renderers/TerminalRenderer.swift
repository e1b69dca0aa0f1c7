import TerminalText

/// Plain text in aligned columns for a terminal, a pipe or a log: one blank line between sections, no tabs, colour only where it is wanted.
///
/// Where `RenderOptions.lines` is given, tables give up rows beyond their essential ones, the longest table first, until all fits;
/// a line says how many were left out. Where that is not enough blank lines go, the last first.
package struct TerminalRenderer: ReportRenderer {
  /// `--format text`, and what a run prints.
  package static let family = RendererFamily(name: "text", help: "plain text in aligned columns") { TerminalRenderer($0) }

  /// Width and lines of the terminal, or none for a pipe.
  package var options: RenderOptions

  package init(_ options: RenderOptions) { self.options = options }

  /// Charts, maps and terms are left out: the tables have their numbers.
  package func render(_ document: ReportDocument) -> String {
    var document = document
    var lines = layout(document)
    if let limit = options.lines {
      while lines.count > limit, shortenLongestTable(&document) { lines = layout(document) }
      while lines.count > limit, let blank = lines.lastIndex(of: "") { lines.remove(at: blank) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A section of sentences alone belongs to the paragraph before it.
  private func layout(_ document: ReportDocument) -> [String] {
    var lines = [styled(ReportText(DisplayWidth.excerpt(document.title.text, 4 * options.width), document.title.tone))]
    for (index, section) in document.sections.enumerated() {
      if index == 0 || !section.blocks.allSatisfy(\.isSentence) { lines.append("") }
      lines += section.blocks.flatMap(self.lines)
    }
    return lines
  }

  // MARK: Fitting a screen

  /// Takes a line from the table that can best spare it; false where none can.
  private func shortenLongestTable(_ document: inout ReportDocument) -> Bool {
    var best: (section: Int, block: Int, spare: Int)?
    for (s, section) in document.sections.enumerated() {
      for (b, block) in section.blocks.enumerated() {
        guard case .table(let table) = block else { continue }
        // The line that counts the rest takes a line itself.
        let spare = table.rows.count - table.essentialRows - (table.leftOut == 0 ? 1 : 0)
        if spare > (best?.spare ?? 0) { best = (s, b, spare) }
      }
    }
    guard let best, case .table(var table) = document.sections[best.section].blocks[best.block] else { return false }
    let cut = table.leftOut == 0 ? 2 : 1
    table.rows.removeLast(cut)
    table.leftOut += cut
    document.sections[best.section].blocks[best.block] = .table(table)
    return true
  }

  // MARK: Blocks

  private func lines(_ block: ReportBlock) -> [String] {
    switch block {
    case .heading(let text): [styled(ReportText(DisplayWidth.excerpt(text, 4 * options.width), .strong))]
    case .sentence(let text): wrapped(text)
    case .keyValues(let pairs): keyValueLines(pairs)
    case .table(let table): tableLines(table)
    case .bars(let bars): barLines(bars)
    case .sparks(let sparks): sparkLines(sparks)
    case .ranges(let ranges): ranges.rows.flatMap { wrapped(ReportText("\($0.label): \($0.words): \($0.verdict.text)", $0.verdict.tone)) }
    case .tracks(let tracks): tracks.rows.flatMap { wrapped(ReportText("\($0.label): \($0.words)")) }
    case .flow(let flow): flow.lines.flatMap { wrapped(ReportText($0)) }
    case .timeline(let timeline): timeline.moments.flatMap { wrapped(ReportText("\($0.time)  \($0.sentence.text)", $0.sentence.tone)) }
    case .listing(let listing):
      [styled(ReportText(listing.title, .strong))] + listing.text.split(separator: "\n").map { "  \(Legible.text(String($0)))" }
    // A screen has no room for what only a page can draw.
    case .chart, .heatMap, .terms, .grid: []
    }
  }

  private func keyValueLines(_ pairs: [ReportBlock.KeyValue]) -> [String] {
    let width = pairs.map { DisplayWidth.of($0.key) }.max() ?? 0
    return pairs.map { styled(ReportText(DisplayWidth.padded($0.key, width), .muted)) + "  " + styled($0.value) }
  }

  private func barLines(_ bars: ReportBars) -> [String] {
    let width = bars.bars.map { DisplayWidth.of($0.label) }.max() ?? 0
    return bars.bars.map { bar in
      "\(DisplayWidth.padded(Legible.text(bar.label), width))  \(Glyphs.bar(bar.length, from: bar.from))  \(styled(bar.value))"
    }
  }

  /// Nothing where the places do not fit the line.
  private func sparkLines(_ sparks: ReportSparks) -> [String] {
    guard let places = sparks.rows.map(\.values.count).max() else { return [] }
    let note = sparks.rows.map { DisplayWidth.of($0.note.text) }.max() ?? 0
    // Labels give way first, as in tables.
    let title = DisplayWidth.of(sparks.title)
    let widest = max(title, sparks.rows.map { DisplayWidth.of($0.label) }.max() ?? 0)
    let label = min(widest, max(12, title, options.width - places - note - 4))
    guard label + 2 + places + 2 + note <= options.width else { return [] }
    var ruler = ""
    for tick in sparks.ticks where tick.place >= ruler.count {
      ruler += String(repeating: " ", count: tick.place - ruler.count) + tick.label + " "
    }
    while ruler.last == " " { ruler.removeLast() }
    let head = styled(ReportText(sparks.title, .strong)) + String(repeating: " ", count: label - title) + "  "
    return [head + styled(ReportText(ruler, .muted))]
      + sparks.rows.map { row in
        "\(DisplayWidth.padded(Legible.text(DisplayWidth.shortened(row.label, label)), label))  \(Glyphs.spark(row.values, maximum: row.maximum))  \(styled(row.note))"
      }
  }

  private func tableLines(_ table: ReportTable) -> [String] {
    var table = table
    // A title may be a name; it may not take the room of the numbers.
    for column in table.columns.indices {
      table.columns[column].title = DisplayWidth.shortened(table.columns[column].title, max(16, options.width / 2))
    }
    let rest = table.leftOut > 0 ? [styled(ReportText("… \(table.leftOut) more in \(table.restIn)", .muted))] : []
    // A list: nothing stands beside its lines, so they may be broken.
    if table.columns.count == 1 {
      return [styled(ReportText(table.columns[0].title, .strong))] + table.rows.flatMap { wrapped($0[0]) } + rest
    }
    let titleWidths = table.columns.map { DisplayWidth.of($0.title) }
    var widths = table.columns.indices.map { column in
      max(titleWidths[column], table.rows.map { DisplayWidth.of($0[column].text) }.max() ?? 0)
    }
    var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - options.width
    if excess > 0 && table.columns.last?.mayStandBelow == true {
      var beside = table
      beside.columns.removeLast()
      beside.rows = table.rows.map { $0.dropLast() }
      beside.leftOut = 0
      let lines = tableLines(beside)
      let indent = String(repeating: " ", count: widths[0] + 2)
      return [lines[0]]
        + zip(lines.dropFirst(), table.rows).flatMap { line, row in
          let below = row[row.count - 1]
          return below.text.isEmpty ? [line] : [line] + wrapped(ReportText(indent + below.text, below.tone))
        } + rest
    }
    // The widest column that may be shortened gives way first.
    while excess > 0 {
      let candidates = table.columns.indices.filter { table.columns[$0].mayShorten && widths[$0] > max(8, titleWidths[$0]) }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    for column in table.columns.indices where table.columns[column].mayShorten {
      let shown = Self.distinct(table.rows.map { $0[column].text }, width: widths[column], atMost: options.width / 2)
      for row in table.rows.indices { table.rows[row][column].text = shown[row] }
      widths[column] = max(widths[column], shown.map(DisplayWidth.of).max() ?? 0)
    }
    func line(_ cells: [ReportText]) -> String {
      var text = ""
      for (column, cell) in cells.enumerated() {
        let isLast = column == cells.count - 1
        let room = String(repeating: " ", count: max(0, widths[column] - DisplayWidth.of(cell.text)))
        let inked = styled(cell)
        switch table.columns[column].alignment {
        case .trailing: text += room + inked
        case .leading: text += inked + (isLast ? "" : room)
        }
        if !isLast { text += "  " }
      }
      while text.last == " " { text.removeLast() }
      return text
    }
    let titles = table.columns.enumerated().map { ReportText($1.title, $0 == 0 ? .strong : .muted) }
    return [line(titles)] + table.rows.map(line) + rest
  }

  /// Names that are cut to fit a column but stay different: `volume=50/d, per-hour=20` and `volume=50/d, per-hour=24` lose their middle
  /// instead of their end, and where that does not tell them apart, less of it.
  static func distinct(_ texts: [String], width: Int, atMost most: Int) -> [String] {
    // Nobody tells names of thousands of letters apart by their middle.
    let texts = texts.map { $0.utf8.count > 16 * most ? "\($0.prefix(2 * most))…\($0.suffix(2 * most))" : $0 }
    let different = Set(texts).count
    var room = width
    while true {
      for cut in [DisplayWidth.shortened, DisplayWidth.excerpt] {
        let shown = texts.map { cut($0, room) }
        if Set(shown).count == different { return shown }
      }
      guard room < most else { return texts.map { DisplayWidth.shortened($0, width) } }
      room += 1
    }
  }

  /// Breaks a sentence at spaces so that it stays within the width. What it begins with is kept: blanks are meant.
  private func wrapped(_ text: ReportText) -> [String] {
    let indent = String(text.text.prefix { $0 == " " })
    var lines: [String] = []
    var line = indent
    var lineWidth = indent.count
    var isFirstWord = true
    for word in text.text.dropFirst(indent.count).split(separator: " ", omittingEmptySubsequences: false) {
      let width = DisplayWidth.of(String(word))
      if !isFirstWord && lineWidth + 1 + width > options.width {
        lines.append(line)
        line = indent + "  " + word
        lineWidth = indent.count + 2 + width
      } else {
        line += (isFirstWord ? "" : " ") + word
        lineWidth += (isFirstWord ? 0 : 1) + width
      }
      isFirstWord = false
    }
    lines.append(line)
    return lines.map { styled(ReportText($0, text.tone)) }
  }

  // MARK: Colour

  private func styled(_ text: ReportText) -> String {
    var text = text
    text.text = Legible.text(text.text)
    guard options.usesColour, !text.text.isEmpty else { return text.text }
    let code =
      switch text.tone {
      case .plain: ""
      case .strong: "1"
      case .good: "32"
      case .bad: "31"
      case .unsure: "33"
      case .muted: "2"
      }
    return code.isEmpty ? text.text : "\u{1B}[\(code)m\(text.text)\u{1B}[0m"
  }
}
