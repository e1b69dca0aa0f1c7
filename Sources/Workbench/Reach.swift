/// What a request may use of the machine: where files that a scenario names may lie, and how much memory its play may take.
package struct Reach: Sendable {
  /// Folders besides the scenario's own and the working folder.
  package var folders: [String]
  /// Bytes, of memory and of results each.
  package var memory: Double
  /// How files are read.
  package var files = FileAccess.machine

  /// 4 GiB.
  package static let usualMemory = 4.0 * 1024 * 1024 * 1024

  package init(folders: [String] = [], memory: Double = Reach.usualMemory) {
    self.folders = folders
    self.memory = memory
  }

  /// `8GiB`, `500 MB`, `2g`, a plain number of bytes; nil for anything else, and for less than a megabyte.
  package static func bytes(_ text: String) -> Double? {
    let word = text.filter { !$0.isWhitespace }.lowercased()
    let digits = word.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let number = Double(digits), number.isFinite else { return nil }
    let factor: Double
    switch word[digits.endIndex...] {
    case "", "b": factor = 1
    case "kib", "k": factor = 1024
    case "mib", "m": factor = 1024 * 1024
    case "gib", "g": factor = 1024 * 1024 * 1024
    case "tib", "t": factor = 1024 * 1024 * 1024 * 1024
    case "kb": factor = 1e3
    case "mb": factor = 1e6
    case "gb": factor = 1e9
    case "tb": factor = 1e12
    default: return nil
    }
    let bytes = number * factor
    return bytes >= 1e6 && bytes <= 1e15 ? bytes : nil
  }
}
