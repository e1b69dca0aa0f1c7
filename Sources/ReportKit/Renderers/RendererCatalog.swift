/// Every form a report can take: one file, one line.
package enum RendererCatalog {
  /// What `--format` takes, in the order of its help.
  package static let all: [RendererFamily] = [
    TerminalRenderer.family,
    MarkdownRenderer.family,
    HTMLRenderer.family,
  ]

  /// nil: there is no form of this name.
  package static func named(_ name: String) -> RendererFamily? { all.first { $0.name == name } }
}

/// One entry of `RendererCatalog.all`.
package struct RendererFamily: Sendable {
  /// What `--format` takes.
  package var name: String
  /// One line of help.
  package var help: String
  /// It has room for every section there is.
  package var wantsPage: Bool
  /// A renderer for one place; it holds no state between documents.
  package var make: @Sendable (RenderOptions) -> any ReportRenderer

  package init(
    name: String, help: String, wantsPage: Bool = false, make: @escaping @Sendable (RenderOptions) -> any ReportRenderer
  ) {
    self.name = name
    self.help = help
    self.wantsPage = wantsPage
    self.make = make
  }
}

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

/// Turns a document into text. It lays out; it computes nothing.
package protocol ReportRenderer: Sendable {
  func render(_ document: ReportDocument) -> String
}
