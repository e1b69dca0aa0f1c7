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
  case flow(ReportFlow)
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
