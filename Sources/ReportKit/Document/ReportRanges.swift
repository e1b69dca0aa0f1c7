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
