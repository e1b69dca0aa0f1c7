/// Text and bytes into an open file, as write(2) takes them.
package enum Descriptor {
  /// 0, or the error number of what went wrong.
  package static func send(_ text: String, to descriptor: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { send(UnsafeRawBufferPointer($0), to: descriptor) }
  }

  /// 0, or the error number of what went wrong.
  static func send(_ bytes: [UInt8], to descriptor: Int32) -> Int32 { bytes.withUnsafeBytes { send($0, to: descriptor) } }

  private static func send(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var rest = bytes
    while !rest.isEmpty {
      let written = write(descriptor, rest.baseAddress, rest.count)
      if written < 0 {
        if errno == EINTR { continue }
        return errno
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
    return 0
  }
}
