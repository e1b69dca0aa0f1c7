/// Numbers along an axis of named places (times of the day, lengths of waits), to be drawn as lines, steps or stacked bars; or named places
/// by two numbers, to be drawn as points.
///
/// A renderer that cannot draw shows the table behind it (`table(_:)`) or leaves it out.
package struct ReportChart: Sendable, Equatable {
  /// How the numbers are drawn.
  package enum Form: String, Sendable {
    /// One line per series, with its band of uncertainty where it has one.
    case lines
    /// Bars that stand on each other; their sum means something.
    case stackedBars
    /// One point per place, where its number along the axis (`Axis.positions`) and its value meet.
    case scatter
  }

  /// The places along the axis, from left to right.
  package struct Axis: Sendable, Equatable {
    /// What they are: `half-hour`, `queued at most`.
    package var title: String
    /// One for each place, as short as a tick can be.
    package var labels: [String]
    /// The reporting interval each place lies in, as index into `ReportDocument.intervals`; empty where places are no times.
    package var intervals: [Int]
    /// Where each place stands; nil: one after the other.
    package var positions: Positions?
    /// Places that need no look: drawn hollow and pale; nil: none.
    package var faded: Faded?

    package init(_ title: String, labels: [String], intervals: [Int] = [], positions: Positions? = nil, faded: Faded? = nil) {
      self.title = title
      self.labels = labels
      self.intervals = intervals
      self.positions = positions
      self.faded = faded
    }
  }

  /// A number for each place, with its interval where it has one.
  package struct Positions: Sendable, Equatable {
    /// What the numbers along the axis are.
    package var title: String
    /// Unit and spelling of the numbers along the axis.
    package var quantity: Quantity
    /// One for each place; nil: the place is not drawn.
    package var values: [Double?]
    /// Lower ends of their intervals; empty where there are none.
    package var low: [Double?]
    /// Upper ends of their intervals; empty where there are none.
    package var high: [Double?]
    /// Intervals are drawn as crosses through the points. Among many they would hide each other; the table has them all.
    package var drawsIntervals: Bool { values.count <= Positions.mostCrosses }
    /// Places up to which crosses stay apart on a page.
    package static let mostCrosses = 12

    package init(_ title: String, _ quantity: Quantity, _ values: [Double?], low: [Double?] = [], high: [Double?] = []) {
      self.title = title
      self.quantity = quantity
      self.values = values
      self.low = low
      self.high = high
    }
  }

  /// Which places are drawn pale, and what the reader is told of it.
  package struct Faded: Sendable, Equatable {
    /// What such places are: `dominated`. And what the others are: `worth a thought`.
    package var title: String
    /// What the places are that are not pale, for the legend.
    package var others: String
    /// Why each place is one of them; nil: it is not.
    package var reasons: [String?]

    package init(_ title: String, others: String, reasons: [String?]) {
      self.title = title
      self.others = others
      self.reasons = reasons
    }
  }

  /// One value per place; nil where there is none.
  package struct Series: Sendable, Equatable {
    /// What the line of a series means.
    package enum Style: String, Sendable {
      case line
      /// Keeps its value until the next place.
      case step
      /// A goal or limit, drawn thinner than what is measured against it.
      case reference
    }

    /// For the legend and the column of the table behind the chart.
    package var name: String
    /// One for each place; nil leaves a gap.
    package var values: [Double?]
    /// The interval around each value; empty where there is none.
    package var low: [Double?]
    /// Upper ends of the intervals around each value; empty where there are none.
    package var high: [Double?]
    /// A line unless said otherwise.
    package var style: Style

    package init(_ name: String, _ values: [Double?], low: [Double?] = [], high: [Double?] = [], style: Style = .line) {
      self.name = name
      self.values = values
      self.low = low
      self.high = high
      self.style = style
    }
  }

  /// One way to look at it; where there are several the reader chooses, and the first is shown at the start.
  package struct View: Sendable, Equatable {
    /// For the switch where there are several.
    package var name: String
    /// In the order of the legend; stacked bars grow in this order.
    package var series: [Series]

    package init(_ name: String, _ series: [Series]) {
      self.name = name
      self.series = series
    }
  }

  /// Unique in its document, kebab-case.
  package var name: String
  /// What it shows, in a few words.
  package var title: String
  /// How to read it, in a sentence or two; may be empty.
  package var note: String
  /// One form for all views.
  package var form: Form
  /// One axis for all views, so that switching does not move the places.
  package var axis: Axis
  /// Unit and spelling of the values.
  package var quantity: Quantity
  /// The numbers are differences: signed, and shares in percentage points.
  package var isDifference: Bool
  /// What the numbers count where `quantity` does not say it: `people`, `contacts`.
  package var unit: String
  /// End of the vertical axis where it is known beforehand: 1 for shares.
  package var maximum: Double?
  /// At least one.
  package var views: [View]
  /// Terms to be explained beside it.
  package var terms: [ReportTerm]
  /// May stand beside another one.
  package var isSmall: Bool

  package init(
    name: String, title: String, note: String = "", form: Form = .lines, axis: Axis, quantity: Quantity, isDifference: Bool = false,
    unit: String = "", maximum: Double? = nil, views: [View], terms: [ReportTerm] = [], isSmall: Bool = false
  ) {
    self.name = name
    self.title = title
    self.note = note
    self.form = form
    self.axis = axis
    self.quantity = quantity
    self.isDifference = isDifference
    self.unit = unit
    self.maximum = maximum
    self.views = views
    self.terms = terms
    self.isSmall = isSmall
  }

  /// The numbers of one view, a row per place.
  package func table(_ view: View) -> ReportTable {
    var columns = [ReportTable.Column(axis.title)]
    if let positions = axis.positions { columns.append(.init(positions.title, .trailing)) }
    columns += view.series.map { .init($0.name, .trailing) }
    if let faded = axis.faded { columns.append(.init(faded.title)) }
    let rows = axis.labels.indices.map { place -> [ReportText] in
      var row = [ReportText(axis.labels[place])]
      if let positions = axis.positions {
        row.append(Self.cell(positions.values[place], positions.low, positions.high, place, positions.quantity))
      }
      row += view.series.map { cell($0, place) }
      if let faded = axis.faded { row.append(ReportText(faded.reasons[place] ?? "no")) }
      return row
    }
    var table = ReportTable(columns: columns, rows: rows)
    table.rowIntervals = axis.intervals
    return table
  }

  private func cell(_ series: Series, _ place: Int) -> ReportText {
    // What is counted at one moment of one play is whole.
    if series.style == .step, quantity == .count, let value = series.values[place], value == value.rounded() {
      return ReportText(Words.fixed(value, decimals: 0), number: ReportNumber(value))
    }
    return Self.cell(series.values[place], series.low, series.high, place, quantity, isDifference: isDifference)
  }

  private static func cell(
    _ value: Double?, _ low: [Double?], _ high: [Double?], _ place: Int, _ quantity: Quantity, isDifference: Bool = false
  ) -> ReportText {
    guard let value else { return ReportText(Words.undefined) }
    let low = low.isEmpty ? nil : low[place]
    let high = high.isEmpty ? nil : high[place]
    return ReportText(
      isDifference ? Words.change(value, low: low, high: high, quantity) : Words.estimate(value, low: low, high: high, quantity),
      number: ReportNumber(value, low: low, high: high))
  }
}
