import ReportKit
import TerminalText
import Workbench

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

  /// Columns of a line: the terminal's own, at least 80; 120 where the output goes elsewhere.
  static var screenColumns: Int {
    var size = winsize()
    guard outputIsTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 120 }
    return min(160, max(80, Int(size.ws_col)))
  }

  /// What is known about it, for renderers.
  static var renderOptions: RenderOptions { RenderOptions(usesColour: usesColour, width: screenColumns, lines: screenLines) }

  /// A line on standard error.
  static func complain(_ line: String) { _ = Descriptor.send(Legible.inLog(Legible.text(line)) + "\n", to: STDERR_FILENO) }

  /// A command to the server that reads the log: the one line that is meant to be one.
  static func command(_ line: String, toErrors: Bool) throws(RequestFailure) {
    if toErrors { _ = Descriptor.send(line + "\n", to: STDERR_FILENO) } else { try send(line + "\n") }
  }

  /// Text on standard output. A reader who has seen enough (`muster … | head`) is no problem.
  static func show(_ text: String) throws(RequestFailure) { try send(Legible.inLog(text)) }

  /// A document whose lines are not cut: what is looked up is searched and copied.
  static func show(_ document: ReportDocument) throws(RequestFailure) {
    try show(TerminalRenderer(RenderOptions(usesColour: usesColour, width: 1000)).render(document))
  }

  private static func send(_ text: String) throws(RequestFailure) {
    let failure = Descriptor.send(text, to: STDOUT_FILENO)
    if failure != 0 && failure != EPIPE {
      throw .fileTrouble("standard output: cannot be written: \(String(cString: strerror(failure))).")
    }
  }

  private static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
  private static func isSet(_ name: String) -> Bool { !(value(name) ?? "").isEmpty }
}
