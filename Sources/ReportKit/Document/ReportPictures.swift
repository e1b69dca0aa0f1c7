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

/// Numbers of one kind on one scale: where the mean lies, how well it is known, what the next play may bring, and the goal.
package struct ReportRanges: Sendable, Equatable {
  /// One number with what is known of it.
  package struct Row: Sendable, Equatable {
    /// What the number is of.
    package var label: String
    /// The estimate, on the scale.
    package var value: Double
    /// Lower end of the interval of the mean; nil: too few plays for one.
    package var low: Double?
    /// Upper end of the interval of the mean.
    package var high: Double?
    /// Lower end of the range of the next play; nil: not known.
    package var nextLow: Double?
    /// Upper end of the range of the next play.
    package var nextHigh: Double?
    /// What was promised; nil: nothing.
    package var goal: Double?
    /// What the number means for the goal, in a word or two with its tone.
    package var verdict: ReportText
    /// All of it in words.
    package var words: String

    package init(
      _ label: String, value: Double, low: Double? = nil, high: Double? = nil, nextLow: Double? = nil, nextHigh: Double? = nil,
      goal: Double? = nil, verdict: ReportText, words: String
    ) {
      self.label = label
      self.value = value
      self.low = low
      self.high = high
      self.nextLow = nextLow
      self.nextHigh = nextHigh
      self.goal = goal
      self.verdict = verdict
      self.words = words
    }
  }

  /// The stretch of numbers that is drawn; all numbers of the rows lie in it.
  package struct Scale: Sendable, Equatable {
    /// Left end, in the unit of the numbers.
    package var from: Double
    /// Right end, above the left.
    package var to: Double
    /// Words at even distances from one end to the other, both ends included.
    package var labels: [String]

    package init(from: Double, to: Double, labels: [String]) {
      self.from = from
      self.to = to
      self.labels = labels
    }

    /// All there can be of a share, so that rows of several pictures compare.
    package static let shares = Scale(from: 0, to: 1, labels: ["0 %", "20 %", "40 %", "60 %", "80 %", "100 %"])
  }

  /// From top to bottom, all on one scale.
  package var rows: [Row]
  /// Holds every number of every row.
  package var scale: Scale
  /// What the marks mean.
  package var note: String
  /// Terms to be explained beside it.
  package var terms: [ReportTerm]

  package init(_ rows: [Row], scale: Scale = .shares, note: String, terms: [ReportTerm] = []) {
    self.rows = rows
    self.scale = scale
    self.note = note
    self.terms = terms
  }
}

/// Small lines beside words, one row each, all over the same places.
package struct ReportSparks: Sendable, Equatable {
  /// One line over the places.
  package struct Row: Sendable, Equatable {
    /// What the row is about.
    package var label: String
    /// One for each place; nil leaves a blank.
    package var values: [Double?]
    /// Drawn at full height; nil: the largest value.
    package var maximum: Double?
    /// What the line says, in words beside it.
    package var note: ReportText

    package init(_ label: String, _ values: [Double?], maximum: Double? = nil, note: ReportText) {
      self.label = label
      self.values = values
      self.maximum = maximum
      self.note = note
    }
  }

  /// What the lines show.
  package var title: String
  /// Marks above the places, at their positions: hours.
  package var ticks: [(place: Int, label: String)]
  /// All over the same places, so that peaks stand above each other.
  package var rows: [Row]

  package init(_ title: String, ticks: [(place: Int, label: String)] = [], rows: [Row]) {
    self.title = title
    self.ticks = ticks
    self.rows = rows
  }

  /// Ticks are pairs, for which there is no equality to derive.
  package static func == (a: Self, b: Self) -> Bool {
    a.title == b.title && a.rows == b.rows && a.ticks.map(\.place) == b.ticks.map(\.place) && a.ticks.map(\.label) == b.ticks.map(\.label)
  }
}

/// What happened when, in order of time.
package struct ReportTimeline: Sendable, Equatable {
  /// One thing that happened.
  package struct Moment: Sendable, Equatable {
    /// As the scenario's clock shows it.
    package var time: String
    /// With its tone where it is good or bad.
    package var sentence: ReportText
    /// Index into `ReportDocument.intervals`.
    package var interval: Int?

    package init(_ time: String, _ sentence: ReportText, interval: Int? = nil) {
      self.time = time
      self.sentence = sentence
      self.interval = interval
    }
  }

  /// In order of time.
  package var moments: [Moment]

  package init(_ moments: [Moment]) { self.moments = moments }
}

/// Text that is kept as it was written: a file, a command.
package struct ReportListing: Sendable, Equatable {
  /// What the text is.
  package var title: String
  /// Line breaks are kept.
  package var text: String
  /// Shown at once; otherwise on request.
  package var isOpen: Bool

  package init(_ title: String, _ text: String, isOpen: Bool = false) {
    self.title = title
    self.text = text
    self.isOpen = isOpen
  }
}
