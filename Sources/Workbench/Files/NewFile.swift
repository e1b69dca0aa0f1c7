/// Writes a file that must not exist yet.
package enum NewFile {
  /// Whole or not at all: what was begun is removed.
  package static func write(_ path: String, _ text: String) throws(RequestFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      if errno == EEXIST { throw .fileTrouble("\(path): already exists; name another file or remove it.") }
      throw .fileTrouble("\(path): cannot be written: \(String(cString: strerror(errno))).")
    }
    var failure = Descriptor.send(text, to: descriptor)
    if close(descriptor) != 0 && failure == 0 { failure = errno }
    if failure != 0 {
      unlink(path)
      throw .fileTrouble("\(path): cannot be written: \(String(cString: strerror(failure))).")
    }
  }
}
