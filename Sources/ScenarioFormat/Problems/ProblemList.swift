/// Problems as lines that a person can read: the first 200, and how many more there are of each kind.
package enum ProblemList {
  /// Kinds named in the last line.
  private static let mostKinds = 5

  package static func lines(_ problems: [Problem]) -> [String] {
    let shown = ScenarioProblems.mostLines
    if problems.count <= shown { return problems.map(\.sentence) }
    return problems[..<shown].map(\.sentence) + [remainder(problems[shown...])]
  }

  /// `…: 4,812 more problems: 4,800 × … has no unit; 12 × unknown key … in a contact type`.
  private static func remainder(_ rest: ArraySlice<Problem>) -> String {
    var order: [String] = []
    var counts: [String: Int] = [:]
    for problem in rest {
      let kind = kind(of: problem.wrong)
      if counts[kind] == nil { order.append(kind) }
      counts[kind, default: 0] += 1
    }
    let byCount = order.enumerated().sorted { (counts[$1.element]!, $0.offset) < (counts[$0.element]!, $1.offset) }.map(\.element)
    var parts = byCount.prefix(mostKinds).map { "\(counts[$0]!) × \($0)" }
    let others = byCount.dropFirst(mostKinds).reduce(0) { $0 + counts[$1]! }
    if others > 0 { parts.append("\(others) × something else") }
    return "\(rest.first!.place.file): \(rest.count) more problems: \(parts.joined(separator: "; "))"
  }

  /// What is wrong without what is particular to one place: quoted text and numbers become dots.
  static func kind(of wrong: String) -> String {
    var kind = ""
    var closing: Character?
    for letter in wrong {
      if let end = closing {
        if letter == end { closing = nil }
        continue
      }
      switch letter {
      case "`", "\"": closing = letter
      case "0"..."9": break
      default:
        kind.append(letter)
        continue
      }
      if kind.last != "…" { kind.append("…") }
    }
    return kind
  }
}
