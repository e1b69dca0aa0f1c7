/// A day with its intervals across, or a week with its days one below the other: numbers in rows, shifts as bars between them.
package struct ReportGrid: Sendable, Equatable {
  /// What a number means, for colour; its sign or its words say it too.
  package enum Meaning: String, Sendable {
    case plain
    /// People are missing, or a goal is missed.
    case short
    /// People to spare, or a goal is reached.
    case spare
    /// Closed, or nothing to show.
    case empty
  }

  /// One interval of a row.
  package struct Cell: Sendable, Equatable {
    /// As short as it can be.
    package var text: String
    package var meaning: Meaning
    /// The number behind the words, for the script of the page.
    package var number: Double?
    /// Index into `ReportDocument.intervals`.
    package var interval: Int?

    package init(_ text: String, _ meaning: Meaning = .plain, number: Double? = nil, interval: Int? = nil) {
      self.text = text
      self.meaning = meaning
      self.number = number
      self.interval = interval
    }

    package static let empty = Cell("", .empty)
  }

  /// One number for each interval.
  package struct Row: Sendable, Equatable {
    package var label: String
    /// One for each column.
    package var cells: [Cell]
    /// The row that answers.
    package var isMain: Bool

    package init(_ label: String, _ cells: [Cell], isMain: Bool = false) {
      self.label = label
      self.cells = cells
      self.isMain = isMain
    }
  }

  /// A stretch of the columns, in columns from the left: 2.5 is the middle of the third.
  package struct Span: Sendable, Equatable {
    package var from: Double
    package var to: Double

    package init(_ from: Double, _ to: Double) {
      self.from = from
      self.to = to
    }
  }

  /// A shift: when it is worked and when it pauses.
  package struct Bar: Sendable, Equatable {
    /// `late, front-line`
    package var label: String
    /// How many people: `6`
    package var count: String
    package var spans: [Span]
    package var pauses: [Span]

    package init(_ label: String, count: String, spans: [Span], pauses: [Span] = []) {
      self.label = label
      self.count = count
      self.spans = spans
      self.pauses = pauses
    }
  }

  /// A column: as short as fits above two digits, and in full.
  package struct Column: Sendable, Equatable {
    package var short: String
    package var full: String

    package init(_ short: String, _ full: String) {
      self.short = short
      self.full = full
    }
  }

  /// One way to look at it; where there are several the reader chooses.
  package struct View: Sendable, Equatable {
    package var name: String
    package var rows: [Row]
    package var bars: [Bar]
    /// Below the bars.
    package var below: [Row]

    package init(_ name: String, _ rows: [Row], bars: [Bar] = [], below: [Row] = []) {
      self.name = name
      self.rows = rows
      self.bars = bars
      self.below = below
    }
  }

  /// What it shows, in a few words.
  package var title: String
  /// How to read it; may be empty.
  package var note: String
  package var columns: [Column]
  /// At least one.
  package var views: [View]

  package init(_ title: String, note: String = "", columns: [Column], views: [View]) {
    self.title = title
    self.note = note
    self.columns = columns
    self.views = views
  }
}
