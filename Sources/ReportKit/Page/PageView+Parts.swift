import Mustache

/// One cell of a table. Not a dictionary, because there are tens of thousands of them.
struct CellView: MustacheParent {
  let text: String
  let tag: String
  let attributes: String
  private let link: String?

  /// `isBehind`: behind a chart, where all cells are numbers and the style sheet aligns them. `isInData`: the numbers behind the words are
  /// those of the chart, and not written twice.
  init(_ cell: ReportText, column: ReportTable.Column, isFirst: Bool, isBehind: Bool = false, isInData: Bool = false) {
    text = cell.number == nil ? cell.text : PageView.kept(cell.text)
    tag = isFirst ? "th" : "td"
    link = cell.link
    var classes: [String] = []
    if column.alignment == .trailing, !isBehind { classes.append("n") }
    if column.isVerdict { classes.append("v") }
    if cell.text.count > 40 { classes.append("long") }
    if cell.tone != .plain { classes.append("tone-\(cell.tone)") }
    var attributes = isFirst ? " scope=\"row\"" : ""
    // Letters that may run from right to left are beyond ASCII.
    if !cell.text.utf8.allSatisfy({ $0 < 0x80 }), cell.number == nil { attributes += " dir=\"auto\"" }
    if !classes.isEmpty { attributes += " class=\"\(classes.joined(separator: " "))\"" }
    // A cell that is its own number needs no other.
    if !isInData, let number = cell.number, number.value.isFinite, text != PageData.number(number.value) || number.low != nil {
      attributes += " data-v=\"\(PageData.number(number.value))\""
      if let low = number.low, let high = number.high, low < high {
        attributes += " data-l=\"\(PageData.number(low))\" data-h=\"\(PageData.number(high))\""
      }
    }
    self.attributes = attributes
  }

  /// Beyond it a cell shows its first lines.
  private static let longest = 200

  func child(named name: String) -> Any? {
    switch name {
    case "text": text
    case "clip": text.utf8.count > CellView.longest ? text : false
    case "tag": tag
    case "attributes": attributes
    case "link": link ?? false
    default: nil
    }
  }
}

extension PageView {
  static func optional(_ text: String) -> Any { text.isEmpty ? false : ["text": text] as [String: Any] }

  /// ` class="n v"`, or nothing.
  static func classes(_ names: [String?]) -> String {
    let names = names.compactMap { $0 }
    return names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
  }

  static func words(_ text: ReportText) -> [String: Any] { ["text": kept(text.text), "tone": "\(text.tone)"] }

  /// Numbers as they are set: a percent sign stays with its number, and a minus is as wide as a plus.
  static func kept(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "-") }) else { return text }
    var set = ""
    var before: Unicode.Scalar = " "
    let scalars = Array(text.unicodeScalars)
    func isDigit(_ place: Int) -> Bool { scalars.indices.contains(place) && ("0"..."9").contains(scalars[place]) }
    for (place, scalar) in scalars.enumerated() {
      switch scalar {
      case " " where isDigit(place - 1) && place + 1 < scalars.count && scalars[place + 1] == "%": set.unicodeScalars.append("\u{A0}")
      case "-" where isDigit(place + 1) && (before == " " || before == "("): set.unicodeScalars.append("−")
      default: set.unicodeScalars.append(scalar)
      }
      before = scalar
    }
    return set
  }

  static func heat(_ cell: ReportHeatMap.Cell, saysWords: Bool) -> HeatCellView {
    var attributes = ""
    if let interval = cell.interval { attributes += " data-i=\"\(interval)\"" }
    if let number = cell.number { attributes += " data-v=\"\(PageData.number(number))\"" }
    let level = cell.level.map { String(min(8, max(0, Int($0 * 9)))) } ?? "e"
    return HeatCellView(text: cell.text, level: level, hover: saysWords ? cell.words : "", attributes: attributes)
  }

  static func range(_ row: ReportRanges.Row, _ scale: ReportRanges.Scale) -> [String: Any] {
    func place(_ value: Double) -> Double { (value - scale.from) / (scale.to - scale.from) }
    func span(_ low: Double?, _ high: Double?) -> Any {
      guard let low, let high else { return false }
      return ["left": percent(place(low)), "width": percent(place(high) - place(low))] as [String: Any]
    }
    return [
      "label": row.label, "verdict": row.verdict.text, "tone": "\(row.verdict.tone)", "words": kept(row.words),
      "next": span(row.nextLow, row.nextHigh), "mean": span(row.low, row.high),
      "goal": row.goal.map { ["left": percent(place($0))] as [String: Any] } ?? false, "dot": percent(place(row.value)),
    ]
  }

  static func tracks(_ tracks: ReportTracks) -> [String: Any] {
    let rows = tracks.rows.map { row -> [String: Any] in
      [
        "label": row.label, "words": kept(row.words), "begins": row.begins, "ends": row.ends,
        "spans": row.spans.map {
          ["kind": $0.kind + 1, "left": percent($0.from), "width": percent($0.to - $0.from), "words": kept($0.words)] as [String: Any]
        },
        "marks": row.marks.map { ["left": percent($0.at), "tone": "\($0.words.tone)", "words": kept($0.words.text)] as [String: Any] },
      ]
    }
    let used = Set(tracks.rows.flatMap { $0.spans.map(\.kind) })
    return [
      "isTracks": true, "tracks": rows, "tracksNote": optional(tracks.note),
      "trackKinds": tracks.kinds.enumerated().filter { used.contains($0.offset) }.map {
        ["kind": $0.offset + 1, "name": $0.element] as [String: Any]
      },
    ]
  }

  /// The marks below ranges.
  static func ticks(_ scale: ReportRanges.Scale) -> [[String: Any]] {
    scale.labels.enumerated().map { ["left": percent(Double($0) / Double(max(1, scale.labels.count - 1))), "label": $1] }
  }

  static func spark(_ row: ReportSparks.Row) -> [String: Any] {
    let most = row.maximum ?? row.values.compactMap { $0 }.max() ?? 0
    var path = ""
    for (place, value) in row.values.enumerated() {
      guard let value, most > 0 else { continue }
      let height = PageData.number(min(1, max(0, value / most)) * 10)
      path += "M\(place) 10h.85v-\(height)h-.85z"
    }
    return ["label": row.label, "places": row.values.count, "path": path.isEmpty ? "M0 10" : path, "note": kept(row.note.text)]
  }

  /// `85.91` of 0.859123, within 0 and 100.
  static func percent(_ share: Double) -> String { PageData.number((min(1, max(0, share)) * 10_000).rounded() / 100) }

  /// Letters, digits and hyphens, so that it may be an anchor.
  static func identifier(_ name: String) -> String {
    String(name.unicodeScalars.map { $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0)) ? Character($0) : "-" })
  }
}
