#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The two output streams and what is known about them.
enum Terminal {
  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Colour only on a terminal that has it, and never where NO_COLOR is set to anything (no-color.org).
  static var usesColour: Bool { outputIsTerminal && !isSet("NO_COLOR") && value("TERM") != "dumb" }

  /// Lines of a screenful: the terminal's own height less the prompt, at least 24; 48 where the output goes elsewhere.
  static var screenLines: Int {
    var size = winsize()
    guard outputIsTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return 48 }
    return max(24, Int(size.ws_row) - 2)
  }

  /// A line on standard error.
  static func complain(_ line: String) { _ = write(line + "\n", to: STDERR_FILENO) }

  /// Text on standard output. A reader who has seen enough (`muster … | head`) is no problem.
  static func show(_ text: String) throws(CommandFailure) {
    let failure = write(text, to: STDOUT_FILENO)
    if failure != 0 && failure != EPIPE {
      throw .fileTrouble("standard output: cannot be written: \(String(cString: strerror(failure))).")
    }
  }

  /// 0, or the error number of what went wrong.
  static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { buffer in
      var rest = UnsafeRawBufferPointer(buffer)
      while !rest.isEmpty {
        let written = systemWrite(descriptor, rest.baseAddress, rest.count)
        if written < 0 {
          if errno == EINTR { continue }
          return errno
        }
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      }
      return 0
    }
  }

  private static func systemWrite(_ descriptor: Int32, _ base: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, base, count)
    #elseif canImport(Musl)
      Musl.write(descriptor, base, count)
    #else
      Darwin.write(descriptor, base, count)
    #endif
  }

  private static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
  private static func isSet(_ name: String) -> Bool { !(value(name) ?? "").isEmpty }
}
