import Foundation

/// Another program, found by its name: arguments as a vector, no shell, messages in English.
package struct Program: Sendable {
  /// `git`
  let name: String
  /// Variables of its environment besides ours.
  var settings: [String: String] = [:]

  init(_ name: String, settings: [String: String] = [:]) {
    self.name = name
    self.settings = settings
  }

  /// What the program said.
  package struct Answer: Sendable {
    /// Its exit status; 0 is success.
    package var status: Int32
    /// Standard output, undecoded: paths need not be text.
    package var output: [UInt8]
    /// First line of what it complained about, without `fatal: ` or its own name.
    package var complaint: String

    /// With the replacement character where bytes are no UTF-8.
    package var text: String { String(decoding: output, as: UTF8.self) }
    /// The first line of the output.
    package var line: String { text.split(separator: "\n", omittingEmptySubsequences: false).first.map(String.init) ?? "" }
  }

  /// Status 127: there is no such program.
  func run(_ arguments: [String], input: String? = nil) -> Answer {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [name] + arguments
    var environment = ProcessInfo.processInfo.environment
    environment["LC_ALL"] = "C"
    for (name, value) in settings { environment[name] = value }
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
      return Answer(status: 127, output: [], complaint: "\(name) cannot be started")
    }
    let bytes = Array(output.fileHandleForReading.readDataToEndOfFile())
    let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    var first = complaint.split(separator: "\n").first.map(String.init) ?? ""
    for prefix in ["fatal: ", "error: ", "\(name): error: ", "\(name): "] where first.hasPrefix(prefix) { first.removeFirst(prefix.count) }
    return Answer(status: process.terminationStatus, output: bytes, complaint: first)
  }
}
