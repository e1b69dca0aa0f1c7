/// A file that is there only when it is whole: written beside its place, on the disk, renamed. Its existence means that whatever made it is done.
///
/// Many processes may write files into one folder at the same time, on several machines: each cleans up only after dead ones that wrote the
/// file of the same name.
enum WholeFile {
  static func write(_ path: String, _ bytes: [UInt8]) throws(RequestFailure) {
    let folder = OutputFolder(OutputFolder.parent(of: path))
    try folder.make()
    let name = OutputFolder.name(of: path)
    WritingFolder.removeLeftovers(in: folder.path, for: name)
    switch WritingFolder.make(in: folder.path, for: name) {
    case .failure(let failure): throw folder.trouble(path, failure.code)
    case .success(let new):
      defer { new.finish() }
      let failure = new.write(name, bytes)
      if failure != 0 { throw folder.trouble(path, failure) }
      if rename("\(new.path)/\(name)", path) != 0 { throw folder.trouble(path, errno) }
      sync(folder.path)
    }
  }

  /// More than anything of ours: a larger file is none, and is not read.
  private static let mostBytes = 2 << 30

  /// The bytes of a regular file; nil where there is none.
  static func read(_ path: String, atMost limit: Int = mostBytes) throws(RequestFailure) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    if descriptor < 0 {
      if errno == ENOENT { return nil }
      throw .fileTrouble("\(path): cannot be read: \(String(cString: strerror(errno))).")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .fileTrouble("\(path): cannot be read: it is no file.")
    }
    let size = Int(status.st_size)
    if size > limit { throw .fileTrouble("\(path): has \(size) bytes; expected at most \(limit).") }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = posixRead(descriptor, UnsafeMutableRawBufferPointer(buffer).baseAddress.map { $0 + count }, size - count)
        if got < 0 && errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        count += got
      }
    }
    if failure != 0 { throw .fileTrouble("\(path): cannot be read: \(String(cString: strerror(failure))).") }
    return bytes
  }

  /// The name is on the disk too. Some file systems cannot; they may go on.
  private static func sync(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 { return }
    fsync(descriptor)
    close(descriptor)
  }
}

/// read(2), whose name methods have too.
private func posixRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
