/// Something that could be done, and what it was found to do.
package struct ReportAction: Sendable, Equatable {
  /// `one more at 10:00 in front-line`
  package var what: String
  /// `Individual +6.1 points`, `+29 USD`
  package var effects: [ReportText]
  /// How to have it compared in full; empty where there is no such line.
  package var command: String

  package init(_ what: String, _ effects: [ReportText], command: String = "") {
    self.what = what
    self.effects = effects
    self.command = command
  }
}
