/// Changes to the text of a scenario: bytes, lines, words and numbers that somebody mistypes or chooses to do harm.
enum ScenarioMutation {
  /// Values that stand where others are expected.
  static let words = [
    "0", "-1", "1e308", "-1e308", "nan", "inf", "1e-320", "4294967296", "9223372036854775807", "18446744073709551616", "0.0000001", "100%",
    "-5%", "1e9%", "0s", "-1s", "9999999999d", "0.0001ms", "1e400s", "25:61", "24:00", "2026-02-30", "2026-11-01T01:30", "null", "~", "yes",
    "[]", "{}", "[[]]", "\"\"", "\" \"", "\"\\u0000\"", "\"\\e[31m\"", "::error::x", "=1+1", "*a", "&a x", "<<", "!!binary aGk=", "!tag x",
    "|",
    ">-", "? a", "'", "0x10", "1_000", "1,5", "../../etc/passwd", "/dev/zero", ".", "1/h", "1e9/s", "5m..3m", "daily",
    "mon-sun 00:00-24:00",
  ]

  static func mutated(_ text: String, _ random: inout FuzzRandom) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0...random.below(4) {
      if lines.isEmpty { lines = ["a: 1"] }
      let at = random.below(lines.count)
      switch random.below(12) {
      case 0: lines.remove(at: at)
      case 1: lines.insert(lines[at], at: at)
      case 2: lines.swapAt(at, random.below(lines.count))
      case 3: lines[at] = String(repeating: " ", count: random.below(6)) + lines[at]
      case 4: lines[at] = damaged(lines[at], &random)
      case 5: lines[at] = lines[at].replacing(":", with: random.pick([": &a", ": *a", "::", " :", ": !!str "]), maxReplacements: 1)
      case 6: lines = Array(lines[..<at])
      default: lines[at] = withOtherValue(lines[at], &random)
      }
    }
    return random.once(in: 6) ? withYamlFeature(lines, &random) : lines.joined(separator: "\n")
  }

  /// Documents, directives, anchors, merges, tags, block texts, other encodings and line ends: whatever else is YAML.
  private static func withYamlFeature(_ lines: [String], _ random: inout FuzzRandom) -> String {
    var lines = lines
    let at = random.below(lines.count + 1)
    switch random.below(10) {
    case 0: lines.insert("---", at: at)
    case 1: lines.insert("...", at: at)
    case 2: lines.insert("%YAML 1.2", at: 0)
    case 3: lines.insert("x: &a {b: 1, <<: *a}", at: at)
    case 4: lines = ["z: &z [1, 2]"] + lines.map { $0.hasSuffix("]") && random.once(in: 3) ? $0.replacing("[", with: "[*z, ") : $0 }
    case 5: lines.insert("? {a: 1, [b]: c}\n: |\n  text\n   more", at: at)
    case 6: return lines.joined(separator: random.pick(["\r\n", "\r", "\u{85}", "\u{2028}"]))
    case 7: return "\u{FEFF}" + lines.joined(separator: "\n")
    case 8: lines.insert(String(repeating: random.pick(["[", "{a: ", "- "]), count: random.pick([10, 63, 64, 65, 3_000])), at: at)
    default: lines.insert(lines.joined(separator: "\n"), at: at)
    }
    return lines.joined(separator: "\n")
  }

  /// One number or word behind a colon, comma or bracket becomes another.
  private static func withOtherValue(_ line: String, _ random: inout FuzzRandom) -> String {
    let letters = Array(line)
    let starts = letters.indices.filter { index in
      let before: Character = index == 0 ? " " : letters[index - 1]
      return " ,[{".contains(before) && !" ,[]{}:".contains(letters[index])
    }
    guard !starts.isEmpty else { return line + random.pick(words) }
    let start = random.pick(starts)
    let end = letters[start...].firstIndex { ",]}: ".contains($0) } ?? letters.endIndex
    return String(letters[..<start]) + random.pick(words) + String(letters[end...])
  }

  private static func damaged(_ line: String, _ random: inout FuzzRandom) -> String {
    var scalars = Array(line.unicodeScalars)
    for _ in 0...random.below(3) {
      let at = random.below(scalars.count + 1)
      let new = random.pick(Array("{}[]:,-&*!#%|>'\"\\\t\u{85}\u{202E}\u{1F600}0e".unicodeScalars))
      if at < scalars.count, random.once(in: 2) { scalars[at] = new } else { scalars.insert(new, at: at) }
    }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }
}
