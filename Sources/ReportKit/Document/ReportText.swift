/// Words and how they are meant. The tone may become a colour; the words alone always say the same.
package struct ReportText: Sendable, Equatable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  /// What a text means, for colour, weight and shape; a renderer without colour says it by weight.
  package enum Tone: Sendable, CaseIterable {
    case plain, strong, good, bad, unsure, muted
  }

  /// As it is to be read; inert wherever it is written.
  package var text: String
  /// Plain unless it judges something.
  package var tone: Tone
  /// The number that the words say, for sorting and for spreadsheets.
  package var number: ReportNumber?
  /// A file below the folder of the page, by its path from there; nil: none.
  package var link: String?

  package init(_ text: String, _ tone: Tone = .plain, number: ReportNumber? = nil) {
    self.text = text
    self.tone = tone
    self.number = number
  }

  package init(stringLiteral value: String) { self.init(value) }
}
