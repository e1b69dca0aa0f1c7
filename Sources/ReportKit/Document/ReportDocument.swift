/// What to show, in which order, before anyone has decided how it looks.
///
/// Sections of `SectionCatalog` fill it from estimates; renderers of `RendererCatalog.all` turn it into text. A renderer lays out
/// and never computes; a section picks and words estimates and never knows about lines, colours or tags.
package struct ReportDocument: Sendable, Equatable {
  /// One line that says what this is.
  package var title: ReportText
  /// What it is about, alone: the scenario's name. Empty: the title says it.
  package var subject = ""
  /// More about it in a sentence; may be empty.
  package var about = ""
  /// Where `subject` is given: what was done to it.
  package var subtitle = ""
  /// Labels of the reporting intervals that rows, cells and places point to by index; empty where nothing does.
  package var intervals: [String] = []
  /// What one of them is called: `half-hour`.
  package var intervalName = "interval"
  /// The file beside it that has all digits.
  package var numbersIn = "results.json"
  /// What a page opens with; nil: it begins with its first section.
  package var head: ReportHead?
  /// In the order of reading; each has something to say.
  package var sections: [ReportSection]

  package init(title: ReportText, sections: [ReportSection]) {
    self.title = title
    self.sections = sections
  }

  /// Says which file has all digits, and what tables leave out unless they name another.
  package mutating func nameNumbers(_ file: String) {
    for section in sections.indices {
      for block in sections[section].blocks.indices {
        guard case .table(var table) = sections[section].blocks[block], table.restIn == numbersIn else { continue }
        table.restIn = file
        sections[section].blocks[block] = .table(table)
      }
    }
    numbersIn = file
  }
}
