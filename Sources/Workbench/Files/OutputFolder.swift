/// A folder of results whose files are replaced together.
///
/// They are written into a new folder beside the old one (`WritingFolder`), which also gets links to whatever else the old one holds, and the two
/// folders change places in one step: a full disk, a kill or a lost power line at any moment leaves the whole earlier set or the whole new one.
/// Folders inside the old one are moved into the new one after that step; those that a kill left behind come back with the next run.
/// Where folders cannot change places (the working folder, a file system that cannot), the files are renamed one after the other once all are
/// written and marked as whole; a run that dies in between is finished by the next.
package struct OutputFolder {
  /// As the user named it.
  package let path: String

  package init(_ path: String) {
    var trimmed = path
    while trimmed.count > 1 && trimmed.hasSuffix("/") { trimmed.removeLast() }
    self.path = trimmed
  }

  /// The folder of this name, in which writing can work.
  static func checked(_ path: String) throws(RequestFailure) -> OutputFolder {
    let folder = OutputFolder(path)
    try folder.checkWritable()
    return folder
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

  /// Replaces these files, all or none. Of `family`, the names that such a set may have, what is not among them goes: an earlier set leaves
  /// nothing beside the new one. `step` is called between any two steps; tests end there.
  package func write(
    _ files: [OutputFile], family: [String] = [], step: () throws(RequestFailure) -> Void = {}
  ) throws(RequestFailure) {
    try makeFolder(Self.parent(of: path))
    let (folder, exists) = try place()
    let (parent, name) = (Self.parent(of: folder), Self.name(of: folder))
    WritingFolder.removeLeftovers(in: parent, for: name, givingFoldersTo: exists ? folder : nil)
    if exists { WritingFolder.removeLeftovers(in: folder, for: Self.insidePurpose, finishingIn: folder) }
    for file in files where exists { try refuseFolder(at: "\(folder)/\(file.name)") }
    let gone = Set(family).subtracting(files.map(\.name))
    if !exists || Self.mayMove(folder), case .success(let new) = WritingFolder.make(in: parent, for: name) {
      if try exchange(files, gone, new, folder: folder, exists: exists, step) { return }
    }
    if !exists, mkdir(folder, 0o777) != 0, errno != EEXIST { throw trouble(path, errno) }
    switch WritingFolder.make(in: folder, for: Self.insidePurpose) {
    case .failure(let failure): throw trouble(path, failure.code)
    case .success(var new):
      defer { new.finish() }
      try fill(new, files, step)
      let failure = new.markAsWhole()
      if failure != 0 { throw trouble(path, failure) }
      try step()
      for name in gone.sorted() { unlink("\(folder)/\(name)") }
      for file in files {
        if rename("\(new.path)/\(file.name)", "\(folder)/\(file.name)") != 0 { throw trouble("\(path)/\(file.name)", errno) }
        try step()
      }
    }
  }

  /// In the name of a folder for files that are renamed one by one.
  private static let insidePurpose = "files"

  /// The folder with links resolved, and whether it is there.
  private func place() throws(RequestFailure) -> (folder: String, exists: Bool) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else { throw trouble(path, ENOTDIR) }
      guard let real = realpath(path, nil) else { throw trouble(path, errno) }
      defer { free(real) }
      return (String(cString: real), true)
    }
    guard errno == ENOENT else { throw trouble(path, errno) }
    // A link to nowhere: what it names cannot be made from here.
    if lstat(path, &status) == 0 { throw trouble(path, ENOENT) }
    return (path, false)
  }

  /// Not the working folder or one above it: whoever works there would be left in a folder without a name.
  private static func mayMove(_ folder: String) -> Bool {
    guard let here = realpath(".", nil) else { return false }
    defer { free(here) }
    let working = String(cString: here)
    return working != folder && !working.hasPrefix(folder + "/") && folder != "/"
  }

  /// False where the folders cannot change places; then nothing has happened.
  private func exchange(
    _ files: [OutputFile], _ gone: Set<String>, _ new: WritingFolder, folder: String, exists: Bool,
    _ step: () throws(RequestFailure) -> Void
  ) throws(RequestFailure) -> Bool {
    defer { new.finish() }
    try fill(new, files, step)
    var inside: [String] = []
    if exists {
      let names = gone.union(files.map(\.name))
      for other in WritingFolder.names(in: folder) where !names.contains(other) {
        if WritingFolder.isFolder("\(folder)/\(other)") {
          // A folder of another mount, or of somebody else, cannot be moved.
          guard WritingFolder.mayMove(folderAt: "\(folder)/\(other)", within: folder) else { return false }
          inside.append(other)
          continue
        }
        // Links may not cross folders of a mount: then everything stays where it is.
        if linkat(AT_FDCWD, "\(folder)/\(other)", AT_FDCWD, "\(new.path)/\(other)", 0) != 0 { return false }
        try step()
      }
    }
    new.takePermissions(of: exists ? folder : nil)
    try step()
    let failure = exists ? FolderExchange.exchange(new.path, folder) : (rename(new.path, folder) == 0 ? 0 : errno)
    if failure != 0 { return false }
    try step()
    for name in inside {
      if rename("\(new.path)/\(name)", "\(folder)/\(name)") != 0 { throw trouble("\(path)/\(name)", errno) }
      try step()
    }
    return true
  }

  private func fill(
    _ new: WritingFolder, _ files: [OutputFile], _ step: () throws(RequestFailure) -> Void
  ) throws(RequestFailure) {
    for file in files {
      let failure = new.write(file.name, file.text)
      if failure != 0 { throw trouble("\(path)/\(file.name)", failure) }
      try step()
    }
  }

  /// rename(2) would fail half-way through the set where a folder stands in the place of a file, and would put a file in the place of a device.
  private func refuseFolder(at file: String) throws(RequestFailure) {
    var status = stat()
    guard stat(file, &status) == 0 else { return }
    let name = "\(path)/\(Self.name(of: file))"
    if status.st_mode & S_IFMT == S_IFDIR { throw trouble(name, EISDIR) }
    if status.st_mode & S_IFMT != S_IFREG { throw .fileTrouble("\(name): this is no file but a device or a pipe; name another folder.") }
  }

  /// A device or a pipe takes the text as it comes: `/dev/stdout`, `/dev/null`. False where the path is none.
  private static func send(_ text: String, toDevice path: String) throws(RequestFailure) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG, status.st_mode & S_IFMT != S_IFDIR else { return false }
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .fileTrouble("\(path): cannot be written: \(String(cString: strerror(errno))).") }
    defer { close(descriptor) }
    // Whoever reads the pipe may be slower than we are.
    _ = fcntl(descriptor, F_SETFL, 0)
    let failure = Descriptor.send(text, to: descriptor)
    if failure != 0 { throw .fileTrouble("\(path): cannot be written: \(String(cString: strerror(failure))).") }
    return true
  }

  /// Whether both names lead to one file that is there.
  package static func isSameFile(_ one: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    return stat(one, &first) == 0 && stat(other, &second) == 0 && first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  /// Replaces one file, named with its folder.
  package static func replace(_ path: String, with text: String) throws(RequestFailure) {
    if try send(text, toDevice: path) { return }
    let folder = OutputFolder(parent(of: path))
    try folder.makeFolder(folder.path)
    try folder.refuseFolder(at: path)
    WritingFolder.removeLeftovers(in: folder.path, for: insidePurpose, finishingIn: folder.path)
    switch WritingFolder.make(in: folder.path, for: insidePurpose) {
    case .failure(let failure): throw folder.trouble(path, failure.code)
    case .success(let new):
      defer { new.finish() }
      let failure = new.write(name(of: path), text)
      if failure != 0 { throw folder.trouble(path, failure) }
      if rename("\(new.path)/\(name(of: path))", path) != 0 { throw folder.trouble(path, errno) }
    }
  }

  /// Makes the folder where it is not there.
  func make() throws(RequestFailure) { try makeFolder(path) }

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

  func trouble(_ path: String, _ code: Int32) -> RequestFailure {
    .fileTrouble("\(path): cannot be written: \(String(cString: strerror(code))); earlier files are unchanged.")
  }

  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return path == "." ? "/" : "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
