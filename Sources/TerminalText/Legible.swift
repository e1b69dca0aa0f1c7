/// Text of a scenario that may not drive the terminal, turn the line around or speak to the server that runs a check. Everything that writes
/// text for people goes through here: terminal, Markdown, journal, messages, page, JUnit; JSON has escapes of its own.
package enum Legible {
  /// Line breaks and tabs become spaces; every other control character (C0, C1, DEL) and every bidirectional embedding,
  /// override or isolate is shown as `\u{1B}`.
  package static func text(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHarmful) else { return text }
    var clean = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t", "\u{2028}", "\u{2029}": clean += " "
      case _ where isHarmful(scalar): clean += escape(scalar)
      default: clean.unicodeScalars.append(scalar)
      }
    }
    return clean
  }

  /// `\u{1B}`
  package static func escape(_ scalar: Unicode.Scalar) -> String { "\\u{\(String(scalar.value, radix: 16, uppercase: true))}" }

  package static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Lines for a log that a CI server reads: GitHub takes a line that begins with `::` for a command, and `##[` or Azure's `##vso[` anywhere.
  /// A space breaks each, so that they can still be read.
  package static func inLog(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "#") }) else { return text }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for index in lines.indices where lines[index].utf8.contains(UInt8(ascii: ":")) || lines[index].utf8.contains(UInt8(ascii: "#")) {
      lines[index] = logLine(lines[index])
    }
    return lines.joined(separator: "\n")
  }

  private static func logLine(_ line: String) -> String {
    var scalars = Array(line.unicodeScalars)
    let start = afterStyle(scalars)
    if start + 1 < scalars.count, scalars[start] == ":", scalars[start + 1] == ":" { scalars.insert(" ", at: start + 1) }
    return withoutBracketCommands(scalars)
  }

  /// A line that is meant to be a command of GitHub's: it holds none of another server's.
  package static func inCommand(_ line: String) -> String { withoutBracketCommands(Array(line.unicodeScalars)) }

  private static func withoutBracketCommands(_ line: [Unicode.Scalar]) -> String {
    var scalars = line
    var index = 0
    while index + 2 < scalars.count {
      if scalars[index] == "#", scalars[index + 1] == "#", begins(scalars[(index + 2)...], "[") || begins(scalars[(index + 2)...], "vso[") {
        scalars.insert(" ", at: index + 1)
      }
      index += 1
    }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }

  /// Where the text begins: after spaces and the colours that we set ourselves.
  private static func afterStyle(_ scalars: [Unicode.Scalar]) -> Int {
    var index = 0
    while index < scalars.count {
      if scalars[index].properties.isWhitespace {
        index += 1
      } else if scalars[index] == "\u{1B}" {
        while index < scalars.count, scalars[index] != "m" { index += 1 }
        index += 1
      } else {
        break
      }
    }
    return index
  }

  private static func begins(_ rest: ArraySlice<Unicode.Scalar>, _ word: String) -> Bool {
    rest.starts(with: word.unicodeScalars) { $0.properties.lowercaseMapping == $1.properties.lowercaseMapping }
  }
}
