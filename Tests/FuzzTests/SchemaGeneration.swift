import Foundation
import ScenarioFormat

/// Scenarios walked out of the JSON Schema: every key at every place, with values of its kind, names from a few, and now and then one that is
/// something else.
struct SchemaGeneration {
  private let definitions: [String: Any]
  /// By pattern, values that it takes.
  private let fitting: [String: [String]]
  private static let names = ["a", "b", "call", "mail", "g", "desk", "office", "early"]
  /// By definition, values that fit it.
  private static let values: [String: [String]] = [
    "text": names, "flag": ["true", "false"], "duration": ["20s", "5m", "1h", "1h30m", "8h", "1d", "0s"],
    "rate": ["30/h", "2/m", "200/d", "0/h"], "share": ["80%", "0.5", "0%", "100%"], "ratio": ["0.3", "30%", "1.5"],
    "number": ["1", "0.5", "3", "0", "1e3"], "integer": ["1", "2", "0", "-1", "10"], "count": ["0", "1", "3", "20"],
    "date": ["2026-09-14", "2026-11-01"], "instant": ["2026-09-14T09:00", "09:30", "12:00"], "time-of-day": ["09:00", "13:30", "24:00"],
  ]

  init() {
    let schema = try? JSONSerialization.jsonObject(with: Data(SchemaExport.text().utf8)) as? [String: Any]
    definitions = schema?["$defs"] as? [String: Any] ?? [:]
    let all = Self.values.values.flatMap { $0 }.sorted()
    var fitting: [String: [String]] = [:]
    Self.collect(schema ?? [:]) { pattern in
      let values = all.filter { $0.range(of: pattern, options: .regularExpression) != nil }
      fitting[pattern] = values.isEmpty ? all : values
    }
    self.fitting = fitting
  }

  private static func collect(_ schema: Any, _ found: (String) -> Void) {
    if let object = schema as? [String: Any] {
      if let pattern = object["pattern"] as? String { found(pattern) }
      for value in object.values { collect(value, found) }
    } else if let list = schema as? [Any] {
      for value in list { collect(value, found) }
    }
  }

  /// In YAML flow style, which is JSON with bare words.
  func scenario(_ random: inout FuzzRandom) -> String {
    var left = 300
    let body = node(["$ref": "#/$defs/scenario"], "scenario", depth: 0, &left, &random)
    let lines = body.dropFirst().dropLast().asLines.split(separator: "\n").filter { !$0.hasPrefix("muster: ") }
    return "muster: 1\n" + lines.joined(separator: "\n") + "\n"
  }

  private func node(_ schema: Any, _ key: String, depth: Int, _ left: inout Int, _ random: inout FuzzRandom) -> String {
    left -= 1
    guard let schema = schema as? [String: Any], left > 0, depth < 12 else { return random.pick(Self.names) }
    if random.once(in: 60) { return random.pick(ScenarioMutation.words.filter { !$0.contains("\n") }) }
    if let reference = schema["$ref"] as? String {
      let name = String(reference.split(separator: "/").last ?? "")
      if let values = Self.values[name] { return random.pick(values) }
      return node(definitions[name] ?? [:], name, depth: depth + 1, &left, &random)
    }
    for choice in ["anyOf", "oneOf"] {
      if let options = schema[choice] as? [Any], !options.isEmpty {
        return node(random.pick(options), key, depth: depth + 1, &left, &random)
      }
    }
    if let all = schema["allOf"] as? [Any], let first = all.first { return node(first, key, depth: depth + 1, &left, &random) }
    if let words = schema["enum"] as? [Any], !words.isEmpty { return "\(random.pick(words))" }
    switch schema["type"] as? String {
    case "object": return object(schema, depth: depth, &left, &random)
    case "array":
      var items: [String] = []
      for _ in 0..<random.below(4) { items.append(node(schema["items"] ?? [:], key, depth: depth + 1, &left, &random)) }
      return "[\(items.joined(separator: ", "))]"
    case "number", "integer": return random.pick(["0", "1", "2.5", "12"])
    default:
      if let pattern = schema["pattern"] as? String, let values = fitting[pattern] { return random.pick(values) }
      return random.pick(Self.names)
    }
  }

  private func object(_ schema: [String: Any], depth: Int, _ left: inout Int, _ random: inout FuzzRandom) -> String {
    let properties = schema["properties"] as? [String: Any] ?? [:]
    let required = schema["required"] as? [String] ?? []
    var members: [String] = []
    for key in properties.keys.sorted() where required.contains(key) || random.once(in: depth == 0 ? 2 : 4) {
      members.append("\(key): \(node(properties[key]!, key, depth: depth + 1, &left, &random))")
    }
    if let other = schema["additionalProperties"], !(other is Bool) {
      for name in Self.names.prefix(1 + random.below(3)) {
        members.append("\(name): \(node(other, name, depth: depth + 1, &left, &random))")
      }
    }
    return "{\(members.joined(separator: ", "))}"
  }
}

extension StringProtocol {
  /// Members of the outermost level on lines of their own.
  fileprivate var asLines: String {
    var (depth, text) = (0, "")
    for letter in self {
      if "{[".contains(letter) { depth += 1 }
      if "}]".contains(letter) { depth -= 1 }
      if letter == ",", depth == 0 { text += "\n" } else if !(letter == " " && (text.last == "\n" || text.isEmpty)) { text.append(letter) }
    }
    return text + "\n"
  }
}
