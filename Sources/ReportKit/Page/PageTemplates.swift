import Mustache

/// The templates, style and script of the page. They are compiled into the program, so that it works wherever it is moved.
enum PageTemplates {
  static func page(_ view: [String: Any]) -> String {
    guard let text = library.render(view, withTemplate: "page") else { preconditionFailure("the template of the page is missing") }
    return text
  }

  static let css = text(PackageResources.page_css)
  static let script = text(PackageResources.page_js)

  private static let library: MustacheLibrary = {
    MustacheContentTypes.register(HTMLText(), named: "MUSTER-HTML")
    var library = MustacheLibrary()
    do {
      try library.register(text(PackageResources.page_mustache), named: "page")
      try library.register(text(PackageResources.block_mustache), named: "block")
      try library.register(text(PackageResources.table_mustache), named: "table")
      try library.register(text(PackageResources.grid_mustache), named: "grid")
      try library.register(text(PackageResources.head_mustache), named: "head")
    } catch {
      preconditionFailure("a template of the page cannot be read: \(error)")
    }
    return library
  }()

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
