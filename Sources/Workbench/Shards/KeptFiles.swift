import Experiments
import ScenarioFormat
import Synchronization

/// What a request read, so that it can be carried out again where none of it is: bytes by the path that they were asked for under.
package struct KeptFiles: Sendable, Equatable {
  var files: [String: [UInt8]] = [:]
  /// By the name that the user gave the commit.
  var commits: [String: Commit] = [:]
  /// Paths by pattern.
  var matches: [String: [String]] = [:]

  struct Commit: Sendable, Equatable {
    var hash: String
    var files: [String: [UInt8]] = [:]
  }

  /// Nothing but what was kept; everything else is missing.
  var access: FileAccess {
    let kept = self
    return FileAccess(
      reader: Self.reader(files),
      commit: { (ref, near) throws(RequestFailure) in
        guard let commit = kept.commits[ref] else { throw .badData("\(ref): the shard holds no such commit.") }
        return CommitFiles(ref: ref, hash: commit.hash, reader: Self.reader(commit.files))
      }, matches: { kept.matches[$0] ?? [] })
  }

  private static func reader(_ files: [String: [UInt8]]) -> SourceReader {
    SourceReader { path throws(SourceFailure) in
      guard let bytes = files[path] else { throw .missing }
      return bytes
    }
  }

  // MARK: Bytes

  func write(to writer: inout FoldWriter) {
    Self.write(files, to: &writer)
    writer.put(commits.count)
    for (ref, commit) in commits.sorted(by: { $0.key < $1.key }) {
      writer.put(ref)
      writer.put(commit.hash)
      Self.write(commit.files, to: &writer)
    }
    writer.put(matches.count)
    for (pattern, paths) in matches.sorted(by: { $0.key < $1.key }) {
      writer.put(pattern)
      writer.put(paths.count)
      for path in paths { writer.put(path) }
    }
  }

  private static func write(_ files: [String: [UInt8]], to writer: inout FoldWriter) {
    writer.put(files.count)
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      writer.put(path)
      writer.put(bytes)
    }
  }

  init() {}

  init(from reader: inout FoldReader) throws(FoldProblem) {
    files = try Self.files(from: &reader)
    for _ in 0..<(try reader.length(ofAtLeast: 8)) {
      let ref = try reader.text()
      commits[ref] = Commit(hash: try reader.text(), files: try Self.files(from: &reader))
    }
    for _ in 0..<(try reader.length(ofAtLeast: 8)) {
      let pattern = try reader.text()
      var paths: [String] = []
      for _ in 0..<(try reader.length(ofAtLeast: 8)) { paths.append(try reader.text()) }
      matches[pattern] = paths
    }
  }

  private static func files(from reader: inout FoldReader) throws(FoldProblem) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for _ in 0..<(try reader.length(ofAtLeast: 8)) {
      let path = try reader.text()
      files[path] = try reader.values()
    }
    return files
  }
}
