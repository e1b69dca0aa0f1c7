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

/// Turns a document into text. It lays out; it computes nothing.
package protocol ReportRenderer: Sendable {
  func render(_ document: ReportDocument) -> String
}
