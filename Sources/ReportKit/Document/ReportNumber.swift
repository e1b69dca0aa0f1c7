/// A number behind words: seconds, shares from 0 to 1, unrounded, as in `results.json`.
package struct ReportNumber: Sendable, Equatable {
  /// In the unit of its column, unrounded.
  package var value: Double
  /// Lower end of its interval; nil: none.
  package var low: Double?
  /// Upper end of its interval; nil: none.
  package var high: Double?

  package init(_ value: Double, low: Double? = nil, high: Double? = nil) {
    self.value = value
    self.low = low
    self.high = high
  }
}
