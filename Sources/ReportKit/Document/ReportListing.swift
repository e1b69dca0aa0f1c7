/// Text that is kept as it was written: a file, a command.
package struct ReportListing: Sendable, Equatable {
  /// What the text is.
  package var title: String
  /// Line breaks are kept.
  package var text: String
  /// Shown at once; otherwise on request.
  package var isOpen: Bool

  package init(_ title: String, _ text: String, isOpen: Bool = false) {
    self.title = title
    self.text = text
    self.isOpen = isOpen
  }
}
