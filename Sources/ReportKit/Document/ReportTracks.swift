/// One course after another drawn as a line of stretches, each of a kind, from its beginning to its end; every row on a scale of its own.
package struct ReportTracks: Sendable, Equatable {
  /// A part of a row.
  package struct Span: Sendable, Equatable {
    /// Index into `kinds`.
    package var kind: Int
    /// From 0 to 1 along the row.
    package var from, to: Double
    /// What it is, with its length.
    package var words: String

    package init(kind: Int, from: Double, to: Double, words: String) {
      (self.kind, self.from, self.to, self.words) = (kind, from, to, words)
    }
  }

  /// An instant on a row that is worth a mark.
  package struct Mark: Sendable, Equatable {
    /// From 0 to 1 along the row.
    package var at: Double
    package var words: ReportText

    package init(at: Double, words: ReportText) {
      (self.at, self.words) = (at, words)
    }
  }

  /// One course.
  package struct Row: Sendable, Equatable {
    /// Whose it is.
    package var label: String
    /// How long it took and of what, in words: all that a reader without pictures gets.
    package var words: String
    /// The instants at both ends.
    package var begins, ends: String
    package var spans: [Span]
    package var marks: [Mark]

    package init(_ label: String, words: String, begins: String, ends: String, spans: [Span], marks: [Mark] = []) {
      (self.label, self.words, self.spans, self.marks) = (label, words, spans, marks)
      (self.begins, self.ends) = (begins, ends)
    }
  }

  /// What the stretches may be, in the order of the legend; at most six.
  package var kinds: [String]
  /// From top to bottom.
  package var rows: [Row]
  /// What the marks mean; may be empty.
  package var note: String

  package init(kinds: [String], rows: [Row], note: String = "") {
    self.kinds = kinds
    self.rows = rows
    self.note = note
  }
}
