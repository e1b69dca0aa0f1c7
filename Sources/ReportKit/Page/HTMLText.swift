import Mustache
import TerminalText

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
