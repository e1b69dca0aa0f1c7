/// Rows of cells that are coloured the stronger the worse they are; each cell says its number too.
package struct ReportHeatMap: Sendable, Equatable {
  package struct Cell: Sendable, Equatable {
    /// As short as it can be.
    package var text: String
    /// From 0 (faint) to 1 (strong); nil: nothing there.
    package var level: Double?
    /// What the number is in full, for those who ask.
    package var words: String
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

  package struct Row: Sendable, Equatable {
    package var label: String
    package var cells: [Cell]

    package init(_ label: String, _ cells: [Cell]) {
      self.label = label
      self.cells = cells
    }
  }

  package struct View: Sendable, Equatable {
    package var name: String
    package var rows: [Row]

    package init(_ name: String, _ rows: [Row]) {
      self.name = name
      self.rows = rows
    }
  }

  package var name: String
  package var title: String
  /// How to read it.
  package var note: String
  /// Title of the rows, and the labels of the columns.
  package var corner: String
  package var columns: [String]
  package var views: [View]
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
  package struct Row: Sendable, Equatable {
    package var label: String
    package var value: Double
    package var low: Double?
    package var high: Double?
    package var nextLow: Double?
    package var nextHigh: Double?
    package var goal: Double?
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
    package var from: Double
    package var to: Double
    /// Words at even distances from one end to the other, both ends included.
    package var labels: [String]

    package init(from: Double, to: Double, labels: [String]) {
      self.from = from
      self.to = to
      self.labels = labels
    }

    package static let shares = Scale(from: 0, to: 1, labels: ["0 %", "20 %", "40 %", "60 %", "80 %", "100 %"])
  }

  package var rows: [Row]
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
  package struct Row: Sendable, Equatable {
    package var label: String
    package var values: [Double?]
    /// Drawn at full height; nil: the largest value.
    package var maximum: Double?
    package var note: ReportText

    package init(_ label: String, _ values: [Double?], maximum: Double? = nil, note: ReportText) {
      self.label = label
      self.values = values
      self.maximum = maximum
      self.note = note
    }
  }

  package var title: String
  /// Marks above the places, at their positions: hours.
  package var ticks: [(place: Int, label: String)]
  package var rows: [Row]

  package init(_ title: String, ticks: [(place: Int, label: String)] = [], rows: [Row]) {
    self.title = title
    self.ticks = ticks
    self.rows = rows
  }

  package static func == (a: Self, b: Self) -> Bool {
    a.title == b.title && a.rows == b.rows && a.ticks.map(\.place) == b.ticks.map(\.place) && a.ticks.map(\.label) == b.ticks.map(\.label)
  }
}

/// What happened when, in order of time.
package struct ReportTimeline: Sendable, Equatable {
  package struct Moment: Sendable, Equatable {
    package var time: String
    package var sentence: ReportText
    /// Index into `ReportDocument.intervals`.
    package var interval: Int?

    package init(_ time: String, _ sentence: ReportText, interval: Int? = nil) {
      self.time = time
      self.sentence = sentence
      self.interval = interval
    }
  }

  package var moments: [Moment]

  package init(_ moments: [Moment]) { self.moments = moments }
}

/// Text that is kept as it was written: a file, a command.
package struct ReportListing: Sendable, Equatable {
  package var title: String
  package var text: String
  /// Shown at once; otherwise on request.
  package var isOpen: Bool

  package init(_ title: String, _ text: String, isOpen: Bool = false) {
    self.title = title
    self.text = text
    self.isOpen = isOpen
  }
}
