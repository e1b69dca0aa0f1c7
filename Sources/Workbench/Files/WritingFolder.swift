/// A folder in which a set of files is made before anybody may see it: new, with a name nobody can foresee, beside the place it is for.
///
/// While its maker lives it holds a lock on it; a folder of this kind without a lock was left by a run that was killed, and the next run removes it.
struct WritingFolder {
  private(set) var path: String
  /// Of the folder itself; holds the lock.
  private let descriptor: Int32

  /// What such names begin with, after what they are for.
  private static let mark = ".muster-"
  /// What the name of one ends with whose files are all there, to be put in place one after the other.
  private static let wholeMark = ".whole"

  /// Makes one for `purpose`, a name in the folder `parent`; the error number where that is not possible.
  static func make(in parent: String, for purpose: String) -> Result<WritingFolder, FileTrouble> {
    for _ in 0..<100 {
      let path = "\(parent)/.\(purpose)\(mark)\(unforeseen())"
      if mkdir(path, 0o700) != 0 {
        if errno == EEXIST { continue }
        return .failure(FileTrouble(code: errno))
      }
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      if descriptor < 0 {
        let code = errno
        rmdir(path)
        return .failure(FileTrouble(code: code))
      }
      _ = flock(descriptor, LOCK_EX | LOCK_NB)
      return .success(WritingFolder(path: path, descriptor: descriptor))
    }
    return .failure(FileTrouble(code: EEXIST))
  }

  /// Removes what dead runs left for `purpose`. `home` is where folders belong that a dead run had not brought back yet; `place` is where the
  /// files of a set go that was whole.
  static func removeLeftovers(in parent: String, for purpose: String, givingFoldersTo home: String? = nil, finishingIn place: String? = nil)
  {
    for name in names(in: parent) where name.hasPrefix(".\(purpose)\(mark)") {
      let path = "\(parent)/\(name)"
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      if descriptor < 0 { continue }
      // Where its owner is alive: leave it alone.
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        if let home { moveAll(of: path, to: home, if: isFolder) }
        if let place, name.hasSuffix(wholeMark) { moveAll(of: path, to: place) { !isFolder($0) } }
        remove(path)
      }
      close(descriptor)
    }
  }

  /// What is in the place of one that is no folder gives way.
  private static func moveAll(of folder: String, to other: String, if isMeant: (String) -> Bool) {
    for name in names(in: folder) where isMeant("\(folder)/\(name)") { rename("\(folder)/\(name)", "\(other)/\(name)") }
  }

  /// All files are there: from now on a run that dies is finished by the next. 0, or the error number.
  mutating func markAsWhole() -> Int32 {
    fsync(descriptor)
    let whole = path + Self.wholeMark
    if rename(path, whole) != 0 { return errno }
    path = whole
    return 0
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a folder can go into another that stands beside the one that holds it.
  static func mayMove(folderAt path: String, within folder: String) -> Bool {
    var (own, outer) = (stat(), stat())
    return lstat(path, &own) == 0 && lstat(folder, &outer) == 0 && own.st_dev == outer.st_dev && access(path, W_OK) == 0
  }

  /// A new file with this text, on the disk; 0, or the error number.
  func write(_ name: String, _ text: String) -> Int32 { write(name) { Descriptor.send(text, to: $0) } }

  /// The same with bytes.
  func write(_ name: String, _ bytes: [UInt8]) -> Int32 { write(name) { Descriptor.send(bytes, to: $0) } }

  private func write(_ name: String, _ send: (Int32) -> Int32) -> Int32 {
    let file = openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    if file < 0 { return errno }
    var failure = send(file)
    // On the disk before the rename: a power cut must not leave a new name on an empty file. Some file systems cannot; they may go on.
    if failure == 0 && fsync(file) != 0 && errno != EINVAL && errno != EROFS { failure = errno }
    let closed = close(file) == 0 ? 0 : errno
    return failure != 0 ? failure : closed
  }

  /// Gives it the permissions of a folder that it replaces, or those of a new one.
  func takePermissions(of folder: String?) {
    var status = stat()
    if let folder, stat(folder, &status) == 0 {
      fchmod(descriptor, status.st_mode & 0o7777)
    } else {
      let mask = umask(0)
      umask(mask)
      fchmod(descriptor, 0o777 & ~mask)
    }
    fsync(descriptor)
  }

  /// Removes it where it still stands (after an exchange: what it replaced) and lets go of the lock.
  func finish() {
    Self.remove(path)
    close(descriptor)
  }

  /// Names in a folder, in order; none where it cannot be read.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Removes a folder of files; folders inside stay, and with them the folder.
  private static func remove(_ folder: String) {
    for name in names(in: folder) { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }

  private static func unforeseen() -> String {
    var generator = SystemRandomNumberGenerator()
    let digits = Array("0123456789abcdefghjkmnpqrstvwxyz")
    return String((0..<16).map { _ in digits.randomElement(using: &generator)! })
  }
}

/// An error number of the system.
struct FileTrouble: Error {
  let code: Int32
}
