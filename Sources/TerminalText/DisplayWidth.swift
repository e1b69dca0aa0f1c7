/// How many columns of a terminal a text takes: `電話` four, `📞` two, an accent on its own none.
///
/// Counted by what a reader sees as one character (a grapheme cluster, UAX #29): a family of emoji joined to one is two columns wide, as
/// terminals show it that join them; those that do not show more. Letters that Unicode calls ambiguous are narrow, as they are outside
/// East Asian settings.
package enum DisplayWidth {
  /// Columns of what would be shown, so of the legible text; ASCII is counted without looking at letters.
  package static func of(_ text: String) -> Int {
    // Nearly everything that is shown is ASCII.
    var isPlain = true
    for byte in text.utf8 where byte < 0x20 || byte > 0x7E {
      isPlain = false
      break
    }
    if isPlain { return text.utf8.count }
    return Legible.text(text).reduce(0) { $0 + of($1) }
  }

  /// 0, 1 or 2 columns for one grapheme cluster.
  package static func of(_ character: Character) -> Int {
    var width = 0
    for scalar in character.unicodeScalars {
      // An emoji, or a sign that is asked to look like one (U+FE0F after it): all that is joined to it lies inside.
      if scalar.properties.isEmojiPresentation || (scalar.value == 0xFE0F && width > 0) { return 2 }
      width += of(scalar)
    }
    return width
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    // Soft hyphens are shown where a line is not broken there.
    case .format: return scalar.value == 0xAD ? 1 : 0
    default: break
    }
    // Hangul vowels and finals stand inside the syllable that their initial opened.
    if (0x1160...0x11FF).contains(scalar.value) { return 0 }
    return isWide(scalar.value) ? 2 : 1
  }

  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= wide[0].lowerBound else { return false }
    return wide.contains { $0.contains(value) }
  }

  /// East_Asian_Width W and F, from `EastAsianWidth.txt` of Unicode 15.1 (unicode.org/Public/15.1.0/ucd); what is not assigned inside a run
  /// is taken with it. Emoji are left out: the standard library knows them.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x1B2FB,
    0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]

  // MARK: Fitting

  /// The text and blanks up to this width.
  package static func padded(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(0, width - of(text))) }

  /// No wider than this, with an ellipsis where the end is missing.
  package static func shortened(_ text: String, _ width: Int) -> String {
    of(text) <= width ? text : beginning(text, width - 1) + "…"
  }

  /// No wider than this, with an ellipsis where the middle is missing.
  package static func excerpt(_ text: String, _ width: Int) -> String {
    if of(text) <= width { return text }
    let tail = max(0, (width - 1) / 2)
    return beginning(text, width - 1 - tail) + "…" + end(text, tail)
  }

  /// A text is cut between what readers see as characters; what does not fit whole is left out.
  private static func beginning(_ text: String, _ width: Int) -> String {
    var left = width
    return String(
      text.prefix { character in
        left -= of(String(character))
        return left >= 0
      })
  }

  private static func end(_ text: String, _ width: Int) -> String {
    var left = width
    let characters = text.reversed().prefix { character in
      left -= of(String(character))
      return left >= 0
    }
    return String(characters.reversed())
  }
}
