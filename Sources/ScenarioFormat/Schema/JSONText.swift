/// A JSON value whose keys keep their order.
enum JSONText {
  case object([(String, JSONText)])
  case array([JSONText])
  case string(String)
  case number(Double)
  case bool(Bool)

  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default:
        if scalar.value < 0x20 {
          let hex = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  /// Indented by two spaces; short arrays and objects of scalars stay on one line.
  func text(indent: Int = 0) -> String {
    let inner = String(repeating: "  ", count: indent + 1)
    let outer = String(repeating: "  ", count: indent)
    switch self {
    case .string(let text): return Self.quoted(text)
    case .number(let number): return plain(number)
    case .bool(let value): return value ? "true" : "false"
    case .array(let items):
      if items.isEmpty { return "[]" }
      if items.allSatisfy(\.isScalar) { return "[" + items.map { $0.text() }.joined(separator: ", ") + "]" }
      return "[\n" + items.map { inner + $0.text(indent: indent + 1) }.joined(separator: ",\n") + "\n" + outer + "]"
    case .object(let entries):
      if entries.isEmpty { return "{}" }
      if entries.count <= 3, entries.allSatisfy(\.1.isScalar) {
        let line = "{" + entries.map { "\(Self.quoted($0.0)): \($0.1.text())" }.joined(separator: ", ") + "}"
        if line.count < 90 { return line }
      }
      return "{\n" + entries.map { "\(inner)\(Self.quoted($0.0)): \($0.1.text(indent: indent + 1))" }.joined(separator: ",\n") + "\n"
        + outer + "}"
    }
  }

  private var isScalar: Bool {
    switch self {
    case .object, .array: return false
    default: return true
    }
  }
}
