/// One thing wrong in a scenario: where, what, what was expected, and the nearest thing that would be right.
///
/// ```
/// launch.yaml:12:11: 3 has no unit; expected a duration such as 3m or 3s
/// launch.yaml:15:5: unknown key `tlak` in a contact type; did you mean `talk`?
/// ```
package struct Problem: Error, Sendable, Hashable {
  /// Which exit status it means.
  package enum Kind: Sendable, Hashable {
    /// The text is wrong (exit status 65).
    case badData
    /// A file cannot be read (exit status 74).
    case unreadable
  }

  /// Of the value that is wrong, or of its key where there is no value.
  package var place: SourcePlace
  /// Keys from the top, for example `contacts.billing-call.talk`; empty for the file as a whole.
  package var path: String
  /// What is wrong, without a full stop.
  package var wrong: String
  /// What would be right, without the word "expected".
  package var expected: String?
  /// The nearest right thing, as a person would write it.
  package var nearest: String?
  /// A file that cannot be read outweighs all bad data.
  package var kind: Kind

  package init(
    _ wrong: String, expected: String? = nil, nearest: String? = nil, at place: SourcePlace, path: String = "",
    kind: Kind = .badData
  ) {
    self.place = place
    self.path = path
    self.wrong = wrong
    self.expected = expected
    self.nearest = nearest
    self.kind = kind
  }

  /// Of the place.
  package var file: String { place.file }
  /// Of the place.
  package var line: Int { place.line }
  /// Of the place.
  package var column: Int { place.column }

  /// `file:line:column: what is wrong; what was expected; the nearest right thing`. The only place that joins them.
  package var sentence: String {
    var text = place.file
    if place.line > 0 { text += ":\(place.line):\(place.column)" }
    text += ": \(wrong)"
    if let expected { text += "; expected \(expected)" }
    if let nearest { text += "; did you mean \(nearest)?" }
    return text
  }
}

extension Problem: CustomStringConvertible {
  /// The sentence.
  package var description: String { sentence }
}

extension [Problem] {
  /// By file in order of first mention, then line and column, each once.
  var inReadingOrder: [Problem] {
    var files: [String: Int] = [:]
    for problem in self where files[problem.file] == nil { files[problem.file] = files.count }
    var seen: Set<Problem> = []
    return
      enumerated()
      .filter { seen.insert($0.element).inserted }
      .sorted { a, b in
        let x = (files[a.element.file]!, a.element.line, a.element.column, a.offset)
        let y = (files[b.element.file]!, b.element.line, b.element.column, b.offset)
        return x < y
      }
      .map(\.element)
  }
}
