/// A folder of results whose files are replaced together: all are written under temporary names beside the old ones first and renamed
/// last, so that a full disk or a lost power line leaves the earlier files as they were.
package struct OutputFolder {
  /// As the user named it.
  package let path: String

  package init(_ path: String) {
    var trimmed = path
    while trimmed.count > 1 && trimmed.hasSuffix("/") { trimmed.removeLast() }
    self.path = trimmed
  }

  /// Whether writing can work, before hours are spent on a run: the nearest existing folder above must be one and be writable.
  package func checkWritable() throws(RequestFailure) {
    var folder = path
    while true {
      var status = stat()
      if stat(folder, &status) == 0 {
        guard status.st_mode & S_IFMT == S_IFDIR else { throw trouble(folder, ENOTDIR) }
        guard access(folder, W_OK | X_OK) == 0 else { throw trouble(folder, errno) }
        return
      }
      guard errno == ENOENT else { throw trouble(folder, errno) }
      folder = Self.parent(of: folder)
    }
  }

  /// Replaces these files, all or none.
  package func write(_ files: [OutputFile]) throws(RequestFailure) {
    try makeFolder(path)
    var temporary: [(from: String, to: String)] = []
    do throws(RequestFailure) {
      for file in files {
        let name = "\(path)/.\(file.name).\(getpid()).tmp"
        temporary.append((name, "\(path)/\(file.name)"))
        try writeFile(name, file.text, shownAs: "\(path)/\(file.name)")
      }
      for file in temporary {
        // rename(2) would fail half-way through the set where a folder stands in the place of a file.
        var status = stat()
        if stat(file.to, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { throw trouble(file.to, EISDIR) }
      }
      for file in temporary where rename(file.from, file.to) != 0 { throw trouble(file.to, errno) }
    } catch {
      for file in temporary { unlink(file.from) }
      throw error
    }
  }

  /// Whether both names lead to one file that is there.
  package static func isSameFile(_ one: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    return stat(one, &first) == 0 && stat(other, &second) == 0 && first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  /// Replaces one file, named with its folder.
  package static func replace(_ path: String, with text: String) throws(RequestFailure) {
    let name = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    try OutputFolder(parent(of: path)).write([OutputFile(name, text)])
  }

  private func makeFolder(_ folder: String) throws(RequestFailure) {
    var status = stat()
    if stat(folder, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else { throw trouble(folder, ENOTDIR) }
      return
    }
    let parent = Self.parent(of: folder)
    if parent != folder { try makeFolder(parent) }
    if mkdir(folder, 0o777) != 0 && errno != EEXIST { throw trouble(folder, errno) }
  }

  private func writeFile(_ name: String, _ text: String, shownAs shown: String) throws(RequestFailure) {
    let descriptor = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw trouble(shown, errno) }
    var failure = Descriptor.send(text, to: descriptor)
    // On the disk before the rename: a power cut must not leave a new name on an empty file. Some file systems cannot; they may go on.
    if failure == 0 && fsync(descriptor) != 0 && errno != EINVAL && errno != EROFS { failure = errno }
    let closed = close(descriptor) == 0 ? 0 : errno
    if failure != 0 || closed != 0 { throw trouble(shown, failure != 0 ? failure : closed) }
  }

  private func trouble(_ path: String, _ code: Int32) -> RequestFailure {
    .fileTrouble("\(path): cannot be written: \(String(cString: strerror(code))); earlier files are unchanged.")
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return path == "." ? "/" : "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
