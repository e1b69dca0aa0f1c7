import SimulationCore

/// Values that a key of a scenario takes one after the other: `agents.tier1.roster.late=16..24:2`, `routing=policies/*.yaml`,
/// `contacts.call.patience=[…]`.
package struct GridAxis: Sendable, Equatable {
  /// The key path as written.
  package var path: String
  /// Each as YAML, in order.
  package var values: [String]

  package init(path: String, values: [String]) {
    self.path = path
    self.values = values
  }

  /// Values an axis may have.
  package static let mostValues = 200

  /// Reads `path=values`. Values are a list separated by commas, a range `from..to:step` (a step of 1 when left out; a unit such as `%` or `m`
  /// on both ends is kept), or a pattern of files with `*` or `?`, which `files` finds.
  package static func read(_ text: String, files: (String) -> [String]) throws(Problem) -> GridAxis {
    let place = SourcePlace(file: "--vary \(onOneLine(text))")
    let expected = "key.path=values, for example agents.tier1.roster.late=16..24:2 or routing=policies/*.yaml"
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
      throw Problem("there is no `=`", expected: expected, at: place)
    }
    let path = String(text[..<equals]).trimmingSpaces
    let written = String(text[text.index(after: equals)...]).trimmingSpaces
    guard !written.isEmpty else { throw Problem("nothing stands after the `=`", expected: expected, at: place) }
    var values: [String] = []
    for part in split(written) {
      if let range = try range(part, place) {
        values += range
      } else if part.contains("*") || part.contains("?") {
        let found = files(part).sorted()
        guard !found.isEmpty else { throw Problem("no file matches \(onOneLine(part))", expected: "at least one", at: place) }
        values += found
      } else if part.isEmpty {
        throw Problem("a value is empty", expected: expected, at: place)
      } else {
        values.append(part)
      }
    }
    guard values.count <= mostValues else {
      throw Problem("these are \(values.count) values", expected: "at most \(mostValues)", at: place)
    }
    guard Set(values).count == values.count else { throw Problem("a value comes twice", expected: "each once", at: place) }
    return GridAxis(path: path, values: values)
  }

  /// Every combination of one value of each axis, the last axis fastest: what to set, and a name made of the last keys.
  package static func combinations(_ axes: [GridAxis]) -> [(name: String, settings: [String])] {
    let keys = axes.map { $0.path.split(separator: ".").last.map(String.init) ?? $0.path }
    var combinations: [(words: [String], settings: [String])] = [([], [])]
    for (index, axis) in axes.enumerated() {
      // The last key alone where that says which.
      let key = keys.filter { $0 == keys[index] }.count == 1 ? keys[index] : axis.path
      combinations = combinations.flatMap { combination in
        axis.values.map { (combination.words + ["\(key)=\(shown($0))"], combination.settings + ["\(axis.path)=\($0)"]) }
      }
    }
    return combinations.map { ($0.words.joined(separator: ", "), $0.settings) }
  }

  /// `fast` of `policies/fast.yaml`.
  private static func shown(_ value: String) -> String {
    guard value.hasSuffix(".yaml") || value.hasSuffix(".yml"), let last = value.split(separator: "/").last else { return value }
    return last.split(separator: ".").dropLast().joined(separator: ".")
  }

  /// At commas that are not inside brackets.
  private static func split(_ text: String) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if "[{(".contains(character) { depth += 1 }
      if "]})".contains(character) { depth -= 1 }
      if character == ",", depth == 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
    }
    return parts.map(\.trimmingSpaces)
  }

  private static func range(_ text: String, _ place: SourcePlace) throws(Problem) -> [String]? {
    guard let dots = text.ranges(of: "..").first, !text.hasPrefix("[") && !text.hasPrefix("{") && !text.contains("/") else { return nil }
    let from = number(text[..<dots.lowerBound])
    var rest = text[dots.upperBound...]
    var step: (value: Double, decimals: Int, unit: String)? = (1, 0, "")
    if let colon = rest.firstIndex(of: ":") {
      step = number(rest[rest.index(after: colon)...])
      rest = rest[..<colon]
    }
    let to = number(rest)
    guard let from, let to, let step, from.unit == to.unit, step.unit == from.unit || step.unit.isEmpty else {
      throw Problem(
        "\(shortened(text)) is not a range", expected: "from..to:step, for example 16..24:2, 80%..90%:5% or 4m..8m:1m", at: place)
    }
    guard step.value > 0, to.value >= from.value else {
      throw Problem("the range \(shortened(text)) has no end", expected: "a step above 0 from the smaller to the larger number", at: place)
    }
    let count = (to.value - from.value) / step.value
    guard count < Double(mostValues) else {
      throw Problem("the range \(shortened(text)) has too many values", expected: "at most \(mostValues)", at: place)
    }
    let decimals = max(from.decimals, step.decimals)
    return (0...Int(count + 1e-9)).map { decimal(from.value + Double($0) * step.value, decimals) + from.unit }
  }

  /// `2.5%` is 2.5 with one decimal and the unit `%`.
  private static func number(_ text: Substring) -> (value: Double, decimals: Int, unit: String)? {
    let text = text.trimmingSpaces
    let digits = text.prefix { $0.isNumber || $0 == "." || $0 == "-" }
    let unit = String(text.dropFirst(digits.count))
    guard let value = decimalNumber(String(digits)), unit.allSatisfy({ $0.isLetter || $0 == "%" || $0 == "/" }) else { return nil }
    return (value, digits.firstIndex(of: ".").map { digits.distance(from: $0, to: digits.endIndex) - 1 } ?? 0, unit)
  }

  private static func decimal(_ value: Double, _ decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let whole = Int64((abs(value) * scale).rounded())
    var text = String(whole / Int64(scale))
    if decimals > 0 {
      let fraction = String(whole % Int64(scale))
      text += "." + String(repeating: "0", count: decimals - fraction.count) + fraction
    }
    return value < 0 && whole > 0 ? "-" + text : text
  }
}
