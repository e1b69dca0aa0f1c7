/// What to show, in which order, before anyone has decided how it looks.
///
/// Sections of `SectionCatalog` fill it from estimates; renderers of `RendererCatalog.all` turn it into text. A renderer lays out
/// and never computes; a section picks and words estimates and never knows about lines, colours or tags.
package struct ReportDocument: Sendable, Equatable {
  /// One line that says what this is.
  package var title: ReportText
  package var sections: [ReportSection]

  package init(title: ReportText, sections: [ReportSection]) {
    self.title = title
    self.sections = sections
  }
}

/// The blocks that one entry of the section catalogue gave.
package struct ReportSection: Sendable, Equatable {
  /// Name in `SectionCatalog`, for anchors and class names.
  package var name: String
  package var blocks: [ReportBlock]

  package init(name: String, blocks: [ReportBlock]) {
    self.name = name
    self.blocks = blocks
  }
}

/// A piece of a report.
package enum ReportBlock: Sendable, Equatable {
  case heading(String)
  case sentence(ReportText)
  case keyValues([KeyValue])
  case table(ReportTable)
  case bars(ReportBars)

  package var isSentence: Bool {
    if case .sentence = self { true } else { false }
  }

  package struct KeyValue: Sendable, Equatable {
    package var key: String
    package var value: ReportText

    package init(_ key: String, _ value: ReportText) {
      self.key = key
      self.value = value
    }
  }
}

/// Words and how they are meant. The tone may become a colour; the words alone always say the same.
package struct ReportText: Sendable, Equatable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  package enum Tone: Sendable, CaseIterable {
    case plain, strong, good, bad, unsure, muted
  }

  package var text: String
  package var tone: Tone

  package init(_ text: String, _ tone: Tone = .plain) {
    self.text = text
    self.tone = tone
  }

  package init(stringLiteral value: String) { self.init(value) }
}

/// Rows of cells under column titles. The title of the first column is the title of the table.
package struct ReportTable: Sendable, Equatable {
  package enum Alignment: Sendable {
    case leading, trailing
  }

  package struct Column: Sendable, Equatable {
    package var title: String
    package var alignment: Alignment
    /// May be cut with an ellipsis where the table is too wide.
    package var mayShorten: Bool

    package init(_ title: String, _ alignment: Alignment = .leading, mayShorten: Bool = false) {
      self.title = title
      self.alignment = alignment
      self.mayShorten = mayShorten
    }
  }

  package var columns: [Column]
  /// As many cells in each row as there are columns.
  package var rows: [[ReportText]]
  /// Where room is short, rows beyond these many may be left out; what is left out is counted.
  package var essentialRows: Int
  /// Rows that were left out at the end.
  package var leftOut = 0
  /// The file that has them all.
  package var restIn = "results.json"

  package init(columns: [Column], rows: [[ReportText]], essentialRows: Int? = nil) {
    precondition(rows.allSatisfy { $0.count == columns.count })
    self.columns = columns
    self.rows = rows
    self.essentialRows = essentialRows ?? rows.count
  }
}

/// Labelled lengths between 0 and 1, each beside its number in words.
package struct ReportBars: Sendable, Equatable {
  package struct Bar: Sendable, Equatable {
    package var label: String
    /// From 0 to 1.
    package var length: Double
    package var value: ReportText

    package init(_ label: String, length: Double, value: ReportText) {
      self.label = label
      self.length = length
      self.value = value
    }
  }

  package var bars: [Bar]

  package init(_ bars: [Bar]) { self.bars = bars }
}
