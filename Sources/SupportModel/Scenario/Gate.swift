/// What a change must keep for `muster gate` to let it through: limits on one metric in one scope.
package struct Gate: Sendable, Equatable {
  /// What the metric is about; indices into the arrays of the scenario, of a named priority its number.
  package enum Subject: Sendable, Hashable {
    case total
    case contactType(Int)
    case channel(Int)
    case segment(Int)
    case priority(Int)
    case group(Int)
    case target(Int)
  }

  /// Where it is written, so that a finding can be shown beside the line. Line 0: nowhere in a file.
  package struct Place: Sendable, Equatable {
    /// As the command was given it, or as a file names it.
    package var file: String
    /// From 1.
    package var line: Int
    /// From 1, in characters.
    package var column: Int

    package init(file: String = "", line: Int = 0, column: Int = 0) {
      self.file = file
      self.line = line
      self.column = column
    }
  }

  /// What reports call it.
  package var name: String
  /// Name in the metric catalogue.
  package var metric: String
  /// What the metric is taken over.
  package var subject: Subject
  /// Limits in the metric's unit: shares from 0 to 1, durations in seconds, people's time in hours.
  package var atLeast: Double?
  /// nil: no upper limit.
  package var atMost: Double?
  /// How much worse than the baseline, in the direction that is worse for this metric, is still accepted.
  package var notWorseBy: Double?
  /// The same as a share of what the metric is under the baseline: 0.05 for `5%` of a time, a count or money.
  package var notWorseByShare: Double?
  /// One of the set of `health: not-worse`.
  package var isOfHealth = false
  /// For annotations beside the line; it decides nothing.
  package var place: Place

  package init(
    name: String, metric: String, subject: Subject = .total, atLeast: Double? = nil, atMost: Double? = nil, notWorseBy: Double? = nil,
    notWorseByShare: Double? = nil, place: Place = Place()
  ) {
    self.name = name
    self.metric = metric
    self.subject = subject
    self.atLeast = atLeast
    self.atMost = atMost
    self.notWorseBy = notWorseBy
    self.notWorseByShare = notWorseByShare
    self.place = place
  }
}
