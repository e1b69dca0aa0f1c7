import Foundation

/// Runs the `git` program: arguments as a vector, no shell, its own words on failure.
package struct Git {
  /// `git -C folder`.
  package let folder: String

  package init(folder: String) { self.folder = folder }

  /// What the program said.
  package struct Answer {
    /// Its exit status; 0 is success.
    package var status: Int32
    /// Standard output, undecoded: paths need not be text.
    package var output: [UInt8]
    /// First line of what it complained about, without `fatal: `.
    package var complaint: String

    /// With the replacement character where bytes are no UTF-8.
    package var text: String { String(decoding: output, as: UTF8.self) }
    /// The first line of the output.
    package var line: String { text.split(separator: "\n", omittingEmptySubsequences: false).first.map(String.init) ?? "" }
  }

  /// Status 127: there is no such program.
  package func run(_ arguments: [String], input: String? = nil) -> Answer {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", folder] + arguments
    var environment = ProcessInfo.processInfo.environment
    // Messages in English, no question to the user, no lock for a look.
    environment["LC_ALL"] = "C"
    environment["GIT_TERMINAL_PROMPT"] = "0"
    environment["GIT_OPTIONAL_LOCKS"] = "0"
    process.environment = environment
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    if let input {
      let pipe = Pipe()
      process.standardInput = pipe
      // A path or two: less than any pipe holds.
      pipe.fileHandleForWriting.write(Data(input.utf8))
      try? pipe.fileHandleForWriting.close()
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    do {
      try process.run()
    } catch {
      return Answer(status: 127, output: [], complaint: "git cannot be started")
    }
    let bytes = Array(output.fileHandleForReading.readDataToEndOfFile())
    let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    var first = complaint.split(separator: "\n").first.map(String.init) ?? ""
    for prefix in ["fatal: ", "error: "] where first.hasPrefix(prefix) { first.removeFirst(prefix.count) }
    return Answer(status: process.terminationStatus, output: bytes, complaint: first)
  }
}
