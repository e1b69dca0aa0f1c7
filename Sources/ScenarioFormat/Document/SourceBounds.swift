import Foundation

/// Where the files that a scenario names may lie: below the folder of the scenario, below the working folder, or below a folder that the user
/// allowed. Links are followed first, so that none leads out.
///
/// A scenario of somebody else must not be able to read what its reader may read, and messages and digests must not tell of it.
package struct SourceBounds: Sendable {
  /// With every link resolved.
  private let folders: [String]

  /// - Parameters:
  ///   - scenario: path of the file that the user named; it may lie anywhere.
  ///   - allowed: folders that the user named.
  package init(scenario: String, allowed: [String]) {
    let own = scenario.lastIndex(of: "/").map { String(scenario[...$0]) } ?? "."
    folders = ([own, "."] + allowed).compactMap(Self.real)
  }

  /// Whether a file lies inside. One that does not exist is inside where its nearest folder is, so that its absence can be told.
  package func contain(_ path: String) -> Bool {
    var known = path
    while true {
      if let real = Self.real(known) {
        return folders.contains { $0 == "/" || real == $0 || real.hasPrefix($0 + "/") }
      }
      // A link to nowhere leads out as far as anybody can tell.
      if (try? FileManager.default.destinationOfSymbolicLink(atPath: known)) != nil { return false }
      guard let slash = known.lastIndex(of: "/") else { return contain(".") }
      known = slash == known.startIndex ? "/" : String(known[..<slash])
    }
  }

  private static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
