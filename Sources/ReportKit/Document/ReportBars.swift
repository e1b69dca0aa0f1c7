/// Labelled lengths between 0 and 1, each beside its number in words.
package struct ReportBars: Sendable, Equatable {
  /// One length with its label.
  package struct Bar: Sendable, Equatable {
    /// What the length is of.
    package var label: String
    /// From 0 to 1.
    package var length: Double
    /// Where it begins: of a waterfall each begins where the one before ended.
    package var from: Double
    /// The number in words, beside the bar.
    package var value: ReportText

    package init(_ label: String, from: Double = 0, length: Double, value: ReportText) {
      self.from = from
      self.label = label
      self.length = length
      self.value = value
    }
  }

  /// From top to bottom, on one scale.
  package var bars: [Bar]

  package init(_ bars: [Bar]) { self.bars = bars }
}
