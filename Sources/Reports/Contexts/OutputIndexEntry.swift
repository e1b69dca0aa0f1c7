/// A folder of results, as the list of all results shows it.
package struct OutputIndexEntry: Sendable {
  /// A page in it.
  package struct Page: Sendable {
    /// Which command wrote it.
    package var command: String
    package var file: String
    /// `ReportHead.Light` as the page has it; nil: it has none.
    package var light: String?
    /// What it opens with.
    package var answer: String
    package var title: String

    package init(command: String, file: String, light: String?, answer: String, title: String) {
      self.command = command
      self.file = file
      self.light = light
      self.answer = answer
      self.title = title
    }
  }

  /// Its name; never a path.
  package var folder: String
  package var pages: [Page]
  /// Names of what is no page.
  package var others: [String]

  package init(folder: String, pages: [Page], others: [String]) {
    self.folder = folder
    self.pages = pages
    self.others = others
  }
}
