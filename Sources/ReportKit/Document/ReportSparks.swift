/// Small lines beside words, one row each, all over the same places.
package struct ReportSparks: Sendable, Equatable {
  /// One line over the places.
  package struct Row: Sendable, Equatable {
    /// What the row is about.
    package var label: String
    /// One for each place; nil leaves a blank.
    package var values: [Double?]
    /// Drawn at full height; nil: the largest value.
    package var maximum: Double?
    /// What the line says, in words beside it.
    package var note: ReportText

    package init(_ label: String, _ values: [Double?], maximum: Double? = nil, note: ReportText) {
      self.label = label
      self.values = values
      self.maximum = maximum
      self.note = note
    }
  }

  /// What the lines show.
  package var title: String
  /// Marks above the places, at their positions: hours.
  package var ticks: [(place: Int, label: String)]
  /// All over the same places, so that peaks stand above each other.
  package var rows: [Row]

  package init(_ title: String, ticks: [(place: Int, label: String)] = [], rows: [Row]) {
    self.title = title
    self.ticks = ticks
    self.rows = rows
  }

  /// Ticks are pairs, for which there is no equality to derive.
  package static func == (a: Self, b: Self) -> Bool {
    a.title == b.title && a.rows == b.rows && a.ticks.map(\.place) == b.ticks.map(\.place) && a.ticks.map(\.label) == b.ticks.map(\.label)
  }
}
