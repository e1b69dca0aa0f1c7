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

  /// A line on standard error.
  static func complain(_ line: String) { write(line + "\n", to: STDERR_FILENO) }

  /// Text on standard output, whole or not at all where the reader has gone (`muster … | head`).
  static func show(_ text: String) { write(text, to: STDOUT_FILENO) }

  static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        return
      }
      bytes = bytes.dropFirst(written)
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
