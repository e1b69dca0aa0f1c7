import Foundation

/// One file of the machine, read whole: regular files and pipes (`/dev/stdin`, `<(…)`). Whatever else can be opened (a FIFO in a folder, a
/// terminal, a device, a file of `/proc`) may never end or answer with anything, and is refused before a byte is read.
enum SourceFile {
  static func read(_ path: String, atMost limit: Int) throws(SourceFailure) -> [UInt8] {
    if path.utf8.contains(0) { throw .missing }
    // Without O_NONBLOCK opening a FIFO waits for a writer.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    if descriptor < 0 {
      let code = errno
      if code == ENOENT || code == ENOTDIR { throw .missing }
      if code == ENXIO || code == ENODEV { throw .unreadable(reason: "it is neither a file nor a pipe") }
      throw .unreadable(reason: reason(code))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(reason: reason(errno)) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw .isDirectory
    case S_IFREG:
      if isMadeByTheKernel(descriptor) { throw .unreadable(reason: "it is no file but a view of the system") }
      if status.st_size > limit { throw .tooLarge(bytes: Int(clamping: status.st_size)) }
    case S_IFIFO:
      if isNamed(descriptor) { throw .unreadable(reason: "it is a FIFO, which may never end") }
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
    default: throw .unreadable(reason: "it is a device")
    }
    return try bytes(of: descriptor, atMost: limit)
  }

  private static func bytes(of descriptor: Int32, atMost limit: Int) throws(SourceFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Foundation.read(descriptor, &piece, piece.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(reason: reason(errno))
      }
      if count == 0 { return bytes }
      bytes += piece[..<count]
      if bytes.count > limit { throw .tooLarge(bytes: bytes.count) }
    }
  }

  private static func reason(_ code: Int32) -> String {
    code == EACCES ? "permission denied" : String(cString: strerror(code)).lowercased()
  }

  /// A pipe between two programs has no name in the file system.
  private static func isNamed(_ descriptor: Int32) -> Bool { target(of: descriptor).map { !$0.hasPrefix("pipe:") } ?? false }

  private static func isMadeByTheKernel(_ descriptor: Int32) -> Bool {
    target(of: descriptor).map { path in ["/proc/", "/sys/"].contains { path.hasPrefix($0) } } ?? false
  }

  /// What an open file is called, links resolved; nil on systems that do not say.
  private static func target(of descriptor: Int32) -> String? {
    #if os(Linux)
      return try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(descriptor)")
    #else
      return nil
    #endif
  }
}
