/// Text of a scenario that may not drive the terminal or turn the line around: control characters and directional overrides become the
/// replacement character, line breaks spaces.
package enum Legible {
  /// Each harmful character becomes a visible one, so that a name cannot move the cursor or colour the screen.
  package static func text(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHarmful) else { return text }
    var clean = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t", "\u{2028}", "\u{2029}": clean += " "
      case _ where isHarmful(scalar): clean += "\u{FFFD}"
      default: clean.unicodeScalars.append(scalar)
      }
    }
    return clean
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
