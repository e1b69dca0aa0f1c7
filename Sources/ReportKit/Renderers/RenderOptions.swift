/// What is known about the place a report is shown in.
package struct RenderOptions: Sendable, Equatable {
  /// Escape sequences for colour are understood and wanted.
  package var usesColour: Bool
  /// Characters per line.
  package var width: Int
  /// Lines on the screen; nil: any number.
  package var lines: Int?
  /// The text of the library that draws charts on pages; nil: tables only.
  package var chartScript: String?
  /// Something the reader of a page should know first; nil: nothing.
  package var note: String?

  package init(usesColour: Bool = false, width: Int = 100, lines: Int? = nil) {
    self.usesColour = usesColour
    self.width = width
    self.lines = lines
  }
}
