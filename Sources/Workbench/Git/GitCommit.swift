import Foundation
package import ScenarioFormat
import SimulationCore

/// The files of one commit, read without touching the working tree.
///
/// ```swift
/// let commit = try GitCommit(ref: "origin/main", near: "scenarios/launch-day.yaml")
/// let loaded = try ScenarioLoader(reader: commit.reader).load("scenarios/launch-day.yaml")
/// ```
///
/// Paths are those of the working tree, relative to the working directory or absolute; symbolic links inside the repository are followed.
package struct GitCommit {
  /// As the user named it.
  package let ref: String
  /// Object name in full.
  package let hash: String
  private let git: Git
  /// Absolute path of the working tree, links resolved.
  private let top: String

  /// `near`: a file or folder of the working tree, which tells the repository.
  package init(ref: String, near path: String) throws(RequestFailure) {
    self.ref = ref
    let folder = Self.existingFolder(of: path)
    git = Git(folder: folder)
    let found = git.run(["rev-parse", "--show-toplevel"])
    guard found.status == 0 else {
      if found.status == 127 { throw .fileTrouble("--baseline-ref \(ref): the program git is not installed.") }
      if found.complaint.contains("not a git repository") {
        throw .fileTrouble("--baseline-ref \(ref): \(path) is not in a git repository.")
      }
      throw .fileTrouble("--baseline-ref \(ref): git says: \(found.complaint)")
    }
    top = found.line
    let resolved =
      ref.isEmpty || ref.hasPrefix("-") ? nil : git.run(["rev-parse", "--verify", "--quiet", "--end-of-options", "\(ref)^{commit}"])
    guard let resolved, resolved.status == 0, !resolved.line.isEmpty else { throw Self.unknown(ref, git) }
    hash = resolved.line
  }

  /// The first twelve letters of the object name.
  package var shortHash: String { String(hash.prefix(12)) }

  private static func unknown(_ ref: String, _ git: Git) -> RequestFailure {
    let known = git.run(["for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/remotes", "refs/tags"]).text
      .split(separator: "\n").map(String.init)
    var line = "--baseline-ref \(ref): there is no such commit, branch or tag in this repository"
    if let near = Nearest.name(to: ref, among: known) {
      line += "; did you mean \(near)?"
    } else {
      // With both names a clone of one branch makes the remote branch too.
      let branch = ref.hasPrefix("origin/") ? ref.dropFirst("origin/".count) : "main"
      line += "; a shallow clone may lack it: fetch it first, for example git fetch origin \(branch):refs/remotes/origin/\(branch)."
    }
    return RequestFailure(lines: [line], kind: .badData)
  }

  // MARK: Reading

  /// Files of this commit by the path they have in the working tree.
  package var reader: SourceReader {
    SourceReader { path throws(SourceFailure) in try read(path) }
  }

  /// What is read of it, for whoever need not know where it comes from.
  package var contents: CommitFiles { CommitFiles(ref: ref, hash: hash, reader: reader) }

  /// Whether the commit has a file of this path in the working tree.
  package func has(_ path: String) -> Bool {
    guard case .success(let inside) = inside(path) else { return false }
    if case .success = find(inside) { return true }
    return false
  }

  /// Every file below a folder of the working tree, as seen from it; none where the commit lacks the folder.
  package func files(in folder: String) -> [String] {
    let inside: String
    if Self.resolved(folder) == top {
      inside = ""
    } else if case .success(let path) = self.inside(folder) {
      inside = path
    } else {
      return []
    }
    let listed = git.run(["ls-tree", "-r", "-z", "--name-only", "--full-tree", "\(hash):\(inside)"])
    guard listed.status == 0 else { return [] }
    return listed.text.split(separator: "\0").map(String.init)
  }

  private func read(_ path: String) throws(SourceFailure) -> [UInt8] {
    let inside = try self.inside(path).get()
    let object = try find(inside).get()
    if object.size > SourceReader.largestFile { throw .tooLarge(bytes: object.size) }
    let content = git.run(["cat-file", "blob", object.name])
    guard content.status == 0 else { throw .unreadable(reason: "git says: \(content.complaint)") }
    return content.output
  }

  private func find(_ inside: String) -> Result<(name: String, size: Int), SourceFailure> {
    if inside.contains("\n") { return .failure(.missing) }
    // With links followed; `git show` would give the text of the link instead.
    let answer = git.run(["cat-file", "--batch-check", "--follow-symlinks"], input: "\(hash):\(inside)\n")
    guard answer.status == 0 else { return .failure(.unreadable(reason: "git says: \(answer.complaint)")) }
    let words = answer.line.split(separator: " ")
    if words.count == 3, words[0].allSatisfy(\.isHexDigit), let size = Int(words[2]) {
      if words[1] == "blob" { return .success((String(words[0]), size)) }
      return .failure(words[1] == "tree" ? .isDirectory : .unreadable(reason: "it is a \(words[1])"))
    }
    return .failure(.missing)
  }

  /// The path seen from the top of the working tree.
  private func inside(_ path: String) -> Result<String, SourceFailure> {
    let whole = Self.resolved(path)
    if whole == top { return .failure(.isDirectory) }
    guard whole.hasPrefix(top == "/" ? "/" : top + "/") else {
      return .failure(.unreadable(reason: "it lies outside the git repository \(top), so no commit holds it"))
    }
    return .success(String(whole.dropFirst(top == "/" ? 1 : top.count + 1)))
  }

  /// Absolute, `.` and `..` gone, links of the folders that exist resolved; the file itself need not exist.
  private static func resolved(_ path: String) -> String {
    let absolute = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    var parts: [Substring] = []
    for part in absolute.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    // The deepest folder that exists tells where links lead.
    for count in stride(from: max(0, parts.count - 1), through: 0, by: -1) {
      let folder = "/" + parts.prefix(count).joined(separator: "/")
      if let real = realpath(folder, nil) {
        defer { free(real) }
        let rest = parts.dropFirst(count).joined(separator: "/")
        let base = String(cString: real)
        return (base == "/" ? "" : base) + "/" + rest
      }
    }
    return "/" + parts.joined(separator: "/")
  }

  private static func existingFolder(of path: String) -> String {
    var folder = path
    var isFolder: ObjCBool = false
    while true {
      if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue { return folder }
      guard let slash = folder.lastIndex(of: "/") else { return "." }
      if slash == folder.startIndex { return "/" }
      folder = String(folder[..<slash])
    }
  }
}
