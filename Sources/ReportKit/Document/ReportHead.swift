/// What a page opens with: a light, one sentence, the day as planners draw it, and what to do. All of it is on the first screen.
package struct ReportHead: Sendable, Equatable {
  /// Whether what was promised is kept. Shown by shape and word as well as by colour.
  package enum Light: String, Sendable, CaseIterable {
    case keeps
    case breaks
    case unsure
  }

  /// The answer at a glance.
  package var light: Light
  /// The light in two or three words: `Keeps its promises`.
  package var word: String
  /// The answer in one sentence without jargon.
  package var sentence: String
  /// The day or the week; nil: there is only one interval.
  package var grid: ReportGrid?
  /// At most three, the best first.
  package var actions: [ReportAction]
  /// Above them: what they were tried on. Where there are none: why.
  package var actionsNote: String

  package init(
    _ light: Light, _ word: String, _ sentence: String, grid: ReportGrid? = nil, actions: [ReportAction] = [], actionsNote: String = ""
  ) {
    self.light = light
    self.word = word
    self.sentence = sentence
    self.grid = grid
    self.actions = actions
    self.actionsNote = actionsNote
  }
}
