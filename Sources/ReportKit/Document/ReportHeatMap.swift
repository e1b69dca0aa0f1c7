/// Rows of cells that are coloured the stronger the worse they are; each cell says its number too.
package struct ReportHeatMap: Sendable, Equatable {
  /// One place of the map.
  package struct Cell: Sendable, Equatable {
    /// As short as it can be.
    package var text: String
    /// From 0 (faint) to 1 (strong); nil: nothing there.
    package var level: Double?
    /// What the number is in full, for those who ask.
    package var words: String
    /// The number behind the words, for the script of the page; nil: nothing there.
    package var number: Double?
    /// Index into `ReportDocument.intervals`.
    package var interval: Int?

    package init(_ text: String, level: Double?, words: String, number: Double?, interval: Int? = nil) {
      self.text = text
      self.level = level
      self.words = words
      self.number = number
      self.interval = interval
    }
  }

  /// The cells of one thing, one for each column.
  package struct Row: Sendable, Equatable {
    /// What the row is about, as in the other tables.
    package var label: String
    /// As many as there are columns.
    package var cells: [Cell]

    package init(_ label: String, _ cells: [Cell]) {
      self.label = label
      self.cells = cells
    }
  }

  /// One way to look at it; where there are several the reader chooses.
  package struct View: Sendable, Equatable {
    /// For the switch where there are several.
    package var name: String
    /// In the same order in every view.
    package var rows: [Row]

    package init(_ name: String, _ rows: [Row]) {
      self.name = name
      self.rows = rows
    }
  }

  /// Unique in its document, kebab-case.
  package var name: String
  /// What it shows, in a few words.
  package var title: String
  /// How to read it.
  package var note: String
  /// Title of the rows, and the labels of the columns.
  package var corner: String
  /// From left to right, the same in every view.
  package var columns: [String]
  /// At least one.
  package var views: [View]
  /// Terms to be explained beside it.
  package var terms: [ReportTerm]

  package init(
    name: String, title: String, note: String, corner: String, columns: [String], views: [View], terms: [ReportTerm] = []
  ) {
    self.name = name
    self.title = title
    self.note = note
    self.corner = corner
    self.columns = columns
    self.views = views
    self.terms = terms
  }
}
