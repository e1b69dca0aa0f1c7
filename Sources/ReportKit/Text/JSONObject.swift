import TerminalText

/// A JSON object with its keys in the order they were written: the same values always give the same bytes.
///
/// Numbers are the shortest text that reads back as the same `Double`; what is not finite is `null`, as JSON has no word for it.
package struct JSONObject: Sendable {
  private var members: [String] = []

  package init() {}

  /// Text is quoted and escaped.
  package mutating func set(_ key: String, _ text: String) { members.append("\(Self.quoted(key)): \(Self.quoted(text))") }
  /// Digits that give the same number back, none after the point where it is whole; undefined values are `null`.
  package mutating func set(_ key: String, _ number: Double?) { members.append("\(Self.quoted(key)): \(Self.number(number))") }
  /// Without a decimal point.
  package mutating func set(_ key: String, _ integer: Int) { members.append("\(Self.quoted(key)): \(integer)") }
  /// Without a decimal point; may exceed what JavaScript keeps exactly.
  package mutating func set(_ key: String, _ integer: UInt64) { members.append("\(Self.quoted(key)): \(integer)") }
  /// `true` or `false`.
  package mutating func set(_ key: String, _ flag: Bool) { members.append("\(Self.quoted(key)): \(flag)") }
  /// The object as it stands now.
  package mutating func set(_ key: String, _ object: JSONObject) { members.append("\(Self.quoted(key)): \(object.text)") }
  /// A list of rows, for the outermost object: one per line.
  package mutating func set(_ key: String, rows: [JSONObject]) {
    let lines = rows.map { "\n    " + $0.text }.joined(separator: ",")
    members.append("\(Self.quoted(key)): [\(lines)\(rows.isEmpty ? "" : "\n  ")]")
  }
  /// A list of texts, on one line.
  package mutating func set(_ key: String, _ texts: [String]) {
    members.append("\(Self.quoted(key)): [\(texts.map(Self.quoted).joined(separator: ", "))]")
  }

  /// A list of numbers, on one line.
  package mutating func set(_ key: String, _ numbers: [Double]) {
    members.append("\(Self.quoted(key)): [\(numbers.map { Self.number($0) }.joined(separator: ", "))]")
  }

  /// A list of objects, one a line.
  package mutating func set(_ key: String, _ objects: [JSONObject]) {
    members.append("\(Self.quoted(key)): [\(objects.map(\.text).joined(separator: ", "))]")
  }

  /// On one line.
  package var text: String { "{\(members.joined(separator: ", "))}" }

  /// One member per line, then `key` with one object per line.
  package func text(closingWith key: String, _ objects: some Sequence<JSONObject>) -> String {
    var text = "{\n"
    for member in members { text += "  \(member),\n" }
    text += "  \(Self.quoted(key)): ["
    var isFirst = true
    for object in objects {
      text += (isFirst ? "\n    " : ",\n    ") + object.text
      isFirst = false
    }
    return text + (isFirst ? "]\n}\n" : "\n  ]\n}\n")
  }

  /// `null` for nil, infinities and what is not a number: JSON has none of them.
  package static func number(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "null" }
    if value == value.rounded(), abs(value) < 0x1p53 { return String(Int64(value)) }
    return "\(value)"
  }

  /// With quotation marks; control characters as escapes.
  package static func quoted(_ text: String) -> String {
    var quoted = "\""
    var before: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { before = scalar }
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      // Two of these in a row may begin a command to the server that reads the log.
      case "#" where before == "#": quoted += "\\u0023"
      case _ where Legible.isHarmful(scalar):
        let hex = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
