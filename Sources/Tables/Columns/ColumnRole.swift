/// What a column may be to the caller: its key in the caller's own language, and the names by which it is found unasked.
package struct ColumnRole: Sendable {
  package var key: String
  /// In the spelling of `HeaderName.words`.
  package var words: [String]
  /// A name with a unit is none of these: `interval (min)` is a length and no start.
  package var refusesUnits: Bool

  package init(_ key: String, _ words: [String], refusesUnits: Bool = false) {
    self.key = key
    self.words = words
    self.refusesUnits = refusesUnits
  }

  package func matches(_ name: HeaderName) -> Bool {
    words.contains(name.words) && !(refusesUnits && name.unit != nil)
  }
}
