import SimulationCore

/// The candidate a person most likely meant, see `Nearest`.
func nearest(to word: String, among candidates: some Sequence<String>) -> String? { Nearest.name(to: word, among: candidates) }

/// `a`, `a or b`, `a, b or c`.
func orList(_ words: [String]) -> String { joined(words, last: "or") }
/// `a`, `a and b`, `a, b and c`.
func andList(_ words: [String]) -> String { joined(words, last: "and") }

private func joined(_ words: [String], last: String) -> String {
  switch words.count {
  case 0: return "nothing"
  case 1: return words[0]
  default: return words.dropLast().joined(separator: ", ") + " \(last) " + words[words.count - 1]
  }
}

/// Names as code: `` `a` ``. Long lists are cut, saying how many more there are, which is never a single one.
func quotedList(_ names: [String], limit: Int = 8) -> String {
  let quoted = names.map { "`\($0)`" }
  guard quoted.count > limit + 1 else { return orList(quoted) }
  return quoted.prefix(limit).joined(separator: ", ") + " or \(quoted.count - limit) more"
}
