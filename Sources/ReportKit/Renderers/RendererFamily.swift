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
