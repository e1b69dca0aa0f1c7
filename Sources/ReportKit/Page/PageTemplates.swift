import Foundation
import Mustache
import TerminalText

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

/// What the library escapes with.
///
/// Its own escaping goes by `Character`, in which a quotation mark with a combining accent is another character and would pass unescaped;
/// a browser goes by scalars. Controls are shown as escapes, as everywhere (`Legible`).
struct HTMLText: MustacheContentType {
  func escapeText(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\t", "\n": escaped.unicodeScalars.append(scalar)
      case "\r": escaped += "&#13;"
      case _ where Legible.isHarmful(scalar): escaped += Legible.escape(scalar)
      case _ where Self.isNoncharacter(scalar.value): escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static func isNoncharacter(_ value: UInt32) -> Bool { (0xfdd0...0xfdef).contains(value) || value & 0xfffe == 0xfffe }
}
