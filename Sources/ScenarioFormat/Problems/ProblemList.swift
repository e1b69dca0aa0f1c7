/// Problems as lines that a person can read: of one mistake made many times in a file the first few and where the others are, and of all
/// of them the first 200 and how many more there are of each kind.
package enum ProblemList {
  /// Kinds named in the last line.
  private static let mostKinds = 5

  /// Of one mistake in one file so many are told one by one.
  private static let mostAlike = 4
  /// From so many on; one or two more are told as well.
  private static let many = 8
  /// Lines of a file named in one line.
  private static let mostPlaces = 20

  package static func lines(_ problems: [Problem]) -> [String] {
    let shown = ScenarioProblems.mostLines
    if problems.count > shown { return told(Array(problems[..<shown])) + [remainder(problems[shown...])] }
    return told(problems)
  }

  /// In order; where one mistake is made again and again the line after the first few says where.
  private static func told(_ problems: [Problem]) -> [String] {
    func key(_ problem: Problem) -> String { "\(problem.file)\u{0}\(problem.place.option ?? "")\u{0}\(kind(of: problem.wrong))" }
    let keys = problems.map(key)
    var alike: [String: [Int]] = [:]
    for (index, key) in keys.enumerated() { alike[key, default: []].append(index) }
    return problems.indices.compactMap { index -> String? in
      let all = alike[keys[index]]!
      guard all.count >= many, let rank = all.firstIndex(of: index), rank >= mostAlike else { return problems[index].sentence }
      return rank == mostAlike ? others(all[mostAlike...].map { problems[$0] }) : nil
    }
  }

  /// `x.csv: the same on 16 more lines: 7, 8, 11 …`
  private static func others(_ problems: [Problem]) -> String {
    var lines: [Int] = []
    for problem in problems where problem.line > 0 && lines.last != problem.line { lines.append(problem.line) }
    let first = problems[0]
    guard lines.count == problems.count else {
      return "\(first.file): the same \(problems.count) more times: \(kind(of: first.wrong))"
    }
    let shown = lines.prefix(mostPlaces).map(String.init).joined(separator: ", ")
    return "\(first.file): the same on \(lines.count) more lines: \(shown)\(lines.count > mostPlaces ? " …" : "")"
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
