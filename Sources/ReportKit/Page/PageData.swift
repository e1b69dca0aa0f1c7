/// The numbers of the charts for the script of the page, as JSON that may stand inside a script element.
struct PageData {
  private var charts: [String] = []
  private let intervals: [String]

  init(intervals: [String]) { self.intervals = intervals }

  /// The index of the chart in the data.
  mutating func add(_ chart: ReportChart) -> Int {
    var parts = [
      "\"form\": \(quoted(chart.form.rawValue))",
      "\"quantity\": \(quoted(chart.isDifference && chart.quantity == .share ? "points" : word(chart.quantity)))",
      "\"unit\": \(quoted(unit(chart)))",
      "\"axis\": \(quoted(chart.axis.title))",
    ]
    // The intervals of the document are written once.
    if chart.axis.labels == intervals, chart.axis.intervals == Array(intervals.indices) {
      parts.append("\"at\": true")
    } else {
      parts.append("\"labels\": \(list(chart.axis.labels))")
      parts.append("\"at\": [\(chart.axis.intervals.map(String.init).joined(separator: ","))]")
    }
    if let positions = chart.axis.positions {
      parts.append(
        "\"positions\": {\"title\": \(quoted(positions.title)), \"quantity\": \(quoted(word(positions.quantity))), "
          + "\"unit\": \(quoted(Self.currency(positions.quantity))), \"crosses\": \(positions.drawsIntervals), \(ranged(positions.values, positions.low, positions.high))}"
      )
    }
    if let faded = chart.axis.faded {
      parts.append(
        "\"faded\": {\"title\": \(quoted(faded.title)), \"others\": \(quoted(faded.others)), "
          + "\"places\": [\(faded.reasons.map { $0 == nil ? "false" : "true" }.joined(separator: ","))]}")
    }
    if let maximum = chart.maximum { parts.append("\"maximum\": \(Self.number(maximum))") }
    parts.append("\"views\": [\(chart.views.map(view).joined(separator: ", "))]")
    charts.append("{\(parts.joined(separator: ", "))}")
    return charts.count - 1
  }

  /// `<` is written as `\u003c`, so that no text can end the element or begin a comment.
  var text: String {
    let json = "{\"intervals\": \(list(intervals)),\n\"charts\": [\n\(charts.joined(separator: ",\n"))]}"
    return json.replacing("<", with: "\\u003c").replacing("\u{2028}", with: "\\u2028").replacing("\u{2029}", with: "\\u2029")
  }

  private func view(_ view: ReportChart.View) -> String {
    "{\"name\": \(quoted(view.name)), \"series\": [\(view.series.map(series).joined(separator: ", "))]}"
  }

  private func series(_ series: ReportChart.Series) -> String {
    "{\"name\": \(quoted(series.name)), \"style\": \(quoted(series.style.rawValue)), \(ranged(series.values, series.low, series.high))}"
  }

  private func ranged(_ values: [Double?], _ low: [Double?], _ high: [Double?]) -> String {
    "\"values\": \(numbers(values))" + (low.isEmpty ? "" : ", \"low\": \(numbers(low)), \"high\": \(numbers(high))")
  }

  private func word(_ quantity: Quantity) -> String {
    switch quantity {
    case .share: "share"
    case .duration: "duration"
    case .count: "count"
    case .hours: "hours"
    case .money: "money"
    }
  }

  private func unit(_ chart: ReportChart) -> String {
    if chart.isDifference, chart.quantity == .share { return "percentage points" }
    return chart.unit.isEmpty ? Self.currency(chart.quantity) : chart.unit
  }

  private static func currency(_ quantity: Quantity) -> String {
    if case .money(let currency) = quantity { currency } else { "" }
  }

  private func quoted(_ text: String) -> String { JSONObject.quoted(text) }
  private func list(_ texts: [String]) -> String { "[\(texts.map(JSONObject.quoted).joined(separator: ","))]" }
  private func numbers(_ values: [Double?]) -> String { "[\(values.map { Self.number($0) }.joined(separator: ","))]" }

  /// Six significant digits: more than any eye or spreadsheet column shows, and far fewer bytes. `results.json` has them all.
  static func number(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "null" }
    if value == 0 { return "0" }
    if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
    var scale = 1.0
    var size = abs(value)
    while size < 100_000, scale < 1e12 {
      size *= 10
      scale *= 10
    }
    return JSONObject.number((value * scale).rounded() / scale)
  }
}
