import Foundation
import TestSupport

/// A Swift file as text, read by line: enough for what a formatted source shows at the beginnings of its lines.
struct SourceFile: Sendable {
  /// From the project's folder: `Sources/SupportModel/Scenario/Target.swift`.
  let path: String
  let lines: [Substring]
  /// By line: begins inside a text of several lines, where nothing is code.
  let isText: [Bool]

  /// The target it belongs to: the folder under `Sources` or `Tests`.
  var target: String { String(path.split(separator: "/")[1]) }

  init(path: String, text: String) {
    self.path = path
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    var isInside = false
    isText = lines.map { line in
      defer { if !(line.ranges(of: "\"\"\"").count.isMultiple(of: 2)) { isInside.toggle() } }
      return isInside
    }
    self.lines = lines
  }

  /// All Swift files under `Sources` or `Tests`, sorted by path.
  static func all(_ folder: String) -> [SourceFile] {
    let root = ProjectFolder.root.appendingPathComponent(folder)
    let paths = (FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }
    return paths.sorted().compactMap { path in
      (try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)).map { SourceFile(path: "\(folder)/\(path)", text: $0) }
    }
  }

  /// Modules it imports, `@testable` or not, in order of appearance.
  var imports: [String] {
    // Out of the loop: an expression is made ready where it stands.
    let pattern =
      /^\s*(?:@\w+(?:\(\w+\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:func|struct|enum|class|var|let|protocol|typealias)\s+)?(\w+)/
    return lines.indices.filter { !isText[$0] && lines[$0].contains("import ") }.compactMap { index in
      lines[index].firstMatch(of: pattern).map { String($0.1) }
    }
  }

  /// Functions, initialisers, subscripts and computed properties with the number of their lines, signature and braces included.
  ///
  /// In formatted source a body ends at the first line with the same indentation that begins with a brace.
  var functions: [(line: Int, name: String, length: Int)] {
    let pattern = /^(\s*)(?:@\w+(?:\([^)]*\))?\s+)*(?:[a-z]+(?:\(set\))?\s+)*(func|init|deinit|subscript|var)\b[^=]*/
    return lines.indices.compactMap { first in
      // A body begins on this line or, after parameters on lines of their own, further down.
      guard !isText[first], let end = lines[first].last, "{([".contains(end),
        let start = lines[first].firstMatch(of: pattern)
      else { return nil }
      // A property's body begins on its own line only.
      if start.2 == "var", end != "{" { return nil }
      let indent = String(start.1)
      let last = lines[(first + 1)...].indices.first { !isText[$0] && lines[$0].hasPrefix(indent + "}") }
      guard let last else { return nil }
      return (first + 1, lines[first].trimmingCharacters(in: .whitespaces), last - first + 1)
    }
  }
}
