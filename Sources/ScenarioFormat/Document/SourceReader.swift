import Foundation
import SimulationCore

/// How the loader gets at text. The command line passes `.files`; tests pass files in memory.
package struct SourceReader: Sendable {
  /// All bytes of a file; nothing is decoded here.
  package var read: @Sendable (_ path: String) throws(SourceFailure) -> [UInt8]

  /// Names of what lies in the folder of a path, in order, for "did you mean"; none where that cannot be known.
  package var siblings: @Sendable (_ path: String) -> [String]

  /// Told of each file that the command line names, which may lie anywhere.
  package var trust: @Sendable (_ path: String) -> Void = { _ in }

  /// Whether the files that the scenario at `path` names are kept inside `SourceBounds`; a commit or memory has no outside.
  package var isBounded = false

  package init(
    siblings: @escaping @Sendable (_ path: String) -> [String] = { _ in [] },
    read: @escaping @Sendable (_ path: String) throws(SourceFailure) -> [UInt8]
  ) {
    self.siblings = siblings
    self.read = read
  }

  /// A file that is there and that somebody who wrote `path` most likely meant.
  func nearest(to path: String) -> String? {
    let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    return Nearest.name(to: String(path[start...]), among: siblings(path)).map { path[..<start] + $0 }
  }

  /// Files over 16 MB are refused before they are read.
  package static let largestFile = 16 << 20

  /// Files of the machine, by path.
  package static let files: SourceReader = {
    var reader = SourceReader(
      siblings: { path in
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
      },
      read: { path throws(SourceFailure) in try SourceFile.read(path, atMost: largestFile) })
    reader.isBounded = true
    return reader
  }()

  /// Files in memory, by path.
  package static func memory(_ files: [String: String]) -> SourceReader {
    SourceReader { path throws(SourceFailure) in
      guard let text = files[path] else { throw .missing }
      return Array(text.utf8)
    }
  }

  /// A path as written in `file`, seen from the working directory: relative paths start at the folder of the file that names them.
  func resolve(_ path: String, namedIn file: SourcePlace) -> String {
    let resolved = Self.resolved(path, namedIn: file)
    if file.line == 0 { trust(resolved) }
    return resolved
  }

  private static func resolved(_ path: String, namedIn file: SourcePlace) -> String {
    if path.hasPrefix("/") { return path }
    guard file.line > 0, let slash = file.file.lastIndex(of: "/") else { return tidy(path) }
    return tidy(String(file.file[...slash]) + path)
  }

  /// Without `.` and `folder/..`.
  private static func tidy(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: true) {
      if part == "." { continue }
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    if parts.isEmpty, !path.isEmpty { return path.hasPrefix("/") ? "/" : "." }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
