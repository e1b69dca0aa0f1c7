import Foundation
import SimulationCore

/// Why a file could not be read.
package enum SourceFailure: Error, Equatable, Sendable {
  case missing
  case isDirectory
  /// More bytes than `SourceReader.largestFile`.
  case tooLarge(bytes: Int)
  case unreadable(reason: String)
}

/// How the loader gets at text. The command line passes `.files`; tests pass files in memory.
package struct SourceReader: Sendable {
  /// All bytes of a file; nothing is decoded here.
  package var read: @Sendable (_ path: String) throws(SourceFailure) -> [UInt8]

  /// Names of what lies in the folder of a path, in order, for "did you mean"; none where that cannot be known.
  package var siblings: @Sendable (_ path: String) -> [String]

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
  package static let files = SourceReader(
    siblings: { path in
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
      return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }
  ) { path throws(SourceFailure) in
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { throw .missing }
    if isDirectory.boolValue { throw .isDirectory }
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable(reason: "permission denied") }
    defer { try? handle.close() }
    if let size = try? handle.seekToEnd(), size > UInt64(largestFile) { throw .tooLarge(bytes: Int(clamping: size)) }
    do {
      try handle.seek(toOffset: 0)
      let data = try handle.read(upToCount: largestFile + 1) ?? Data()
      if data.count > largestFile { throw SourceFailure.tooLarge(bytes: data.count) }
      return Array(data)
    } catch let failure as SourceFailure {
      throw failure
    } catch {
      throw .unreadable(reason: "the file cannot be read")
    }
  }

  /// Files in memory, by path.
  package static func memory(_ files: [String: String]) -> SourceReader {
    SourceReader { path throws(SourceFailure) in
      guard let text = files[path] else { throw .missing }
      return Array(text.utf8)
    }
  }

  /// A path as written in `file`, seen from the working directory: relative paths start at the folder of the file that names them.
  static func resolve(_ path: String, namedIn file: SourcePlace) -> String {
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
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
