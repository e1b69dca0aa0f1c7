/// What to show, in which order, before anyone has decided how it looks.
///
/// Sections of `SectionCatalog` fill it from estimates; renderers of `RendererCatalog.all` turn it into text. A renderer lays out
/// and never computes; a section picks and words estimates and never knows about lines, colours or tags.
package struct ReportDocument: Sendable, Equatable {
  /// One line that says what this is.
  package var title: ReportText
  /// What it is about, alone: the scenario's name. Empty: the title says it.
  package var subject = ""
  /// More about it in a sentence; may be empty.
  package var about = ""
  /// Where `subject` is given: what was done to it.
  package var subtitle = ""
  /// Labels of the reporting intervals that rows, cells and places point to by index; empty where nothing does.
  package var intervals: [String] = []
  /// What one of them is called: `half-hour`.
  package var intervalName = "interval"
  /// The file beside it that has all digits.
  package var numbersIn = "results.json"
  /// What a page opens with; nil: it begins with its first section.
  package var head: ReportHead?
  /// In the order of reading; each has something to say.
  package var sections: [ReportSection]

  package init(title: ReportText, sections: [ReportSection]) {
    self.title = title
    self.sections = sections
  }

  /// Says which file has all digits, and what tables leave out unless they name another.
  package mutating func nameNumbers(_ file: String) {
    for section in sections.indices {
      for block in sections[section].blocks.indices {
        guard case .table(var table) = sections[section].blocks[block], table.restIn == numbersIn else { continue }
        table.restIn = file
        sections[section].blocks[block] = .table(table)
      }
    }
    numbersIn = file
  }
}

/// The blocks that one entry of the section catalogue gave.
package struct ReportSection: Sendable, Equatable {
  /// Name in `SectionCatalog`, for anchors and class names.
  package var name: String
  /// Above it, where a renderer has room for titles.
  package var title: String
  /// In the order of reading.
  package var blocks: [ReportBlock]

  /// Without a title: the name as words.
  package init(name: String, title: String? = nil, blocks: [ReportBlock]) {
    self.name = name
    self.title = title ?? Self.words(name)
    self.blocks = blocks
  }

  private static func words(_ name: String) -> String {
    let words = name.replacing("-", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

/// A piece of a report.
package enum ReportBlock: Sendable, Equatable {
  case heading(String)
  case sentence(ReportText)
  case keyValues([KeyValue])
  case table(ReportTable)
  case bars(ReportBars)
  case sparks(ReportSparks)
  case ranges(ReportRanges)
  case tracks(ReportTracks)
  case chart(ReportChart)
  case heatMap(ReportHeatMap)
  case timeline(ReportTimeline)
  case listing(ReportListing)
  case grid(ReportGrid)
  /// What the words before it mean, where there is room for it.
  case terms([ReportTerm])

  /// So that short documents can be set as one paragraph.
  package var isSentence: Bool {
    switch self {
    case .sentence, .terms: true
    default: false
    }
  }

  /// A word and what it stands for, on one line.
  package struct KeyValue: Sendable, Equatable {
    /// A word or two, without a colon.
    package var key: String
    /// Set beside the key, in a column of its own.
    package var value: ReportText

    package init(_ key: String, _ value: ReportText) {
      self.key = key
      self.value = value
    }
  }
}

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

/// Rows of cells under column titles. The title of the first column is the title of the table.
package struct ReportTable: Sendable, Equatable {
  /// Where the cells of a column line up.
  package enum Alignment: Sendable {
    case leading, trailing
  }

  /// A heading and how what is below it lines up.
  package struct Column: Sendable, Equatable {
    /// May be empty over labels.
    package var title: String
    /// Numbers line up at their end.
    package var alignment: Alignment
    /// May be cut with an ellipsis where the table is too wide.
    package var mayShorten: Bool
    /// The last column only: its cells are sentences, which stand below their rows where the table is too wide for a line.
    package var mayStandBelow: Bool
    /// Stays in sight where the table is wider than the screen: what the row comes to.
    package var isVerdict: Bool
    /// What the title means, where it has to be explained.
    package var term: ReportTerm?

    package init(
      _ title: String, _ alignment: Alignment = .leading, mayShorten: Bool = false, mayStandBelow: Bool = false, isVerdict: Bool = false,
      term: ReportTerm? = nil
    ) {
      self.isVerdict = isVerdict
      self.title = title
      self.alignment = alignment
      self.mayShorten = mayShorten
      self.mayStandBelow = mayStandBelow
      self.term = term
    }
  }

  /// As many as every row has cells.
  package var columns: [Column]
  /// As many cells in each row as there are columns.
  package var rows: [[ReportText]]
  /// Where room is short, rows beyond these many may be left out; what is left out is counted.
  package var essentialRows: Int
  /// Rows that were left out at the end.
  package var leftOut = 0
  /// So long that a page opens it only on request.
  package var isFolded = false
  /// The file that has them all.
  package var restIn = "results.json"
  /// The interval of each row, as index into `ReportDocument.intervals`; empty where rows are not about intervals.
  package var rowIntervals: [Int] = []

  package init(columns: [Column], rows: [[ReportText]], essentialRows: Int? = nil) {
    precondition(rows.allSatisfy { $0.count == columns.count })
    self.columns = columns
    self.rows = rows
    self.essentialRows = essentialRows ?? rows.count
  }
}

/// Labelled lengths between 0 and 1, each beside its number in words.
package struct ReportBars: Sendable, Equatable {
  /// One length with its label.
  package struct Bar: Sendable, Equatable {
    /// What the length is of.
    package var label: String
    /// From 0 to 1.
    package var length: Double
    /// The number in words, beside the bar.
    package var value: ReportText

    package init(_ label: String, length: Double, value: ReportText) {
      self.label = label
      self.length = length
      self.value = value
    }
  }

  /// From top to bottom, on one scale.
  package var bars: [Bar]

  package init(_ bars: [Bar]) { self.bars = bars }
}
