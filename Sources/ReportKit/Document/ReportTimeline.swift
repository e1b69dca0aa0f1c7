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
